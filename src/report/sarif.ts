import { createHash } from 'node:crypto';
import type { Finding, Report, Reporter, ReportOptions } from '../types.js';
import { json, webLink } from './escape.js';
import { grouped } from './phrase.js';
import { activeFindings, byRule, listedFindings, worstFirst } from './ranking.js';
import { invocation } from './sarif-invocation.js';
import { sarifResult } from './sarif-result.js';
import { CWE_GUID, sarifRule, weaknesses } from './sarif-rule.js';

/** What GitHub code scanning shows of one upload; it takes 25,000 at most. */
const GITHUB_SHOWN = 5_000;
const GITHUB_ACCEPTED = 25_000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://www.npmjs.com/package/keyhound';

/**
 * SARIF 2.1.0 in two forms. Without suppressed findings it is the one to upload to GitHub: at most 5,000 results,
 * the worst, as GitHub ignores `suppressions`. With them it is whole.
 */
export const sarif: Reporter = {
  format: 'sarif',
  *render(report, options) {
    const { findings, notes } = select(report, options);
    const rules = new Map(report.rules.map((rule, index) => [rule.id, index]));
    yield `{"$schema":${json(SCHEMA)},"version":"2.1.0","runs":[{\n"tool":${json(tool(report))},\n`;
    yield `"automationDetails":${json(automation(report))},\n"columnKind":"utf16CodeUnits",\n`;
    yield `"originalUriBaseIds":${json({ SRCROOT: { description: { text: 'The root of what was scanned.' } } })},\n`;
    if (report.repository?.url) yield `"versionControlProvenance":${json(provenance(report.repository))},\n`;
    yield `"redactionTokens":["***","…"],\n"taxonomies":${json(taxonomies(report))},\n`;
    yield `"invocations":[${json(invocation(report, notes))}],\n"results":[`;
    const occurrences = new Map<string, number>();
    for (const [at, finding] of findings.entries()) {
      const seen = occurrences.get(identity(finding)) ?? 0;
      occurrences.set(identity(finding), seen + 1);
      const result = sarifResult(finding, {
        ruleIndex: rules.get(finding.ruleId) ?? -1,
        occurrence: seen + 1,
        full: options.includeSuppressed,
      });
      yield `${at > 0 ? ',' : ''}\n${json(result)}`;
    }
    yield '\n]}]}\n';
  },
};

function identity(finding: Finding): string {
  return `${finding.path}\n${finding.fingerprint}`;
}

function select(report: Report, options: ReportOptions) {
  const all = listedFindings(report, options);
  const active = activeFindings(report).length;
  if (options.includeSuppressed) {
    const tooMany =
      all.length > GITHUB_ACCEPTED
        ? [`GitHub code scanning refuses more than ${grouped(GITHUB_ACCEPTED)} results.`]
        : [];
    return { findings: all, notes: tooMany };
  }
  if (active <= GITHUB_SHOWN) return { findings: all, notes: [] };
  const note = `${grouped(active)} findings; this file holds the ${grouped(GITHUB_SHOWN)} worst, as many as GitHub code scanning shows.`;
  return { findings: worstFirst(all).slice(0, GITHUB_SHOWN), notes: [note] };
}

function tool(report: Report) {
  const { name, version } = report.tool;
  const findings = byRule(report.findings);
  return {
    driver: {
      name,
      fullName: `${name} ${version}`,
      version,
      semanticVersion: version,
      informationUri: HOME,
      rules: report.rules.map((rule) => sarifRule(rule, report.mode, findings.get(rule.id) ?? [])),
      supportedTaxonomies: [{ name: 'CWE', index: 0, guid: CWE_GUID }],
      properties: { rulesDigest: createHash('sha256').update(report.tool.rules).digest('hex').slice(0, 16) },
    },
  };
}

function provenance({ url = '', revision, branch }: NonNullable<Report['repository']>) {
  const link = webLink(url);
  if (!link) return [];
  const repositoryUri = link.replace(/^(https?:\/\/)[^/@]*@/, '$1');
  return [{ repositoryUri, revisionId: revision, branch, mappedTo: { uriBaseId: 'SRCROOT' } }];
}

/** One category for each mode: GitHub closes the alerts that a new upload of the same category does not hold. */
function automation(report: Report) {
  return { id: `keyhound/${report.mode}/`, description: { text: `Secrets found by a ${report.mode} scan.` } };
}

function taxonomies(report: Report) {
  const taxa = weaknesses(report);
  return [
    {
      name: 'CWE',
      organization: 'MITRE',
      guid: CWE_GUID,
      informationUri: 'https://cwe.mitre.org/',
      shortDescription: { text: 'The MITRE Common Weakness Enumeration.' },
      isComprehensive: false,
      taxa,
    },
  ];
}
