// Opens HTML reports in a real browser: node scripts/check-html.mjs [--install] [--pictures FOLDER]
// Needs a Chromium on the PATH (or in CHROMIUM) and playwright-core; says `skipped: why` where they are missing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { reportOf } from './made-up-report.mjs';
import { installPackages, installProgram, load, runChecks } from './validators.mjs';

const { values } = parseArgs({ options: { install: { type: 'boolean' }, pictures: { type: 'string' } } });
const browserName = process.env.CHROMIUM ?? 'chromium';
const installed =
  values.install === true &&
  installPackages(['playwright-core@1', 'axe-core@4']) &&
  installProgram(browserName, 'chromium');

function pathOf(program) {
  try {
    return execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

const library = await load('playwright-core');
const axe = await load('axe-core');
const executablePath = pathOf(browserName);
if (!library || !executablePath) {
  console.log(
    `skipped: ${library ? `no ${browserName} on the PATH` : 'playwright-core is not there'}; use --install`,
  );
  process.exit(installed ? 1 : 0);
}

const folder = mkdtempSync(join(tmpdir(), 'keyhound-html-'));
const { loadReporter } = await import('../dist/index.js');
const html = await loadReporter('html');
const browser = await library.chromium.launch({ executablePath, args: ['--no-sandbox'] });

function write(name, report) {
  const file = join(folder, `${name}.html`);
  writeFileSync(
    file,
    [...html.render(report, { includeSuppressed: true, color: false, quiet: false })].join(''),
  );
  return file;
}

async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on(
    'request',
    (request) => request.url().startsWith('file:') || troubles.push(`asked for ${request.url()}`),
  );
  const start = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.locator('footer').waitFor();
  return { page, troubles, milliseconds: Math.round(performance.now() - start), context };
}

const checks = {
  async 'a report without findings says so'() {
    const { page, troubles, context } = await open(write('none', reportOf(0)));
    assert.equal(await page.locator('h1').textContent(), 'No secrets found');
    assert.deepEqual(troubles, []);
    await context.close();
  },
  async 'what could not be read is said before anything is called clean'() {
    const skipped = [{ path: 'video.mov', reason: 'larger than 50 MB', incomplete: true }];
    const { page, troubles, context } = await open(
      write('gaps', { ...reportOf(0), outcome: 'incomplete', skipped }),
    );
    assert.equal(await page.locator('h1').textContent(), 'No secret in what could be read');
    assert.doesNotMatch(await page.locator('.verdict').textContent(), /Nothing to rotate|No secrets found/);
    await page.getByText('see which and why').press('Enter');
    await page.getByText('video.mov').waitFor();
    assert.deepEqual(troubles, []);
    await context.close();
  },
  async 'one finding: its rule, its place, what to do, by keyboard alone'() {
    const { page, troubles, context } = await open(write('one', reportOf(1)));
    assert.equal(await page.locator('h1').textContent(), '1 secret');
    assert.match(await page.locator('.lead').textContent(), /^In 1 place\. It (?:is only|can be)/);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'words');
    await page.keyboard.type('no such thing');
    await page.locator('.none').waitFor();
    await page.locator('.reset').press('Enter');
    await page.locator('.secret').first().waitFor();
    await page.locator('.places li').first().waitFor();
    assert.deepEqual(troubles, []);
    await context.close();
  },
  async 'twenty thousand findings open, are searched, and are shown as they are needed'() {
    const file = write('many', reportOf(20_000));
    const { page, troubles, milliseconds, context } = await open(file);
    console.log(`  ${(statSync(file).size / 1e6).toFixed(1)} MB opened in ${milliseconds} ms`);
    assert.ok((await page.locator('.secret').count()) < 500, 'rows are made as they are needed');
    const start = performance.now();
    await page.locator('#words').fill('service-7/ stripe');
    await page.waitForFunction(() => / of /.test(document.querySelector('.status').textContent));
    console.log(`  searched in ${Math.round(performance.now() - start)} ms`);
    await page.locator('.secret summary').first().click();
    await page.locator('.inside').first().waitFor();
    assert.deepEqual(troubles, []);
    await context.close();
  },
  async 'hostile names and contents stay text'() {
    const { page, troubles, context } = await open(write('hostile', reportOf(40, { hostile: true })));
    for (const row of await page.locator('.secret summary').all()) await row.click();
    assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
    assert.equal(await page.locator('main img, main iframe, main script, main object').count(), 0);
    const links = await page.locator('a').evaluateAll((all) => all.map((a) => a.protocol));
    assert.deepEqual([...new Set(links)].sort(), ['file:', 'https:']);
    assert.deepEqual(troubles, []);
    await context.close();
  },
  async 'every control has a name, colours have contrast, nothing overflows a phone'() {
    for (const colorScheme of ['light', 'dark']) {
      const { page, context } = await open(write('phone', reportOf(60)), {
        viewport: { width: 360, height: 740 },
        colorScheme,
      });
      await page.locator('.secret summary').first().click();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 360, `the page is ${wide} wide`);
      const nameless = await page.evaluate(() =>
        [...document.querySelectorAll('button, a, input, select')]
          .filter((e) => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length))
          .map((e) => e.outerHTML),
      );
      assert.deepEqual(nameless, []);
      const faint = await page.evaluate(lowContrast);
      assert.deepEqual(faint, []);
      await context.close();
    }
  },
  async 'a printed report shows every secret opened'() {
    const { page, context } = await open(write('print', reportOf(60)));
    const rows = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      return [...document.querySelectorAll('.secret')].map((row) => row.querySelector('.inside') !== null);
    });
    assert.ok(rows.length >= 50 && !rows.includes(false));
    await context.close();
  },
  async 'axe finds nothing that a screen reader stumbles over'() {
    if (!axe) return 'axe-core is not there';
    for (const [number, colorScheme] of [
      [0, 'light'],
      [60, 'light'],
      [60, 'dark'],
    ]) {
      const { page, context } = await open(write('axe', reportOf(number)), { colorScheme, bypassCSP: true });
      if (number > 0) await page.locator('.secret summary').first().click();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map((node) => node.target)
              .join(' ')}`,
        ),
        [],
      );
      await context.close();
    }
  },
};

/** Texts whose contrast to what lies behind them is below 4.5 (WCAG AA). Runs in the page. */
function lowContrast() {
  const parse = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) =>
      v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const element of document.querySelectorAll('main *, header *, footer')) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || element.closest('[disabled], .unseen, .skip, svg') || !element.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...faint];
}

async function pictures(into) {
  mkdirSync(into, { recursive: true });
  const shots = [
    ['none-light', 0, { colorScheme: 'light' }],
    ['one-dark', 1, { colorScheme: 'dark' }],
    ['some-light', 60, { colorScheme: 'light' }],
    ['some-dark', 60, { colorScheme: 'dark' }],
    ['many-light', 20_000, { colorScheme: 'light' }],
    [
      'phone-light',
      60,
      { colorScheme: 'light', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    ],
    ['phone-dark', 60, { colorScheme: 'dark', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }],
  ];
  for (const [name, number, options] of shots) {
    const { page, context } = await open(write(name, reportOf(number)), options);
    await page.screenshot({ path: join(into, `${name}.png`) });
    if (number > 0) await page.locator('.secret summary').first().click();
    if (number === 60) await page.screenshot({ path: join(into, `${name}-list.png`), clip: undefined });
    if (number === 60) await page.screenshot({ path: join(into, `${name}-full.png`), fullPage: true });
    if (name === 'some-light') await page.pdf({ path: join(into, 'some.pdf'), format: 'A4' });
    await context.close();
  }
}

try {
  if (values.pictures) await pictures(values.pictures);
  await runChecks(checks, { installed });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
