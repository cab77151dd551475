import { CONFIDENCES, SEVERITIES } from '../types.js';
import { HONOURED } from './honoured.js';

/** Part of a JSON Schema, draft 2020-12: the keywords that `validate` knows. */
export interface Schema {
  readonly [annotation: `$${string}`]: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';

const text = (description: string, rest: Schema = {}): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: 10_000,
  description,
  ...rest,
});
const texts = (description: string, item: Schema = { type: 'string', minLength: 1 }): Schema => ({
  type: 'array',
  maxItems: 10_000,
  description,
  items: item.type === 'string' ? { maxLength: 10_000, ...item } : item,
});
const object = (properties: Readonly<Record<string, Schema>>, rest: Schema = {}): Schema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...rest,
});
const globs = (description: string): Schema =>
  texts(`${description} Globs, relative to the repository; one without a slash fits at any depth.`, {
    type: 'string',
    minLength: 1,
    maxLength: 1000,
  });
const regexes = (description: string) => texts(`${description} JavaScript regular expressions, searched.`);
const ruleIds = (description: string) => texts(description, { type: 'string', pattern: '^[a-z0-9-]+$' });
const day = text('The last day on which this holds.', { pattern: '^\\d{4}-\\d\\d-\\d\\d$' });

const allow = object(
  {
    rules: ruleIds('Only findings of these rules; without it, of all.'),
    paths: globs('Where the finding is.'),
    pathPatterns: regexes('Where the finding is.'),
    values: regexes("The secret's value."),
    matches: regexes("All that the rule's expression matched."),
    lines: regexes('The line or lines the secret stands on.'),
    stopWords: texts('Words that the value contains, without regard to case.'),
    commits: texts('Commits that brought the secret in: full ids.', {
      type: 'string',
      pattern: '^([0-9a-fA-F]{40}|[0-9a-fA-F]{64})$',
    }),
    condition: {
      enum: ['all', 'any'],
      default: 'all',
      description: 'Whether all of the lists must fit, or one is enough. `rules` must fit in any case.',
    },
    reason: text('Why; shown with what is suppressed.', { maxLength: 500 }),
    expires: day,
  },
  { minProperties: 1 },
);

const rule = object(
  {
    id: text('Kebab-case, unique: "ignore acme-api-key" must read well.', {
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      maxLength: 100,
    }),
    title: text('What it is.', { maxLength: 200 }),
    impact: text('One sentence: what somebody who holds it can do.', { maxLength: 500 }),
    reference: text('Public documentation of the credential.', { pattern: '^https?://', maxLength: 500 }),
    remediation: text('One line: where to revoke it.', { maxLength: 500 }),
    severity: { enum: SEVERITIES, default: 'high', description: 'The harm.' },
    confidence: { enum: ['probable', 'possible'], default: 'probable', description: 'How sure a match is.' },
    keywords: texts(
      'Texts of which one must stand near the secret, without regard to case. Default: taken from the pattern.',
      { type: 'string', pattern: '^[\\x20-\\x7e]{3,}$', maxLength: 100 },
    ),
    pattern: text('Regular expression; the group `secret` is the secret, else all of it.'),
    value: text("Instead of pattern: the value's shape alone, found within 64 bytes after a keyword."),
    assigned: {
      type: 'boolean',
      description: 'With value: a credential word and an operator stand between.',
    },
    minEntropy: { type: 'number', minimum: 0, maximum: 8, description: 'Least bits per character.' },
    exclude: text('Regular expression for values that are no secrets.'),
    check: text('A structural check by name.', { maxLength: 100 }),
    companions: texts('Other parts of the credential.', {
      ...object(
        {
          name: text('What it is.', { maxLength: 100 }),
          pattern: text('Regular expression; the group `value` is its place.'),
          within: { type: 'integer', minimum: 1, maximum: 10_000, description: 'Bytes before or after.' },
          required: { type: 'boolean', description: 'Without it there is no finding.' },
        },
        { required: ['name', 'pattern', 'within'] },
      ),
    }),
    paths: globs('Only here.'),
    pathPattern: text('Only in paths in which this regular expression is found.'),
    examples: object({
      match: texts('Texts in which the rule finds something; templates such as {alnum:24} are filled.'),
      noMatch: texts('Texts in which it does not.'),
    }),
    allow: { type: 'array', maxItems: 1000, description: 'What of this rule is allowed.', items: allow },
  },
  { required: ['id'] },
);

const versions: Schema = {
  enum: ['all', 'current'],
  default: 'all',
  description: 'Which versions are read.',
};
const method = (name: string, needed: readonly string[], optional: readonly string[] = []): Schema =>
  object(
    {
      method: { const: name },
      ...Object.fromEntries([...needed, ...optional].map((key) => [key, { type: 'string' }])),
    },
    { required: ['method', ...needed] },
  );
const auth: Schema = {
  description: 'How to log in; default: the token of the environment.',
  anyOf: [
    { const: 'token' },
    method('token', []),
    method('approle', ['roleId'], ['secretIdEnv', 'mount']),
    method('jwt', ['role'], ['audience', 'tokenEnv', 'mount']),
    method('kubernetes', ['role'], ['tokenFile', 'mount']),
  ],
};
const store: Schema = {
  anyOf: [
    object(
      {
        type: { const: 'vault' },
        address: { type: 'string', description: 'Default: VAULT_ADDR. If both are set they must agree.' },
        namespace: { type: 'string' },
        caCert: { type: 'string' },
        auth,
        paths: texts('What to read.'),
        versions,
      },
      { required: ['type', 'paths'] },
    ),
    object(
      {
        type: { const: 'aws' },
        region: { type: 'string' },
        profile: { type: 'string' },
        roleArn: { type: 'string' },
        audience: { type: 'string' },
        tags: { type: 'object', additionalProperties: { type: 'string' } },
        names: texts('Starts of names.'),
        versions,
      },
      { required: ['type'] },
    ),
    object({ type: { const: 'sops' }, files: texts('Globs.') }, { required: ['type', 'files'] }),
  ],
};

/** What a configuration may hold; schema/config.schema.json is this, and the reader checks by it. */
export const configSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://unpkg.com/keyhound/schema/config.schema.json',
  title: 'keyhound configuration',
  ...object({
    $schema: { type: 'string', description: 'This schema, for editors.' },
    extends: {
      type: ['string', 'array'],
      description: 'Files of this repository (./…), or installed packages, whose settings come before these.',
      minLength: 1,
      maxLength: 500,
      maxItems: 20,
      items: { type: 'string', minLength: 1, maxLength: 500 },
    },
    paths: object({
      include: globs('Only these are scanned.'),
      exclude: globs('These are not scanned.'),
    }),
    allow: {
      type: 'array',
      maxItems: 10_000,
      description: 'Findings that do not count; they stay in the report as suppressed.',
      items: allow,
    },
    rules: { type: 'array', maxItems: 10_000, description: 'Rules of your own.', items: rule },
    disabledRules: ruleIds('Rules that are not run.'),
    severities: {
      type: 'object',
      description: 'Severity by rule.',
      additionalProperties: { enum: SEVERITIES },
    },
    confidence: {
      type: 'array',
      maxItems: 1000,
      description: 'How sure a finding must be to count, by path.',
      items: object(
        {
          paths: globs('Where.'),
          rules: ruleIds('Only for these rules.'),
          min: { enum: CONFIDENCES, description: 'The least sure finding that counts.' },
        },
        { required: ['paths', 'min'] },
      ),
    },
    limits: object({
      maxFileSize: {
        type: ['integer', 'string'],
        minimum: 1,
        pattern: '^\\d+[KMG]?$',
        description: 'Larger files are skipped: bytes, or with K, M, G.',
      },
      archiveDepth: {
        type: 'integer',
        minimum: 0,
        maximum: 3,
        default: 3,
        description: 'How deep archives in archives are opened; 0: none is.',
      },
      decodeDepth: {
        type: 'integer',
        minimum: 0,
        maximum: 5,
        default: 5,
        description: 'How many encodings in one another are undone; 0: none is.',
      },
    }),
    honour: texts('Other tools whose ignore comments count too.', { enum: HONOURED }),
    stores: { type: 'array', maxItems: 100, description: 'Secret stores.', items: store },
    storeValues: object({
      minLength: { type: 'integer', description: 'Shorter values of stores are not looked for.' },
      indexMinBits: { type: 'integer' },
      ignoreKeys: texts('Keys whose values are no secrets.'),
    }),
  }),
};
