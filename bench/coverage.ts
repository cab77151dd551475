// Says which providers have no rule of their own:
//   npm run bench -- coverage --providers FILE [--list]
// FILE is tab-separated; its first line names the columns, of which provider, n_peers, n_lineages and format are read.
// A provider is covered by rules of its own (its name, or the name we know it by), by a rule of context, or only by
// its name among the services of `service-credential`.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.js';
import { contextRules } from '../src/detect/generic/rules.js';
import { serviceNames } from '../src/detect/generic/services.js';

const KINDS = ['own', 'context', 'service', 'none'] as const;
type Kind = (typeof KINDS)[number];

interface Provider {
  readonly name: string;
  readonly peers: number;
  readonly lineages: number;
  readonly format: string;
  readonly kind: Kind;
}

/** Providers that stand under another name here; with a rule of context, its id. */
const ALIASES: Readonly<Record<string, string>> = {
  'basic-auth': 'basic-auth-header',
  jenkins: 'generic-secret',
  'database-uri': 'url-credentials',
  django: 'generic-secret',
  'form.io': 'formio',
  generic: 'generic-secret',
  gradle: 'generic-password',
  mandrill: 'mailchimp',
  mariadb: 'url-credentials',
  maven: 'generic-password',
  mysql: 'url-credentials',
  pganalyzereadkey: 'pganalyze',
  phpmailer: 'generic-password',
  postgres: 'url-credentials',
  rabbitmq: 'url-credentials',
  recaptcha: 'google',
  robinhoodcrypto: 'robinhood',
  sql: 'sql-password',
  sqlserver: 'connection-string-password',
  sshpass: 'command-line-password',
  vagrantcloud: 'hashicorp',
};

const { values } = parseArgs({ options: { providers: { type: 'string' }, list: { type: 'boolean' } } });
if (values.providers === undefined) {
  console.error('nothing to compare with: give --providers FILE');
  process.exit(2);
}
const providers = readProviders(values.providers);
console.log(`${rules.length} rules of ${new Set(rules.map(({ provider }) => provider)).size} providers`);
console.log(row(['format', 'peers', 'lineages', 'providers', ...KINDS]));
for (const [group, members] of grouped(providers)) {
  const counts = KINDS.map((kind) => members.filter((member) => member.kind === kind).length);
  console.log(row([...group.split('\t'), members.length, ...counts]));
}
for (const { name, peers, format, kind } of values.list ? providers : []) {
  if (kind === 'none' || (kind === 'service' && (peers > 1 || format !== 'keyword-context-only')))
    console.log(`${kind}  ${name}  ${format}, ${peers} peers`);
}

function readProviders(file: string): readonly Provider[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const columns = head.split('\t');
  const at = (name: string): number => {
    const index = columns.indexOf(name);
    if (index >= 0) return index;
    console.error(`${file}: the first line names no column ${name}`);
    process.exit(2);
  };
  const [name, peers, lineages, format] = [at('provider'), at('n_peers'), at('n_lineages'), at('format')];
  return lines
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map((cells) => ({
      name: cells[name]!,
      peers: Number(cells[peers]),
      lineages: Number(cells[lineages]),
      format: cells[format]!,
      kind: kindOf(cells[name]!),
    }));
}

function kindOf(name: string): Kind {
  const known = ALIASES[name] ?? name.toLowerCase();
  if (contextRules.some(({ id }) => id === known)) return 'context';
  if (rules.some(({ provider }) => provider === known)) return 'own';
  return serviceNames.some((service) => known.startsWith(service)) ? 'service' : 'none';
}

/** Providers by format, and whether one or more tools, of one or more descents, know them. */
function grouped(all: readonly Provider[]): readonly (readonly [string, readonly Provider[]])[] {
  const groups = new Map<string, Provider[]>();
  for (const provider of all) {
    const { format, peers, lineages } = provider;
    const group = [format, peers > 1 ? '2+' : '1', lineages > 1 ? '2+' : '1'].join('\t');
    groups.set(group, [...(groups.get(group) ?? []), provider]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? `${cell}`.padEnd(22) : `${cell}`.padStart(10))).join('');
}
