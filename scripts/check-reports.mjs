// Shows reports to their consumers' own validators and parsers: node scripts/check-reports.mjs [--install] [--quick]
// [--github-schema FILE] [--gitlab-schema FILE] [--junit-schema FILE]. Says `skipped: why` for what is not there; with
// --install nothing that could be installed is skipped. --quick leaves out the largest report.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { loadReporter } from '../dist/index.js';
import { reportOf } from './made-up-report.mjs';
import { installPackages, load, runChecks, tools } from './validators.mjs';

const { values } = parseArgs({
  options: {
    install: { type: 'boolean' },
    quick: { type: 'boolean' },
    'gitlab-schema': { type: 'string' },
    'github-schema': { type: 'string' },
    'junit-schema': { type: 'string' },
  },
});
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
  'xmllint-wasm@5',
];
const installed = values.install === true && installPackages(PACKAGES);
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

const reporters = Object.fromEntries(
  await Promise.all(
    ['sarif', 'json', 'gitlab', 'junit', 'csv', 'markdown'].map(async (name) => [
      name,
      await loadReporter(name),
    ]),
  ),
);

function write(format, report, includeSuppressed) {
  const options = {
    includeSuppressed,
    color: false,
    quiet: false,
    time: { start: '2026-01-02T03:04:05Z', end: '2026-01-02T03:04:06Z' },
  };
  return [...reporters[format].render(report, options)].join('');
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
  async 'SARIF: valid against the schema, in two validators'() {
    const schema = join(tools, 'node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json');
    if (!existsSync(schema)) return 'the schema that comes with the multitool is not there';
    const validators = [await ajvFor(schema, 'ajv/dist/2020.js'), await jsonschemaFor(schema)];
    // the upload action's own copy of it
    if (values['github-schema']) validators.push(await jsonschemaFor(values['github-schema']));
    if (validators.includes(undefined)) return 'ajv or jsonschema is not there';
    for (const log of reportsAs('sarif'))
      for (const errorsOf of validators) assert.deepEqual(errorsOf(log), []);
  },
  ...(values['gitlab-schema'] && {
    async 'GitLab: valid against its schema'() {
      const errorsOf = await ajvFor(values['gitlab-schema'], 'ajv');
      if (!errorsOf) return 'ajv is not there';
      for (const report of reportsAs('gitlab')) assert.deepEqual(errorsOf(report), []);
    },
  }),
  async 'JSON: valid against the schema that is published with it'() {
    const errorsOf = await ajvFor('schema/report.schema.json', 'ajv/dist/2020.js');
    if (!errorsOf) return 'ajv is not there';
    for (const report of reportsAs('json')) assert.deepEqual(errorsOf(report), []);
  },
  ...(values['junit-schema'] && {
    async "JUnit: valid against a consumer's schema, but for where a case stands"() {
      const { validateXML } = (await load('xmllint-wasm')) ?? {};
      if (!validateXML) return 'xmllint-wasm is not there';
      const schema = readFileSync(values['junit-schema'], 'utf8');
      for (const report of [reportOf(0), reportOf(1), reportOf(500), reportOf(200, { hostile: true })]) {
        // GitLab and others read file and line of a case; schemas do not know them
        const text = write('junit', report, true).replace(/ file="[^"]*" line="\d+"/g, '');
        const { errors } = await validateXML({ xml: { fileName: 'r.xml', contents: text }, schema });
        assert.deepEqual(errors, []);
      }
    },
  }),
  async 'JUnit: well-formed, and each finding is one failure'() {
    const { XMLParser, XMLValidator } = (await load('fast-xml-parser')) ?? {};
    if (!XMLParser) return 'fast-xml-parser is not there';
    for (const hostile of [false, true]) {
      const report = reportOf(2_000, { hostile });
      const text = write('junit', report, false);
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
      const rows = parse(write('csv', report, true), {
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
      const text = write('markdown', reportOf(2_000, { hostile }), true);
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

/** Reports as parsed JSON: small, large, hostile, and each with and without what is suppressed. */
function* reportsAs(format) {
  for (const report of [reportOf(0), reportOf(1), reportOf(500), reportOf(200, { hostile: true })])
    for (const full of [false, true]) yield JSON.parse(write(format, report, full));
}

/** Gives what ajv finds wrong with a value; undefined where ajv is not there. */
async function ajvFor(schema, name) {
  const Ajv = (await load(name))?.default;
  const formats = (await load('ajv-formats'))?.default;
  if (!Ajv || !formats) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  return (value) => (validate(value) ? [] : validate.errors.slice(0, 3));
}

/** The same by the validator that GitHub's upload uses. */
async function jsonschemaFor(file) {
  const { Validator } = (await load('jsonschema')) ?? {};
  if (!Validator) return undefined;
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  return (value) => new Validator().validate(value, schema).errors.slice(0, 3).map(String);
}

/** Both forms of a report: the one for GitHub by GitHub's rules and limits too. */
async function validateSarif(report, name, config) {
  for (const full of [false, true]) {
    const text = write('sarif', report, full);
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

await runChecks(checks, { installed });
rmSync(folder, { recursive: true, force: true });
