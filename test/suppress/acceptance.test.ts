import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rules, type Source, scan } from '../../src/index.js';
import { type Baseline, createBaselineLookup, parseBaseline } from '../../src/suppress/baseline.js';
import type { Finding } from '../../src/types.js';
import { fill } from '../fill.js';

interface File {
  readonly path: string;
  readonly lines: readonly string[];
}

const SALT = '00112233445566778899aabbccddeeff';
const TODAY = '2026-06-15';

function sourceOf(files: readonly File[], newline: string): Source {
  return {
    mode: 'tree',
    *chunks({ scanned }) {
      for (const { path, lines } of files) {
        const bytes = Buffer.from(lines.join(newline) + newline);
        const origin = { path, kind: 'file' } as const;
        yield { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
        scanned.units++;
      }
    },
  };
}

/** The findings of files that a baseline leaves. */
async function active(
  files: readonly File[],
  baseline: Baseline,
  newline = '\n',
): Promise<readonly Finding[]> {
  const { findings } = await scan({
    source: sourceOf(files, newline),
    rules,
    suppressors: [createBaselineLookup(baseline, TODAY, 'baseline')],
    finding: { key: SALT },
  });
  return findings.filter(({ suppression }) => !suppression);
}

const EMPTY: Baseline = { schema: 'keyhound-baseline/1', salt: SALT, findings: [] };

/** A baseline that accepts these findings, as it is read back from its text. */
function accept(findings: readonly Finding[]): Baseline {
  const entries = findings.map(({ fingerprint, ruleId, path }) => ({
    ...{ fingerprint, ruleId, path, state: 'accepted', reason: '' },
  }));
  return parseBaseline(JSON.stringify({ ...EMPTY, findings: [...entries, null] }), 'baseline');
}

/** Lines with secrets, strong and weak, and without. */
const line = fc.oneof(
  fc
    .integer({ min: 0, max: 50 })
    .map((n) => `stripe_key = "${fill(`sk_live_{alnum:24}#${n}`).split('#')[0]}"`),
  fc.integer({ min: 0, max: 50 }).map((n) => `api_token: ${fill(`{hex:40}#${n}`).split('#')[0]}`),
  fc.constantFrom(
    'db_password = "Tr0ub4dor&3"',
    'smtp_password: "C0rrect-h0rse"',
    'admin_pwd = "Zq8!kd92mXlP"',
  ),
  fc.constantFrom('', 'let x = 1', 'import a from "b"', 'return the same'),
);
const file = fc.record({
  path: fc.constantFrom('src/a.ts', 'src/b.yml', 'config/c.env', 'lib/d.py'),
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
});
const files = fc.uniqueArray(file, { minLength: 1, maxLength: 4, selector: ({ path }) => path });

test('accepting what was reported leaves nothing', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(files, async (tree) => {
      const findings = await active(tree, EMPTY);
      for (const { ruleId } of findings) seen.add(ruleId);
      assert.deepEqual(await active(tree, accept(findings)), []);
    }),
    { numRuns: 60 },
  );
  for (const id of ['stripe-live-secret-key', 'generic-token', 'generic-password'])
    assert.ok(seen.has(id), id);
});

/** An edit that moves lines and changes none of their words. */
const edit = fc.record({
  newline: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom('', '  ', '\t', '        '),
  blanks: fc.nat({ max: 5 }),
  folder: fc.constantFrom('', 'moved/', 'a/b/'),
  isReversed: fc.boolean(),
});

/** A finding's file and line, without what an edit changes of them. */
function textOf({ path, startLine }: Finding, tree: readonly File[]): string {
  const { lines } = tree.find((one) => one.path === path)!;
  return `${path.slice(path.lastIndexOf('/') + 1)}: ${lines[startLine - 1]!.trim()}`;
}

test('no edit that moves lines, reindents them, or moves the file to another folder brings a finding back', async () => {
  await fc.assert(
    fc.asyncProperty(files, edit, async (tree, { newline, indent, blanks, folder, isReversed }) => {
      const before = await active(tree, EMPTY);
      const baseline = accept(before);
      const edited = tree.map(({ path, lines }): File => {
        const ordered = isReversed ? [...lines].reverse() : lines;
        const spread = ordered.flatMap((one) => [
          ...Array<string>(blanks).fill(''),
          one === '' ? one : indent + one,
        ]);
        return { path: folder + path, lines: spread };
      });
      const accepted = new Set(before.map((finding) => textOf(finding, tree)));
      // what stands around a weak value tells how sure it is: an edit may make a finding of what was none
      const back = (await active(edited, baseline, newline)).map((finding) => textOf(finding, edited));
      assert.deepEqual(
        back.filter((text) => accepted.has(text)),
        [],
      );
    }),
    { numRuns: 60 },
  );
});

test('what accepts others never accepts a strong value that was not there', async () => {
  const fresh = `stripe_key = "${fill('sk_live_{alnum:24}#fresh').split('#')[0]}"`;
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), async (tree, at) => {
      const baseline = accept(await active(tree, EMPTY));
      const place = at % tree.length;
      const added = tree.map((one, index) =>
        index === place ? { ...one, lines: [...one.lines, '', fresh] } : one,
      );
      const found = await active(added, baseline);
      assert.deepEqual(
        found.map(({ path, startLine }) => [path, startLine]),
        [[tree[place]!.path, tree[place]!.lines.length + 2]],
      );
    }),
    { numRuns: 40 },
  );
});
