import { createHash } from 'node:crypto';
import { pageScript, pageStyle } from '../generated/page.js';
import type { Report, Reporter } from '../types.js';
import { json, markup, sourceLine } from './escape.js';
import { pageData } from './html-data.js';
import type { PageData } from './html-model.js';
import { count } from './phrase.js';
import { activeFindings, worstFirst } from './ranking.js';

const WITHOUT_SCRIPT = 200;

/**
 * An audit as one file to open from disk. It loads nothing: its policy allows only its own style and script, by hash.
 * The findings are data in it; the page (page/) shows them and never makes markup of them.
 */
export const html: Reporter = {
  format: 'html',
  *render(report, options) {
    yield* head(report);
    yield '<body>\n<div id="page"></div>\n';
    yield* withoutScript(report);
    yield '<script type="application/json" id="data">';
    yield* data(pageData(report, options));
    yield `</script>\n<script>${pageScript}</script>\n</body>\n</html>\n`;
  },
};

function* head(report: Report): Iterable<string> {
  const policy = [
    "default-src 'none'",
    `style-src '${hash(pageStyle)}'`,
    `script-src '${hash(pageScript)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n';
  yield '<meta name="color-scheme" content="light dark">\n';
  yield `<title>${markup(`keyhound: ${count(activeFindings(report).length, 'finding')}`)}</title>\n`;
  yield `<style>${pageStyle}</style>\n</head>\n`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The data in pieces, so that a report of any size streams. */
function* data({ secrets, ...rest }: PageData): Iterable<string> {
  yield `${json(rest).slice(0, -1)},"secrets":[`;
  for (const [at, secret] of secrets.entries()) yield `${at > 0 ? ',' : ''}\n${json(secret)}`;
  yield ']}';
}

function* withoutScript(report: Report): Iterable<string> {
  const findings = worstFirst(activeFindings(report));
  yield `<noscript><main class="plain"><h1>keyhound: ${count(findings.length, 'finding')}</h1>\n`;
  yield `<p>Search and timeline need JavaScript. The ${WITHOUT_SCRIPT} worst findings at most:</p>\n`;
  yield '<table><thead><tr><th>Severity<th>Secret<th>Where</tr></thead><tbody>\n';
  for (const { severity, title, redacted, path, startLine } of findings.slice(0, WITHOUT_SCRIPT)) {
    const cells = [severity, `${title} ${sourceLine(redacted)}`, `${path}:${startLine}`];
    yield `<tr>${cells.map((cell) => `<td>${markup(cell)}`).join('')}</tr>\n`;
  }
  yield '</tbody></table></main></noscript>\n';
}
