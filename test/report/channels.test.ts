import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReporter, REPORT_FORMATS } from '../../src/report/index.js';
import type { Report } from '../../src/types.js';
import { finding, OPTIONS, RULES, report } from './sample.js';

/** Each is an attack on at least one reader of a report. */
const ATTACKS: Readonly<Record<string, string>> = {
  'an escape sequence': '\u001b[2J\u001b[1;31mgone',
  'a clipboard write': '\u001b]52;c;ZXZpbA==\u0007',
  'a C1 sequence': '\u009b31mred',
  'text that runs backwards': '\u202etxt.exe\u2066x',
  'hidden letters': 'a\u200bb\u{e0041}c\ufeff',
  'a carriage return over the line': 'safe.txt\rclean.txt',
  'a new line': 'a\n::error::b\n##[error]c',
  'a line separator': 'a\u2028b\u2029c',
  'a workflow command': '::error file=app.js,line=1::injected',
  'a workflow command after white space': '  ::add-mask::a',
  'an old workflow command': 'x ##[add-mask]a ##vso[task.setvariable variable=a]b ##teamcity[x]',
  'an end of properties': 'a,line=99,title=injected::b%0A',
  'a formula': '=cmd|"/C calc"!A0',
  'another formula': '@SUM(1+1)*cmd',
  'a quote and a comma': '","x","',
  'a script': '</script><script>alert(1)</script><img src=x onerror=alert(1)>',
  'a closed attribute': '" onmouseover="alert(1)" x=\'',
  'an end of CDATA': ']]><x/>&amp;&#0;',
  'a link': '[click](javascript:alert(1)) ![i](http://evil.example/x.png)',
  'an autolink': '<http://evil.example> www.evil.example @everyone #1',
  'a table': 'a | b |\n|---|\n`code` ``more`` ~~x~~ $x$',
  'a lone surrogate': 'a\ud800b\udc00c',
  controls: Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join(''),
  noncharacters: 'a\ufffe\uffffb',
  'a prototype': '__proto__',
  nothing: '',
};

/** A report in which every text that can come from outside is the attack. */
function hostile(text: string): Report {
  return report({
    mode: 'history',
    skipped: [{ path: text, reason: text, incomplete: true }],
    idleIgnores: [{ source: text, what: text }],
    rules: RULES.map((rule) => ({ ...rule, title: text, impact: text, reference: text, remediation: text })),
    findings: [
      finding({
        title: text,
        path: text || 'a',
        snippet: text,
        redacted: text,
        label: text,
        provider: text,
        encodings: [text],
        commit: { id: text, author: text, date: text },
        inHead: false,
        related: [{ name: text, startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }],
      }),
      finding({ path: text || 'a', suppression: { by: 'baseline', reason: text } }),
    ],
  });
}

async function write(format: string, r: Report): Promise<string> {
  const reporter = await loadReporter(format);
  return [...reporter.render(r, { ...OPTIONS, includeSuppressed: true })].join('');
}

/** Whatever the channel: nothing hidden, and no line that a CI runner obeys (its own commands are checked below). */
function isNeutral(text: string, format: string): void {
  const breaks = format === 'csv' ? /\r\n/g : /\n/g;
  const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u.exec(text.replaceAll(breaks, ''));
  assert.equal(hidden, null, `hidden character ${hidden?.[0].codePointAt(0)?.toString(16)}`);
  assert.doesNotMatch(text, /##\[|##\w+\[/);
  if (format === 'github') return;
  for (const line of text.split('\n')) assert.doesNotMatch(line, /^\s*::/);
}

const READ: Readonly<Record<string, (text: string, attack: string) => void>> = {
  text: () => {},
  json: (text, attack) => {
    const { findings } = JSON.parse(text);
    assert.equal(findings[0].title, attack);
  },
  sarif: (text) => {
    const [run] = JSON.parse(text).runs;
    for (const result of run.results) {
      const { uri } = result.locations[0].physicalLocation.artifactLocation;
      assert.match(uri, /^[\w\-.~%/]+$/);
      assert.doesNotThrow(() => decodeURIComponent(uri));
      assert.doesNotMatch(result.message.text.replace(/\\[[\]\\]/g, ''), /[[\]]/);
    }
  },
  gitlab: (text) => assert.equal(JSON.parse(text).vulnerabilities.length, 2),
  github: (text) => {
    for (const line of text.trimEnd().split('\n')) {
      const [, name, properties, message] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
      assert.ok(name && ['error', 'warning', 'notice'].includes(name), line);
      const keys = properties?.split(',').map((property) => property.split('=')[0]) ?? [];
      const known = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];
      assert.deepEqual(keys, keys.length > 1 ? known : ['title']);
      assert.doesNotMatch(message ?? '', /%(?!25)/);
    }
  },
  junit: (text) =>
    assert.deepEqual(xmlNames(text), ['error', 'failure', 'skipped', 'testcase', 'testsuite', 'testsuites']),
  csv: (text) => {
    for (const row of csvRows(text)) {
      assert.equal(row.length, 20);
      for (const cell of row) assert.doesNotMatch(cell, /^\s*[=+\-@]/);
    }
  },
  html: (text) => {
    const [, data = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(text) ?? [];
    assert.doesNotMatch(data, /</);
    assert.equal(JSON.parse(data).secrets[0].places.length, 2);
    const [, fallback = ''] = /<tbody>\n(.*?)<\/tbody>/s.exec(text) ?? [];
    assert.doesNotMatch(fallback.replace(/<\/?t[rd]>/g, ''), /[<>"']/);
    assert.equal(text.match(/<script/g)?.length, 2);
  },
  markdown: (text) => {
    const prose = text
      .replace(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, '')
      .replaceAll('[More](<https://example.com/docs>)', '');
    assert.doesNotMatch(prose, /[<[\]`@]|https?:|www\./i);
    for (const row of text.split('\n').filter((line) => line.startsWith('| '))) {
      const cells = row.replace(/\\\|/g, '').split('|').length - 2;
      assert.ok([2, 5].includes(cells), row);
    }
  },
};

/** The element names of well-formed XML; fails on anything that is not. */
function xmlNames(text: string): readonly string[] {
  const names = new Set<string>();
  const open: string[] = [];
  const token = /<\?xml [^<>]*\?>|<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)(\/?)>|([^<>]+)/gy;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    assert.ok(found, `not XML at ${at}: ${text.slice(at, at + 40)}`);
    const [whole, end, name, , empty] = found;
    assert.doesNotMatch(whole, /&(?!(amp|lt|gt|quot|#39);)/);
    if (!name) continue;
    names.add(name);
    if (end) assert.equal(open.pop(), name);
    else if (!empty) open.push(name);
  }
  assert.deepEqual(open, []);
  return [...names].sort();
}

function csvRows(text: string): readonly (readonly string[])[] {
  const lines = text.split('\r\n');
  assert.equal(lines.pop(), '');
  return lines.map((line) => {
    assert.match(line, /^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
    return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell ?? '');
  });
}

test('every format is held to the table', () => {
  assert.deepEqual(Object.keys(READ).sort(), [...REPORT_FORMATS].sort());
});

for (const format of REPORT_FORMATS) {
  test(`no name or content acts on the reader of ${format} (items 56 and 57)`, async () => {
    for (const [name, attack] of Object.entries(ATTACKS)) {
      const text = await write(format, hostile(attack));
      try {
        isNeutral(text, format);
        READ[format]?.(text, attack);
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
      }
    }
  });

  test(`arbitrary text leaves ${format} well-formed (item 56)`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const written = await write(format, hostile(text));
        isNeutral(written, format);
        READ[format]?.(written, text);
      }),
      { numRuns: 60 },
    );
  });

  test(`the same report is the same ${format}, byte for byte (item 60)`, async () => {
    assert.equal(await write(format, hostile('x')), await write(format, structuredClone(hostile('x'))));
  });
}
