import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReporter, REPORT_FORMATS, rules, type Source, scan } from '../../src/index.js';
import { fill } from '../fill.js';
import { OPTIONS } from './sample.js';
import { traces } from './traces.js';

const SECRETS = [
  fill('sk_live_{alnum:40}'),
  fill('rk_live_{alnum:60}'),
  fill('postgres://app:{alnum:20}@db/x'),
];

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
    const bytes = Buffer.from(`key=${secret}&`);
    const forms = {
      itself: secret,
      reversed: [...secret].reverse().join(''),
      hex: bytes.toString('hex'),
      base64: bytes.toString('base64'),
      'percent-encoded': bytes.toString('hex').replace(/../g, '%$&'),
      escaped: bytes.toString('hex').replace(/../g, '\\u00$&'),
      entities: [...bytes].map((byte) => `&#${byte};`).join(''),
      'upper case': secret.toUpperCase(),
    };
    for (const [name, form] of Object.entries(forms))
      assert.ok(
        traces(secret).some((trace) => form.includes(trace)),
        name,
      );
  }
});
