/**
 * Makes hostile text neutral, one function per output channel. Names, messages, contents, authors and rule texts
 * all come from outside; no reporter prints any of them by another way.
 */

/** Control and format characters (bidi, zero width, tags), line separators, lone surrogates, noncharacters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]|[\u{e0100}-\u{e01ef}]/gu;

/** `##[` and `##vso[`, which CI runners obey anywhere in a line. */
const RUNNER_COMMAND = /##(?=[a-z]*\[)/gi;

/** One line of text in which nothing is hidden and no runner or terminal finds a command. */
export function plain(text: string): string {
  return text
    .replace(HIDDEN, shown)
    .replace(RUNNER_COMMAND, '#\\x23')
    .replace(/^(\s*):(?=:)/, '$1\\x3a');
}

/** A line of source as `plain`, with tabs as single spaces so that columns stay what they are. */
export function sourceLine(text: string): string {
  return plain(text.replaceAll('\t', ' '));
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

/** JSON on one line whose value is exactly the input's, written in characters that are safe in any log or page. */
export function json(value: unknown): string {
  return JSON.stringify(value)
    .replace(HIDDEN, (character) =>
      Array.from({ length: character.length }, (_, i) => unit(character, i)).join(''),
    )
    .replace(RUNNER_COMMAND, '#\\u0023')
    .replaceAll('<', '\\u003c');
}

function unit(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
}

/** The message of a GitHub workflow command. https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function commandMessage(text: string): string {
  return plain(text).replaceAll('%', '%25');
}

/** The value of a property of a GitHub workflow command. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A quoted CSV cell (RFC 4180) that no spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const cell = plain(text).replaceAll('"', '""');
  return /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(cell) ? `"'${cell}"` : `"${cell}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and XML, in elements and in quoted attributes. */
export function markup(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Prose for a cell of a GitHub-flavoured Markdown table: no formatting, link, mention, reference or HTML in it. */
export function markdown(text: string): string {
  return plain(text)
    .replace(/[!#$&()*+:<=>[\\\]^_`{|}~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replaceAll('@', '\uff20');
}

/** Prose where Markdown is rendered by some readers and shown as it is by others: plain words stay what they are. */
export function softMarkdown(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]<>~|$]/g, '\\$&')
    .replaceAll('@', '\uff20');
}

/** A code span for a cell of a GitHub-flavoured Markdown table: the only place where content of files may stand. */
export function markdownCode(text: string): string {
  const content = plain(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${content.replaceAll('|', '\\|')} ${fence}`;
}

/** The text of a SARIF message: brackets make no links, braces no placeholders (SARIF 2.1.0, 3.11.5 and 3.11.6). */
export function sarifText(text: string): string {
  return plain(text)
    .replace(/[[\]\\]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
}

/** A relative path as a URI reference, percent-encoded, bytes that are no text as U+FFFD. */
export function pathUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

/** A link that may stand in a report: absolute http or https, else nothing. */
export function webLink(text: string): string | undefined {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? new URL(text).href : undefined;
}
