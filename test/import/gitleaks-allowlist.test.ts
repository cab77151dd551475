import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { stringify } from 'smol-toml';
import { parseConfig } from '../../src/config/config.js';
import { gitleaksConfig } from '../../src/import/gitleaks-config.js';
import { createAllowlist } from '../../src/suppress/allowlist.js';
import type { Finding, Match } from '../../src/types.js';

/** An allowlist of gitleaks, and a finding, as far as allowlists see it. */
interface List {
  readonly condition?: string;
  readonly commits?: readonly string[];
  readonly paths?: readonly string[];
  readonly regexTarget?: string;
  readonly regexes?: readonly string[];
  readonly stopwords?: readonly string[];
  readonly targetRules?: readonly string[];
}

interface Found {
  readonly rule: string;
  readonly path: string;
  readonly commit: string;
  readonly secret: string;
  readonly match: string;
  readonly line: string;
}

const COMMITS = ['a'.repeat(40), 'b'.repeat(40)] as const;

/**
 * gitleaks' own way, in its order: the lists of the whole and of the rule are asked about the file's path and commit
 * before anything is matched, then about each match.
 */
function isAllowedByGitleaks(found: Found, globals: readonly List[], ofRule: readonly List[]): boolean {
  const general = globals.filter(({ targetRules = [] }) => targetRules.length === 0);
  const targeted = globals.filter(({ targetRules = [] }) => targetRules.includes(found.rule));
  const rule = [...ofRule, ...targeted];
  return (
    general.some((list) => skipsFile(list, found)) ||
    rule.some((list) => skipsFile(list, found)) ||
    general.some((list) => skipsMatch(list, found)) ||
    rule.some((list) => skipsMatch(list, found))
  );
}

function skipsFile(list: List, found: Found): boolean {
  const { commit, path } = places(list, found);
  if (!isAnd(list)) return commit === true || path === true;
  if (list.regexes?.length || list.stopwords?.length) return false;
  return [commit, path].every((holds) => holds !== false) && (commit ?? path) !== undefined;
}

function skipsMatch(list: List, found: Found): boolean {
  const { regexes = [], stopwords = [], regexTarget = '' } = list;
  const target = { '': found.secret, match: found.match, line: found.line }[regexTarget]!;
  const regex =
    regexes.length === 0 ? undefined : regexes.some((one) => RE2JS.compile(one).matcher(target).find());
  const word =
    stopwords.length === 0
      ? undefined
      : stopwords.some((one) => found.secret.toLowerCase().includes(one.toLowerCase()));
  if (!isAnd(list)) return regex === true || word === true;
  const { commit, path } = places(list, found);
  const present = [commit, path, regex, word].filter((holds) => holds !== undefined);
  return present.length > 0 && present.every(Boolean);
}

function places({ commits = [], paths = [] }: List, found: Found) {
  return {
    commit: commits.length === 0 ? undefined : commits.some((one) => one.toLowerCase() === found.commit),
    path: paths.length === 0 ? undefined : paths.some((one) => RE2JS.compile(one).matcher(found.path).find()),
  };
}

const isAnd = ({ condition = '' }: List) => ['AND', '&&'].includes(condition.toUpperCase());

/** What keyhound says of the same finding, by the configuration that the import makes. */
async function isAllowedByImport(
  found: Found,
  globals: readonly List[],
  ofRule: readonly List[],
): Promise<boolean> {
  const rule = { id: 'acme-key', regex: 'acme_[a-z]+', allowlists: ofRule };
  const toml = stringify({ rules: [rule, { id: 'other-key', regex: 'other_[a-z]+' }], allowlists: globals });
  const { settings } = gitleaksConfig.read({
    file: '.gitleaks.toml',
    text: toml,
    known: [],
    allRules: false,
    readFile: () => undefined,
  });
  const text = JSON.stringify({ allow: settings.allow, rules: settings.rules });
  const config = await parseConfig(text, 'keyhound.json', { rules: [], checks: [] });
  const suppress = createAllowlist(config.allow, '2026-01-01');
  const suppression = suppress(
    { secret: found.secret, text: found.match } as Match,
    { ruleId: found.rule, path: found.path } as Finding,
    { line: () => found.line, skip: () => assert.fail('took too long') },
  );
  if (suppression === undefined || 'by' in suppression) return suppression !== undefined;
  return suppression.some(({ commits }) => commits.has(found.commit));
}

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });
const list: fc.Arbitrary<List> = fc
  .record(
    {
      condition: fc.constantFrom('OR', '||', 'AND', '&&', 'and'),
      commits: some([COMMITS[0], COMMITS[0].toUpperCase()]),
      paths: some(['^test/', '(?i)\\.MD$', 'src']),
      regexTarget: fc.constantFrom('match', 'line'),
      regexes: some(['^acme', '(?i)EXAMPLE', 'zzz$', 'key = ']),
      stopwords: some(['Example', 'abc']),
      targetRules: fc.constantFrom(['acme-key'], ['other-key']),
    },
    { requiredKeys: [] },
  )
  .filter(
    ({ commits, paths, regexes, stopwords }) => (commits ?? paths ?? regexes ?? stopwords) !== undefined,
  );
const found: fc.Arbitrary<Found> = fc
  .record({
    rule: fc.constantFrom('acme-key', 'other-key'),
    path: fc.constantFrom('test/a.ts', 'src/read.md', 'lib/x'),
    commit: fc.constantFrom(...COMMITS, ''),
    secret: fc.constantFrom('acme_abc', 'acme_zzz', 'other_example'),
    before: fc.constantFrom('', 'key = '),
  })
  .map(({ before, ...rest }) => ({
    ...rest,
    match: before + rest.secret,
    line: `  ${before}${rest.secret};`,
  }));

test('an imported allowlist allows exactly what gitleaks allows', async () => {
  const lists = fc.array(list, { maxLength: 3 });
  const ofRule = lists.map((all) => all.map(({ targetRules: _, ...one }) => one));
  await fc.assert(
    fc.asyncProperty(found, lists, ofRule, async (one, globals, own) => {
      const wanted = isAllowedByGitleaks(one, globals, one.rule === 'acme-key' ? own : []);
      assert.equal(await isAllowedByImport(one, globals, own), wanted);
    }),
    { numRuns: 1500 },
  );
});
