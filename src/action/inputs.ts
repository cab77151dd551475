import { UserError } from '../errors.js';

type Environment = Readonly<Record<string, string | undefined>>;

const CHOICES = {
  mode: ['auto', 'diff', 'history', 'tree', 'log'],
  'config-from': ['base', 'head'],
  'fail-on': ['new', 'any', 'never'],
  'on-incomplete': ['fail', 'warn'],
  confidence: ['certain', 'probable', 'possible'],
  annotations: ['true', 'false'],
  summary: ['true', 'false'],
  deepen: ['true', 'false'],
} as const;

type Choices = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** What the workflow asked for; see action.yml. Empty texts: not given. */
export interface Inputs extends Choices {
  readonly base: string;
  readonly head: string;
  readonly path: string;
  readonly config: string;
  readonly baseline: string;
  readonly 'sarif-file': string;
  readonly 'report-file': string;
}

const DEFAULTS: Inputs = {
  mode: 'auto',
  'config-from': 'base',
  'fail-on': 'new',
  'on-incomplete': 'fail',
  confidence: 'possible',
  annotations: 'true',
  summary: 'true',
  deepen: 'true',
  base: '',
  head: '',
  path: '.',
  config: '',
  baseline: '',
  'sarif-file': '',
  'report-file': '',
};

/** Reads the inputs as the runner passes them, in `INPUT_…`. Throws UserError for a value that is none of the choices. */
export function readInputs(env: Environment): Inputs {
  const entries = Object.entries(DEFAULTS).map(([name, fallback]) => {
    const given = env[`INPUT_${name.toUpperCase()}`]?.trim() || fallback;
    const choices: readonly string[] | undefined = CHOICES[name as keyof typeof CHOICES];
    if (choices && !choices.includes(given)) {
      throw new UserError(`input ${name}: must be one of ${choices.join(', ')}`);
    }
    return [name, given];
  });
  return Object.fromEntries(entries) as Inputs;
}
