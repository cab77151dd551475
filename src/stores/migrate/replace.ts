import type { Splice } from '../sops/metadata.js';
import { formatTarget, type Target } from '../target.js';
import { type Literal, quotesAround } from './literal.js';

/** What replaces a literal: edits of its file, lines for other files, and what is left to do by hand. */
export interface Replacement {
  readonly edits: readonly Splice[];
  /** A line to add to a file beside it, if it is not there. */
  readonly addLine?: { readonly file: string; readonly line: string };
  readonly note?: string;
}

export interface Wanted {
  readonly literal: Literal;
  readonly target: Target;
  /** The environment variable that will hold the value. */
  readonly name: string;
}

type Replace = (wanted: Wanted) => Replacement | undefined;

/** The idiomatic reference for the file's type; undefined where there is none: then the source stays as it is. */
export function replaceLiteral(wanted: Wanted): Replacement | undefined {
  const { path, text } = wanted.literal;
  return KINDS.find(({ matches }) => matches(path, text))?.replace(wanted);
}

interface Kind {
  readonly matches: (path: string, text: string) => boolean;
  readonly replace: Replace;
}

const byName =
  (pattern: RegExp) =>
  (path: string): boolean =>
    pattern.test(path);

const KINDS: readonly Kind[] = [
  { matches: byName(/(?:^|\/)\.env(?:\.[\w-]+)?$|\.env$/), replace: dotenv },
  {
    matches: byName(/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/),
    replace: (wanted) =>
      plain(
        wanted,
        `\${{ secrets.${wanted.name} }}`,
        `Add the repository secret ${wanted.name}, or read it with a store's action.`,
      ),
  },
  {
    matches: byName(/(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/),
    replace: (wanted) => plain(wanted, `\${${wanted.name}}`),
  },
  {
    matches: byName(/(?:^|\/)(?:Dockerfile|Containerfile)[^/]*$|\.dockerfile$/i),
    replace: (wanted) =>
      plain(wanted, `\${${wanted.name}}`, 'ENV and ARG stay in the image: prefer RUN --mount=type=secret.'),
  },
  {
    matches: byName(/(?:^|\/)application[^/]*\.(?:ya?ml|properties)$/),
    replace: (wanted) => plain(wanted, `\${${wanted.name}}`),
  },
  {
    matches: (path, text) =>
      /\.(?:ya?ml|json|template)$/.test(path) && /AWSTemplateFormatVersion|"?Type"?\s*:\s*"?AWS::/.test(text),
    replace: cloudFormation,
  },
  {
    matches: (path, text) => /\.ya?ml$/.test(path) && /^kind:\s*\w/m.test(text) && /^apiVersion:/m.test(text),
    replace: kubernetes,
  },
  {
    matches: byName(/(?:^|\/)values[^/]*\.ya?ml$/),
    replace: (wanted) => plain(wanted, valsReference(wanted.target), 'Rendered by helmfile or vals.'),
  },
  { matches: byName(/\.tf$/), replace: terraform },
  { matches: byName(/\.(?:sh|bash|zsh|ksh)$/), replace: shell },
  {
    matches: byName(/\.[cm]?[jt]sx?$/),
    replace: (wanted) => expression(wanted, `process.env.${wanted.name}`),
  },
  { matches: byName(/\.py$/), replace: python },
  {
    matches: byName(/\.go$/),
    replace: (wanted) =>
      expression(wanted, `os.Getenv("${wanted.name}")`, 'Import "os" if the file does not.'),
  },
  {
    matches: byName(/\.(?:java|kt|kts|scala|groovy)$/),
    replace: (wanted) => expression(wanted, `System.getenv("${wanted.name}")`),
  },
  { matches: byName(/\.rb$/), replace: (wanted) => expression(wanted, `ENV.fetch("${wanted.name}")`) },
  {
    matches: byName(/\.cs$/),
    replace: (wanted) => expression(wanted, `Environment.GetEnvironmentVariable("${wanted.name}")`),
  },
  {
    matches: byName(/\.php$/),
    replace: (wanted) => expression(wanted, `getenv('${wanted.name}')`, undefined, '.'),
  },
];

/** Replaces the secret and leaves the quotes around it, if any. */
function plain({ literal: { from, to } }: Wanted, reference: string, note?: string): Replacement {
  return { edits: [{ from, to, text: reference }], ...(note && { note }) };
}

/** Replaces a string by an expression; what stood around the secret in the string is put together with it. */
function expression({ literal }: Wanted, code: string, note?: string, plus = '+'): Replacement | undefined {
  const quoted = quotesAround(literal);
  if (!quoted) return undefined;
  if (quoted.quote === '`')
    return { edits: [{ from: literal.from, to: literal.to, text: `\${${code}}` }], ...(note && { note }) };
  const part = (text: string): string[] => (text === '' ? [] : [`${quoted.quote}${text}${quoted.quote}`]);
  const text = [...part(quoted.before), code, ...part(quoted.after)].join(` ${plus} `);
  return { edits: [{ from: quoted.from, to: quoted.to, text }], ...(note && { note }) };
}

function python(wanted: Wanted): Replacement | undefined {
  const replaced = expression(wanted, `os.environ["${wanted.name}"]`);
  const { text } = wanted.literal;
  if (!replaced || /^import os\b|^import .*\bos\b/m.test(text)) return replaced;
  const first = /^(?!from __future__)(?:import|from) \w/m.exec(text)?.index;
  return first === undefined
    ? { ...replaced, note: 'Add `import os`.' }
    : { ...replaced, edits: [...replaced.edits, { from: first, to: first, text: 'import os\n' }] };
}

/** A single-quoted string does not expand: it becomes a double-quoted one. */
function shell({ literal, name }: Wanted): Replacement {
  const quoted = quotesAround(literal);
  const variable = `\${${name}:?}`;
  if (quoted?.quote === "'") {
    return {
      edits: [{ from: quoted.from, to: quoted.to, text: `"${quoted.before}${variable}${quoted.after}"` }],
    };
  }
  return { edits: [{ from: literal.from, to: literal.to, text: quoted ? variable : `"${variable}"` }] };
}

function dotenv({ literal: { path, text, from } }: Wanted): Replacement | undefined {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', from);
  const end = newline < 0 ? text.length : newline + 1;
  const key = /^(?:export\s+)?([\w.-]+)\s*=/.exec(text.slice(start, end))?.[1];
  if (!key) return undefined;
  const addLine = { file: path.replace(/[^/]*$/, '.env.example'), line: `${key}=` };
  return {
    edits: [{ from: start, to: end, text: '' }],
    addLine,
    note: `Give ${key} to the program from the store, and keep .env out of git.`,
  };
}

function cloudFormation(wanted: Wanted): Replacement | undefined {
  const { store, path, key } = wanted.target;
  if (store !== 'aws') return undefined;
  return plain(wanted, `{{resolve:secretsmanager:${path}:SecretString:${key}}}`);
}

/** `value: literal` of a container's environment becomes a reference to a Secret. */
function kubernetes({ literal, target }: Wanted): Replacement | undefined {
  const { text, from, to } = literal;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', to);
  const end = newline < 0 ? text.length : newline;
  const [, indent] = /^( *)value:\s*["']?$/.exec(text.slice(start, from)) ?? [];
  if (indent === undefined || !/^["']?\s*(?:#.*)?$/.test(text.slice(to, end))) return undefined;
  const name = target.path
    .replace(/\.[a-z]+$/, '')
    .split('/')
    .slice(-2)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-');
  const lines = ['valueFrom:', '  secretKeyRef:', `    name: ${name}`, `    key: ${target.key}`];
  const note = `Make the Secret ${name} from ${formatTarget(target)}, for example with External Secrets.`;
  return { edits: [{ from: start, to: end, text: lines.map((line) => indent + line).join('\n') }], note };
}

function terraform(wanted: Wanted): Replacement | undefined {
  const { literal, target } = wanted;
  const id = target.path.split('/').slice(-2).join('_').replace(/\W+/g, '_').toLowerCase();
  const [block, code] =
    target.store === 'vault' ? vaultBlock(id, target) : target.store === 'aws' ? awsBlock(id, target) : [];
  const quoted = quotesAround(literal);
  if (!block || !code || quoted?.quote !== '"') return undefined;
  const alone = quoted.before === '' && quoted.after === '';
  const edit = alone
    ? { from: quoted.from, to: quoted.to, text: code }
    : { from: literal.from, to: literal.to, text: `\${${code}}` };
  const end = literal.text.length;
  const lead = literal.text.endsWith('\n') ? '\n' : '\n\n';
  return {
    edits: [edit, ...(literal.text.includes(block) ? [] : [{ from: end, to: end, text: lead + block }])],
  };
}

function vaultBlock(id: string, { path, key }: Target): [string, string] {
  const [mount = '', ...rest] = path.split('/');
  const block = `ephemeral "vault_kv_secret_v2" "${id}" {\n  mount = "${mount}"\n  name  = "${rest.join('/')}"\n}\n`;
  return [block, `ephemeral.vault_kv_secret_v2.${id}.data["${key}"]`];
}

function awsBlock(id: string, { path, key }: Target): [string, string] {
  const block = `ephemeral "aws_secretsmanager_secret_version" "${id}" {\n  secret_id = "${path}"\n}\n`;
  return [block, `jsondecode(ephemeral.aws_secretsmanager_secret_version.${id}.secret_string)["${key}"]`];
}

function valsReference({ store, path, key }: Target): string {
  const scheme = { vault: 'vault', aws: 'awssecrets', sops: 'sops' }[store];
  return `ref+${scheme}://${path}#/${key.replaceAll('.', '/')}`;
}
