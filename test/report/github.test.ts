import assert from 'node:assert/strict';
import { test } from 'node:test';
import { github } from '../../src/report/github.js';
import type { Report } from '../../src/types.js';
import { finding, OPTIONS, RULES, report, sample } from './sample.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * What GitHub's runner takes a line of a log for: white space before `::` does not count, the next `::` ends the head,
 * the name ends at its first space, properties are apart by commas, those without a value do not count, and `%` codes
 * are undone. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function runnerCommand(line: string): Command | undefined {
  const [, head, data = ''] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  if (head === undefined) return undefined;
  const [name = ''] = head.split(' ', 1);
  const properties = head
    .slice(name.length)
    .trim()
    .split(',')
    .flatMap((pair) => {
      const [, key = '', value] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
      if (value === undefined) return [];
      return [[key, decoded(value, { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' })]];
    });
  return {
    name,
    properties: Object.fromEntries(properties),
    message: decoded(data, { '%0D': '\r', '%0A': '\n' }),
  };
}

function decoded(text: string, codes: Readonly<Record<string, string>>): string {
  const replaced = Object.entries(codes).reduce((all, [code, value]) => all.replaceAll(code, value), text);
  return replaced.replaceAll('%25', '%');
}

function commands(given: Report): readonly (Command | undefined)[] {
  const lines = [...github.render(given, OPTIONS)].join('').trimEnd().split('\n');
  return lines.filter(Boolean).map(runnerCommand);
}

test('the runner reads the place, the title and the whole message of each finding', () => {
  const path = 'a,b:c%2C%d=e/f.ts';
  const [command] = commands(report({ findings: [finding({ path })] }));
  assert.deepEqual(command?.properties, {
    file: path,
    line: '3',
    endLine: '3',
    col: '14',
    endColumn: '46',
    title: 'Example live key',
  });
  assert.equal(command?.name, 'error');
  assert.match(command.message, /^exk_live_… \(critical, certain\)\. Roll the key at https:/);
});

test('no line is anything but an annotation, and a line of several rows has no columns', () => {
  const rows = finding({ startLine: 3, endLine: 9, endColumn: 4 });
  for (const command of commands({ ...sample(), findings: [...sample().findings, rows] })) {
    assert.ok(command && ['error', 'warning', 'notice'].includes(command.name));
  }
  const [command] = commands(report({ findings: [rows] }));
  assert.deepEqual(Object.keys(command?.properties ?? {}), ['file', 'line', 'endLine', 'title']);
});

test('ten different secrets are annotated before more places of one, then how many there are', () => {
  const one = Array.from({ length: 12 }, (_, n) => finding({ path: `same-${n}.ts` }));
  const other = Array.from({ length: 9 }, (_, n) =>
    finding({ path: `other-${n}.ts`, fingerprint: `v1:${n}`, ruleId: 'generic-password', severity: 'low' }),
  );
  const read = commands(report({ rules: RULES, findings: [...one, ...other] }));
  const places = read.map((command) => command?.properties.file).filter(Boolean);
  assert.equal(places.length, 10);
  assert.equal(places.filter((path) => path?.startsWith('other-')).length, 9);
  assert.match(read.at(-1)?.message ?? '', /^10 secrets found in 21 places; the 10 worst are annotated\.$/);
});

test('a message is no longer than the runner takes, and says nothing where nothing was found', () => {
  const long = 'x'.repeat(9000);
  const rules = [{ ...RULES[0]!, remediation: long }];
  for (const command of commands(report({ rules, findings: [finding({ title: long, path: long })] })))
    assert.ok(Buffer.byteLength(command?.message ?? '') <= 4096);
  assert.deepEqual(commands(report()), []);
});
