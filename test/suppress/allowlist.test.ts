import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/config.js';
import { createAllowlist } from '../../src/suppress/allowlist.js';
import type { Finding, Match, Skip } from '../../src/types.js';

const known = { rules: ['a-rule', 'b-rule'], checks: [] };
const FINDING = { ruleId: 'a-rule', path: 'src/app/key.ts' } as Finding;
const MATCH = { secret: 'S3cretValue42', text: 'token = "S3cretValue42"' } as Match;
const LINE = 'const token = "S3cretValue42"; // sample';

async function ask(entry: object, { match = MATCH, line = LINE, skips = [] as Skip[] } = {}) {
  const { allow } = await parseConfig(JSON.stringify({ allow: [entry] }), '.keyhound.json', known);
  const context = { line: () => line, skip: (skip: Skip) => void skips.push(skip) };
  return createAllowlist(allow, '2026-06-15')(match, FINDING, context);
}

test('each criterion fits or does not', async () => {
  const fitting: object[] = [
    { rules: ['a-rule'] },
    { paths: ['src/**'] },
    { paths: ['key.ts'] },
    { paths: ['app'] },
    { paths: ['src/app/'] },
    { pathPatterns: ['key\\.[jt]s$'] },
    { values: ['^S3cret'] },
    { values: ['(?i)^s3CRET'] },
    { matches: ['^token = '] },
    { lines: ['// sample$'] },
    { stopWords: ['RETvalue'] },
    { paths: ['none'], pathPatterns: ['^src/'] },
    { paths: ['src/**'], values: ['42$'], lines: ['sample'], condition: 'all' },
    { paths: ['none'], values: ['42$'], condition: 'any' },
    { stopWords: ['value'], expires: '2026-06-15' },
  ];
  for (const entry of fitting) assert.ok(await ask(entry), JSON.stringify(entry));
  const others: object[] = [
    { rules: ['b-rule'] },
    { rules: ['b-rule'], paths: ['src/**'], condition: 'any' },
    { paths: ['test/**'] },
    { paths: ['key'] },
    { pathPatterns: ['^key'] },
    { values: ['^token'] },
    { matches: ['const'] },
    { lines: ['^sample'] },
    { stopWords: ['sample'] },
    { paths: ['src/**'], values: ['nothing'] },
    { paths: ['none'], values: ['nothing'], condition: 'any' },
    { stopWords: ['value'], expires: '2026-06-14' },
  ];
  for (const entry of others) assert.equal(await ask(entry), undefined, JSON.stringify(entry));
});

test('what fits tells reason and entry', async () => {
  assert.deepEqual(await ask({ paths: ['src/**'], reason: 'samples' }), {
    by: 'allowlist',
    reason: 'samples',
    source: '.keyhound.json: allow[0]',
  });
});

test('a commit is a condition that is only known later', async () => {
  const commits = ['A'.repeat(40)];
  const held = await ask({ commits, paths: ['src/**'] });
  assert.ok(Array.isArray(held) && held[0].commits.has('a'.repeat(40)));
  assert.equal(await ask({ commits, paths: ['test/**'] }), undefined);
  assert.ok(Array.isArray(await ask({ commits, paths: ['test/**'], condition: 'any' })));
  assert.equal(Array.isArray(await ask({ commits, paths: ['src/**'], condition: 'any' })), false);
});

test('an expression that takes too long allows nothing, and the scan is incomplete (item 64)', async () => {
  const skips: Skip[] = [];
  const match = { ...MATCH, secret: `${'a'.repeat(40)}!` };
  assert.equal(await ask({ values: ['^(a+)+$'] }, { match, skips }), undefined);
  assert.equal(skips.length, 1);
  assert.equal(skips[0]?.incomplete, true);
  assert.match(skips[0]?.reason ?? '', /allow\[0\]/);
});

test('values are compared as the UTF-8 text they are', async () => {
  const match = { ...MATCH, secret: Buffer.from('Schlüssel').toString('latin1') };
  assert.ok(await ask({ values: ['^Schlüssel$'] }, { match }));
});
