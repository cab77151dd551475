// Shows reports to their consumers' own validators and parsers: node scripts/check-reports.mjs [--install] [--quick]
// [--gitlab-schema FILE] [--github-schema FILE]. Says `skipped: why` for what is not there. --quick leaves out the
// largest report. Heavy (the SARIF validator is 100 MB), so not part of `npm test`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { loadReporter } from '../dist/index.js';
import { reportOf } from './made-up-report.mjs';

const { values } = parseArgs({
  options: {
    install: { type: 'boolean' },
    quick: { type: 'boolean' },
    'gitlab-schema': { type: 'string' },
    'github-schema': { type: 'string' },
  },
});
const tools = process.env.REPORT_TOOLS ?? new URL('../out/tools/', import.meta.url).pathname;
const PACKAGES = [
  '@microsoft/sarif-multitool@5',
  '@microsoft/sarif-multitool-linux@5',
  'ajv@8',
  'ajv-formats@3',
  'csv-parse@7',
  'fast-xml-parser@5',
  'jsonschema@1',
  'micromark@4',
  'micromark-extension-gfm@3',
];
if (values.install) {
  mkdirSync(tools, { recursive: true });
  const args = ['install', '--silent', '--no-audit', '--no-fund', '--prefix', tools, ...PACKAGES];
  const { status } = spawnSync('npm', args, { stdio: 'inherit' });
  if (status !== 0) console.log('skipped: npm could not install the validators');
}
const require = createRequire(join(tools, 'x.js'));
const folder = mkdtempSync(join(tmpdir(), 'keyhound-reports-'));
const multitool = join(tools, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');

/** The rules for GitHub that are off unless asked for; GH1004 stays off, its limits are not GitHub's. */
const GITHUB_RULES = [
  'GH1001.ProvideRequiredLocationProperties',
  'GH1002.InlineThreadFlowLocations',
  'GH1003.ProvideRequiredRegionProperties',
  'GH1005.LocationsMustBeRelativeUrisOrFilePaths',
  'GH1006.ProvideCheckoutPath',
  'GH1007.ProvideFullyFormattedMessageStrings',
];

async function write(format, report, includeSuppressed) {
  const reporter = await loadReporter(format);
  const options = {
    includeSuppressed,
    color: false,
    quiet: false,
    time: { start: '2026-01-02T03:04:05Z', end: '2026-01-02T03:04:06Z' },
  };
  return [...reporter.render(report, options)].join('');
}

async function load(name) {
  try {
    return require(name);
  } catch {
    try {
      return await import(require.resolve(name));
    } catch {
      return undefined;
    }
  }
}

const SIZES = [0, 1, 5_001, ...(values.quick ? [] : [200_000])];

const checks = {
  async 'SARIF: no error and no warning of the multitool, with the rules for GitHub'() {
    if (!existsSync(multitool)) return 'the multitool is not there';
    const config = join(folder, 'github.xml');
    const rules = GITHUB_RULES.map(
      (rule) => `<Properties Key='${rule}.Options'><Property Key='RuleEnabled' Value='Error' /></Properties>`,
    );
    writeFileSync(config, `<?xml version="1.0" encoding="utf-8"?><Properties>${rules.join('')}</Properties>`);
    for (const size of SIZES) await validateSarif(reportOf(size), `${size} findings`, config);
    await validateSarif(reportOf(300, { hostile: true }), '300 hostile findings', config);
  },
  async 'SARIF: valid against the schema of the multitool and of the upload action'() {
    const Ajv = (await load('ajv/dist/2020.js'))?.default;
    const formats = (await load('ajv-formats'))?.default;
    const schema = join(tools, 'node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json');
    if (!Ajv || !existsSync(schema)) return 'ajv or the schema is not there';
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    const { Validator } = (await load('jsonschema')) ?? {};
    for (const report of [reportOf(0), reportOf(1), reportOf(500), reportOf(200, { hostile: true })]) {
      for (const full of [false, true]) {
        const log = JSON.parse(await write('sarif', report, full));
        assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
        if (!values['github-schema'] || !Validator) continue;
        const { errors } = new Validator().validate(
          log,
          JSON.parse(readFileSync(values['github-schema'], 'utf8')),
        );
        assert.deepEqual(errors.map(String), []);
      }
    }
    if (!values['github-schema'])
      console.log('  skipped: the schema of the upload action; name it with --github-schema');
  },
  async 'GitLab: valid against schema 15.2.1'() {
    const Ajv = (await load('ajv'))?.default;
    if (!Ajv || !values['gitlab-schema']) return 'name the schema with --gitlab-schema';
    const validate = new Ajv({ strict: false, allErrors: true }).compile(
      JSON.parse(readFileSync(values['gitlab-schema'], 'utf8')),
    );
    for (const report of [reportOf(0), reportOf(1), reportOf(5_001), reportOf(200, { hostile: true })]) {
      assert.ok(
        validate(JSON.parse(await write('gitlab', report, true))),
        JSON.stringify(validate.errors?.slice(0, 3)),
      );
    }
  },
  async 'JUnit: well-formed, and each finding is one failure'() {
    const { XMLParser, XMLValidator } = (await load('fast-xml-parser')) ?? {};
    if (!XMLParser) return 'fast-xml-parser is not there';
    for (const hostile of [false, true]) {
      const report = reportOf(2_000, { hostile });
      const text = await write('junit', report, false);
      assert.equal(XMLValidator.validate(text), true);
      const parser = new XMLParser({
        ignoreAttributes: false,
        isArray: (name) => ['testsuite', 'testcase'].includes(name),
        processEntities: { maxTotalExpansions: 1e7, maxExpandedLength: 1e9 },
      });
      const cases = parser.parse(text).testsuites.testsuite.flatMap((suite) => suite.testcase);
      assert.equal(
        cases.filter((one) => one.failure !== undefined).length,
        report.findings.filter((f) => !f.suppression).length,
      );
    }
  },
  async 'CSV: every row has every column, after a parser that allows nothing loose'() {
    const { parse } = (await load('csv-parse/sync')) ?? {};
    if (!parse) return 'csv-parse is not there';
    for (const hostile of [false, true]) {
      const report = reportOf(2_000, { hostile });
      const rows = parse(await write('csv', report, true), {
        columns: true,
        relax_quotes: false,
        relax_column_count: false,
      });
      assert.equal(rows.length, report.findings.length + report.skipped.length);
      for (const row of rows) for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^\s*[=+\-@]/);
    }
  },
  async 'Markdown: no link, image or markup of what was found'() {
    const { micromark } = (await load('micromark')) ?? {};
    const { gfm, gfmHtml } = (await load('micromark-extension-gfm')) ?? {};
    if (!micromark || !gfm) return 'micromark is not there';
    for (const hostile of [false, true]) {
      const text = await write('markdown', reportOf(2_000, { hostile }), true);
      assert.ok(Buffer.byteLength(text) < 1024 * 1024);
      const page = micromark(text, {
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
        allowDangerousHtml: true,
      });
      const links = [...page.matchAll(/<a href="([^"]*)"/g)].map(([, link]) => link);
      if (hostile) assert.deepEqual(links, []);
      for (const link of links) assert.match(link, /^https:\/\//);
      assert.doesNotMatch(page, /<(?:img|script|svg|iframe|input)/);
      assert.equal(page.match(/<tr>/g).length, 300 + 1 + 1 + 3);
    }
  },
};

/** Both forms of a report: the one for GitHub by GitHub's rules and limits too. */
async function validateSarif(report, name, config) {
  for (const full of [false, true]) {
    const text = await write('sarif', report, full);
    const zipped = gzipSync(text).length;
    const { counts, worst } = multitoolSays(text, full ? 'Sarif' : 'Sarif;Ghas', config);
    const size = `${(text.length / 1e6).toFixed(1)} MB, ${(zipped / 1e6).toFixed(2)} MB gzipped`;
    console.log(`  ${name}, ${full ? 'full' : 'for GitHub'}: ${size}; ${counts}`);
    assert.deepEqual(worst, []);
    if (!full) assert.ok(zipped < 10_000_000 && JSON.parse(text).runs[0].results.length <= 5_000);
  }
}

function multitoolSays(text, kinds, config) {
  const [file, out] = [join(folder, 'r.sarif'), join(folder, 'out.sarif')];
  writeFileSync(file, text);
  rmSync(out, { force: true });
  // its exit code is 0 even for broken JSON: what counts is the log it writes
  const args = [
    'validate',
    file,
    '--rule-kind',
    kinds,
    '--config',
    config,
    '--level',
    'Error;Warning;Note',
    '-o',
    out,
    '--max-file-size-in-kb',
    '1000000',
    '--log',
    'ForceOverwrite',
  ];
  spawnSync(multitool, args, { stdio: 'ignore', maxBuffer: 1 << 28 });
  assert.ok(existsSync(out) && statSync(out).size > 0, 'the multitool wrote no log');
  const [run] = JSON.parse(readFileSync(out, 'utf8')).runs;
  assert.notEqual(run.invocations?.[0]?.executionSuccessful, false);
  const tally = {};
  const results = run.results ?? [];
  for (const { ruleId, level = 'warning' } of results)
    tally[`${level} ${ruleId}`] = (tally[`${level} ${ruleId}`] ?? 0) + 1;
  const worst = results
    .filter(({ level = 'warning' }) => level !== 'note')
    .map(({ ruleId, message }) => `${ruleId} ${message.arguments?.join(' ')}`);
  const number = (wanted) => results.filter(({ level = 'warning' }) => level === wanted).length;
  return {
    counts: `${number('error')} errors, ${number('warning')} warnings, notes of ${Object.keys(tally)
      .filter((k) => k.startsWith('note'))
      .map((k) => k.slice(5))
      .sort()
      .join(' ')}`,
    worst: worst.slice(0, 5),
  };
}

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    const skipped = await check();
    console.log(skipped ? `skipped: ${name}: ${skipped}` : `ok ${name}`);
  } catch (error) {
    failed++;
    console.log(`not ok ${name}\n${error.stack}`);
  }
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
