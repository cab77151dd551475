import { UserError } from '../errors.js';
import type { Reporter } from '../types.js';

const json: Reporter = {
  format: 'json',
  *render(report, options) {
    const findings = report.findings.filter((f) => options.includeSuppressed || !f.suppression);
    const suppressed = report.findings.filter((f) => f.suppression).length;
    yield `${JSON.stringify({ ...report, findings, suppressed, rules: undefined }, null, 1)}\n`;
  },
};
const text: Reporter = {
  format: 'text',
  *render(report) {
    for (const f of report.findings)
      yield `${f.path}:${f.startLine}:${f.startColumn} ${f.title} ${f.snippet}\n`;
    yield `${report.outcome}: ${report.findings.length} findings, ${report.scanned.units} units\n`;
  },
};

/** The reporter of a format; throws UserError for an unknown one. */
export async function loadReporter(format: string): Promise<Reporter> {
  if (format === 'json') return json;
  if (format === 'text') return text;
  throw new UserError(`--format ${format}: must be one of text, json`);
}
