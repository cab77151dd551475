import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createEngine, matchesIn } from '../src/engine.js';
import { rules } from '../src/index.js';
import type { LocatedMatch, Rule } from '../src/types.js';
import { fill } from './fill.js';

/** What may stand around a token that is known by itself. */
const AROUND: Readonly<Record<string, (token: string) => string>> = {
  'a line': (t) => `before\n${t}\nafter\n`,
  'lines of Windows': (t) => `a\r\n${t}\r\nb`,
  'double quotes': (t) => `x = "${t}"`,
  'single quotes': (t) => `x = '${t}'`,
  backquotes: (t) => `x = \`${t}\``,
  JSON: (t) => `{"a":"b","value":"${t}","c":1}`,
  'JSON in a string': (t) => `"{\\"value\\":\\"${t}\\"}"`,
  YAML: (t) => `value: ${t}\nb: 1`,
  'a list of YAML': (t) => `- ${t}\n- b`,
  '.env': (t) => `VALUE=${t}\n`,
  'a shell': (t) => `export VALUE=${t}; run`,
  'a query': (t) => `https://host.io/v1?value=${t}&x=1`,
  'the end of a query': (t) => `https://host.io/v1?x=1&value=${t}`,
  'a header': (t) => `X-Value: ${t}\r\n`,
  curl: (t) => `curl -H "Authorization: Bearer ${t}" https://host.io`,
  'an element': (t) => `<value>${t}</value>`,
  'an attribute': (t) => `<a value="${t}"/>`,
  CSV: (t) => `1,${t},2024-01-01`,
  tabs: (t) => `1\t${t}\t2024`,
  'a call': (t) => `connect("${t}", 1)`,
  parentheses: (t) => `connect(${t})`,
  brackets: (t) => `[${t}]`,
  braces: (t) => `{${t}}`,
  'a full stop': (t) => `It is ${t}.`,
  'a comma': (t) => `It is ${t}, ok`,
  'a semicolon': (t) => `x=${t};`,
  'an exclamation': (t) => `${t}!`,
  Markdown: (t) => `Use \`${t}\` now`,
  'a table': (t) => `| k | ${t} |`,
  'a log': (t) => `2024-01-01T00:00:00Z [INFO] value=${t} ok`,
  'HTML entities': (t) => `value=&quot;${t}&quot;`,
  'percent encoding': (t) => `value%3D${encodeURIComponent(t)}%26b`,
  base64: (t) => Buffer.from(`value: ${t}\n`, 'latin1').toString('base64'),
};

/** Escaped white space before a token: found where the token begins with a keyword. */
const ESCAPED = ['\\n', '\\r\\n', '\\t'];

/** How a name of its provider and a token without a format of its own may be put together. */
const ASSIGNED: Readonly<Record<string, (name: string, token: string) => string>> = {
  '.env': (n, t) => `${n}=${t}\n`,
  'a shell': (n, t) => `export ${n}="${t}"\n`,
  'single quotes': (n, t) => `${n} = '${t}'`,
  Go: (n, t) => `${n} := "${t}"`,
  'Go with a type': (n, t) => `var ${n} string = "${t}"`,
  TypeScript: (n, t) => `const ${n}: string = '${t}';`,
  YAML: (n, t) => `${n}: ${t}\n`,
  'a pair of YAML': (n, t) => `- name: ${n}\n  value: ${t}\n`,
  JSON: (n, t) => `{"a":1,"${n}":"${t}","b":2}`,
  'JSON in a string': (n, t) => `{\\"${n}\\": \\"${t}\\"}`,
  'a hash': (n, t) => `'${n}' => '${t}',`,
  'an element': (n, t) => `<${n}>${t}</${n}>`,
  attributes: (n, t) => `<add key="${n}" value="${t}"/>`,
  'a call': (n, t) => `${n}("${t}")`,
  'a default': (n, t) => `getenv("${n}", "${t}")`,
  'an alternative': (n, t) => `x = os.getenv("${n}") or "${t}"`,
  'an element of a map': (n, t) => `os.environ["${n}"] = "${t}"`,
  'a comparison': (n, t) => `if (${n} == "${t}") {`,
  curl: (n, t) => `curl -H '${n}: ${t}' https://host.io`,
  'a query': (n, t) => `https://host.io/?${n}=${t}&a=b`,
  'an option': (n, t) => `tool --${n} ${t}`,
  'a comment': (n, t) => `# ${n}: ${t}\n`,
  CSV: (n, t) => `${n},${t}\n`,
  'a blank': (n, t) => `${n} '${t}'`,
  'a log': (n, t) => `[DEBUG] Using ${n}=${t}\n[INFO] ok`,
  'a table': (n, t) => `| ${n} | ${t} |`,
};

const NAMES: readonly ((provider: string) => string)[] = [
  (p) => `${p.toUpperCase()}_API_KEY`,
  (p) => `${p.toUpperCase()}_SECRET`,
  (p) => `${p}ApiKey`,
  (p) => `${p}-api-key`,
  (p) => `${p}.api.token`,
  (p) => `${p}_access_token`,
  (p) => `${p} token`,
];

const engine = createEngine(rules);

function find(text: string): readonly LocatedMatch[] {
  const bytes = Buffer.from(text, 'latin1');
  const origin = { path: 'settings.txt', kind: 'file' } as const;
  return matchesIn({ origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] }, engine);
}

/** The secret that a rule finds in its own examples. */
function secretsOf(rule: Rule): readonly string[] {
  return rule.examples.match.flatMap((example) =>
    find(fill(example))
      .filter(({ match }) => match.rule.id === rule.id)
      .map(({ match }) => match.secret),
  );
}

const isFormat = ({ match: { rule } }: LocatedMatch) => rule.provider !== 'generic';

describe('a token that is known by itself', () => {
  const tokens = rules
    .filter(({ pattern, provider }) => pattern !== undefined && provider !== 'generic')
    .flatMap((rule) => secretsOf(rule).map((token) => ({ rule, token })))
    .filter(
      ({ rule, token }) => !token.includes('\n') && find(token).some((m) => m.match.rule.id === rule.id),
    );

  it('is what most rules have', () => assert.ok(tokens.length > 400, `${tokens.length}`));

  for (const [name, around] of Object.entries(AROUND)) {
    it(`is found in, before or after ${name}`, () => {
      const missed = tokens.filter(({ token }) => !find(around(token)).some(isFormat));
      assert.deepEqual(
        missed.map(({ rule }) => rule.id),
        [],
      );
    });
  }

  it('is found behind escaped white space where it begins with a keyword', () => {
    const started = tokens.filter(({ rule, token }) =>
      rule.keywords.some((keyword) => token.toLowerCase().startsWith(keyword)),
    );
    assert.ok(started.length > 300, `${started.length}`);
    for (const blank of ESCAPED) {
      const missed = started.filter(({ token }) => !find(`"first${blank}${token}${blank}"`).some(isFormat));
      assert.deepEqual(
        missed.map(({ rule }) => rule.id),
        [],
        blank,
      );
    }
  });
});

describe("a token without a format, given to a name with its provider's", () => {
  const tokens = rules
    .filter(({ value }) => value !== undefined)
    .flatMap((rule) => {
      const provider = rule.keywords.find((keyword) => /^[a-z0-9]{3,}$/.test(keyword));
      const token = secretsOf(rule)[0];
      return provider && token ? [{ rule, provider, token }] : [];
    });

  for (const [form, assign] of Object.entries(ASSIGNED)) {
    it(`is found in ${form}`, () => {
      const missed = tokens.flatMap(({ rule, provider, token }) =>
        NAMES.slice(0, form === '.env' ? NAMES.length : 1)
          .map((nameOf) => assign(nameOf(provider), token))
          .filter((text) => {
            const at = text.indexOf(token);
            return !find(text).some(({ place }) => place[0] < at + token.length && place[1] > at);
          })
          .map((text) => `${rule.id}: ${text.replace(token, '…')}`),
      );
      assert.deepEqual(missed, []);
    });
  }
});
