import { UserError } from '../errors.js';
import { CONFIDENCES, type Finding, type Report, SEVERITIES } from '../types.js';

type Fields = Readonly<Record<string, unknown>>;

const MODES = ['tree', 'staged', 'range', 'history', 'log'] as const;
const OUTCOMES = ['clean', 'findings', 'incomplete', 'error'] as const;
const KINDS = ['file', 'blob', 'message', 'name', 'log'] as const;

/**
 * Reads a report that `--format json` wrote. Throws UserError, which names the field, for anything else: a report may
 * come from a stranger, and nothing of it is believed that is not checked here.
 */
export function readReport(text: string, file: string): Report {
  const check = createChecks(file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UserError(`${file}: not JSON, so no report of keyhound`);
  }
  const root = check.object(parsed, 'the report');
  if (root.schema !== 'keyhound/1') {
    throw new UserError(`${file}: "schema" must be "keyhound/1"; made by --format json of this version?`);
  }
  return reportOf(root, check);
}

type Checks = ReturnType<typeof createChecks>;

function reportOf(root: Fields, check: Checks): Report {
  const tool = check.object(root.tool, 'tool');
  const scanned = check.object(root.scanned, 'scanned');
  return {
    schema: 'keyhound/1',
    tool: {
      name: 'keyhound',
      version: check.text(tool.version, 'tool.version'),
      rules: check.text(tool.rules, 'tool.rules'),
    },
    mode: root.mode === undefined ? 'tree' : check.one(MODES, root.mode, 'mode'),
    outcome: check.one(OUTCOMES, root.outcome, 'outcome'),
    scanned: {
      units: check.number(scanned.units, 'scanned.units'),
      bytes: check.number(scanned.bytes, 'scanned.bytes'),
      commits: check.number(scanned.commits, 'scanned.commits'),
    },
    skipped: check.list(root.skipped, 'skipped').map((skip, at) => ({
      path: check.text(skip.path, `skipped[${at}].path`),
      reason: check.text(skip.reason, `skipped[${at}].reason`),
      incomplete: skip.incomplete !== false,
    })),
    findings: check
      .list(root.findings, 'findings')
      .map((found, at) => findingOf(found, `findings[${at}]`, check)),
    rules: check.list(root.rules ?? [], 'rules').map((rule, at) => ruleOf(rule, `rules[${at}]`, check)),
    ...(root.idleIgnores === undefined
      ? {}
      : {
          idleIgnores: check.list(root.idleIgnores, 'idleIgnores').map((ignore, at) => ({
            source: check.text(ignore.source, `idleIgnores[${at}].source`),
            what: check.text(ignore.what, `idleIgnores[${at}].what`),
          })),
        }),
    ...(root.repository === undefined ? {} : { repository: check.texts(root.repository, 'repository') }),
  };
}

function ruleOf(rule: Fields, at: string, check: Checks): Report['rules'][number] {
  const text = (name: string) => check.text(rule[name], `${at}.${name}`);
  return {
    id: text('id'),
    title: text('title'),
    impact: text('impact'),
    reference: text('reference'),
    remediation: text('remediation'),
    provider: text('provider'),
    severity: check.one(SEVERITIES, rule.severity, `${at}.severity`),
  };
}

function findingOf(found: Fields, at: string, check: Checks): Finding {
  const text = (name: string) => check.text(found[name], `${at}.${name}`);
  const optional = (name: string) => (found[name] === undefined ? {} : { [name]: text(name) });
  const commit = (name: string) =>
    found[name] === undefined ? {} : { [name]: commitOf(found[name], `${at}.${name}`, check) };
  const { suppression } = found;
  return {
    ruleId: text('ruleId'),
    title: text('title'),
    provider: text('provider'),
    confidence: check.one(CONFIDENCES, found.confidence, `${at}.confidence`),
    severity: check.one(SEVERITIES, found.severity, `${at}.severity`),
    path: text('path'),
    kind: found.kind === undefined ? 'file' : check.one(KINDS, found.kind, `${at}.kind`),
    ...check.region(found, at),
    redacted: text('redacted'),
    snippet: found.snippet === undefined ? '' : text('snippet'),
    encodings: check.strings(found.encodings ?? [], `${at}.encodings`),
    fingerprint: text('fingerprint'),
    occurrences: found.occurrences === undefined ? 1 : check.number(found.occurrences, `${at}.occurrences`),
    related: check.list(found.related ?? [], `${at}.related`).map((part, index) => ({
      name: check.text(part.name, `${at}.related[${index}].name`),
      ...check.region(part, `${at}.related[${index}]`),
    })),
    ...optional('label'),
    ...optional('object'),
    ...commit('commit'),
    ...commit('removed'),
    ...(typeof found.inHead === 'boolean' ? { inHead: found.inHead } : {}),
    ...(suppression === undefined
      ? {}
      : { suppression: suppressionOf(suppression, `${at}.suppression`, check) }),
  };
}

function commitOf(value: unknown, at: string, check: Checks) {
  const { id, author, date } = check.texts(value, at);
  return { id: check.text(id, `${at}.id`), ...(author ? { author } : {}), ...(date ? { date } : {}) };
}

function suppressionOf(value: unknown, at: string, check: Checks) {
  const { by, reason, source } = check.object(value, at);
  const makers = ['inline', 'allowlist', 'baseline'] as const;
  return {
    by: check.one(makers, by, `${at}.by`),
    reason: check.text(reason, `${at}.reason`),
    ...(source === undefined ? {} : { source: check.text(source, `${at}.source`) }),
  };
}

/** Checks that give the value with its type, or say which field is wrong and never what it held. */
function createChecks(file: string) {
  const fail = (at: string, wanted: string): never => {
    throw new UserError(`${file}: ${at} must be ${wanted}`);
  };
  const object = (value: unknown, at: string): Fields =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : fail(at, 'an object');
  const text = (value: unknown, at: string): string =>
    typeof value === 'string' ? value : fail(at, 'a text');
  const number = (value: unknown, at: string): number =>
    Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(at, 'a whole number');
  const one = <T extends string>(wanted: readonly T[], value: unknown, at: string): T =>
    wanted.find((choice) => choice === value) ?? fail(at, `one of ${wanted.join(', ')}`);
  const array = (value: unknown, at: string): readonly unknown[] =>
    Array.isArray(value) ? value : fail(at, 'a list');
  const list = (value: unknown, at: string) =>
    array(value, at).map((item, index) => object(item, `${at}[${index}]`));
  const strings = (value: unknown, at: string) =>
    array(value, at).map((item, index) => text(item, `${at}[${index}]`));
  const texts = (value: unknown, at: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(object(value, at)).map(([name, item]) => [name, text(item, `${at}.${name}`)]),
    );
  const line = (value: unknown, at: string) =>
    number(value, at) > 0 ? (value as number) : fail(at, 'at least 1');
  const region = (value: Fields, at: string) => ({
    startLine: line(value.startLine, `${at}.startLine`),
    startColumn: line(value.startColumn, `${at}.startColumn`),
    endLine: line(value.endLine, `${at}.endLine`),
    endColumn: line(value.endColumn, `${at}.endColumn`),
  });
  return { object, text, number, one, list, strings, texts, region };
}
