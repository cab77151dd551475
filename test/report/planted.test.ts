import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReporter, REPORT_FORMATS, rules, type Source, scan } from '../../src/index.js';
import { fill } from '../fill.js';
import { OPTIONS } from './sample.js';

const SECRETS = [
  fill('sk_live_{alnum:40}'),
  fill('rk_live_{alnum:60}'),
  fill('postgres://app:{alnum:20}@db/x'),
];

/** Everything a secret could look like in an output: itself, its parts, reversed, in common encodings. */
function traces(secret: string): readonly string[] {
  const body = /[A-Za-z0-9]{20,}/.exec(secret)?.[0] ?? '';
  const bytes = Buffer.from(body);
  const base64 = [0, 1, 2].map((pad) => Buffer.concat([Buffer.alloc(pad), bytes]).toString('base64'));
  return [
    body.slice(4, 14),
    body.slice(-12),
    [...body].reverse().join('').slice(0, 12),
    bytes.toString('hex').slice(4, 24),
    ...base64.map((text) => text.slice(4, 20)),
  ];
}

function planted(path: string): Source {
  const lines = SECRETS.flatMap((secret) => [
    `key = "${secret}" # ${secret}`,
    `again: ${Buffer.from(`key=${secret}`).toString('base64')}`,
    `url=https://example.com/?k=${encodeURIComponent(secret)}&l=${secret}`,
  ]);
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  return {
    mode: 'tree',
    *chunks(context) {
      context.scanned.units++;
      context.scanned.bytes += bytes.length;
      yield { origin: { path, kind: 'file' }, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
    },
  };
}

test('no format holds any part of a planted secret, in any encoding (item 58)', async () => {
  const report = await scan({ source: planted('src/app.ts'), rules });
  assert.ok(report.findings.length >= 6);
  for (const format of REPORT_FORMATS) {
    const reporter = await loadReporter(format);
    const text = [...reporter.render(report, { ...OPTIONS, includeSuppressed: true, color: true })].join('');
    for (const secret of SECRETS) {
      for (const trace of traces(secret)) assert.ok(!text.includes(trace), `${format} holds ${trace}`);
    }
  }
});

test('the search for traces sees what it is to see', () => {
  for (const secret of SECRETS) {
    const [start = '', , , hex = '', ...base64] = traces(secret);
    assert.ok(secret.includes(start));
    assert.ok(Buffer.from(`x${secret}y`).toString('hex').includes(hex));
    const encoded = Buffer.from(`key=${secret}`).toString('base64');
    assert.ok(base64.some((trace) => encoded.includes(trace)));
  }
});
