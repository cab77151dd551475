import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../../src/errors.js';
import { pageScript, pageStyle } from '../../src/generated/page.js';
import { loadReporter, REPORT_FORMATS } from '../../src/report/index.js';
import { OPTIONS, sample } from './sample.js';

// Renew with: KEYHOUND_GOLDEN=write npm test -- golden
const GOLDEN = new URL('../../../test/report/golden/', import.meta.url);

for (const format of REPORT_FORMATS) {
  for (const includeSuppressed of [false, true]) {
    const name = `${includeSuppressed ? 'full' : 'active'}.${format}`;
    test(`the sample report as ${name} is what was read and approved`, async () => {
      const reporter = await loadReporter(format);
      const whole = [...reporter.render(sample(), { ...OPTIONS, includeSuppressed })].join('');
      const written = withoutPage(whole);
      if (process.env.KEYHOUND_GOLDEN === 'write') writeFileSync(new URL(name, GOLDEN), written);
      assert.equal(written, readFileSync(new URL(name, GOLDEN), 'utf8'));
    });
  }
}

/** The script and style of the HTML report are built from page/ and looked at by scripts/check-html.mjs. */
function withoutPage(text: string): string {
  return text
    .replace(pageScript, 'SCRIPT')
    .replace(pageStyle, 'STYLE')
    .replace(/sha256-[\w+/=]+/g, 'sha256-HASH');
}

test("a name that is no format is the user's mistake", async () => {
  for (const name of ['', 'xml', 'constructor', '__proto__'])
    await assert.rejects(loadReporter(name), UserError);
});
