import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Config, loadConfig, parseConfig } from '../../src/config/config.js';
import { findHome } from '../../src/config/find-config.js';
import { folder } from '../keyhound.js';

const known = { rules: ['stripe-live-secret-key', 'generic-password'], checks: ['github-crc32'] };

function load(t: TestContext, files: Record<string, string>): Promise<Config> {
  return loadConfig(folder(t, files), { known });
}

const TOML = `
disabledRules = ["generic-password"]
[paths]
exclude = ["vendor/"]
[[allow]]
paths = ["test/**"]
expires = 2027-01-31
[[rules]]
id = "acme-api-key"
pattern = 'acme_[a-f0-9]{32}'
`;
const YAML = `
disabledRules: [generic-password]
paths: {exclude: [vendor/]}
allow:
  - paths: [test/**]
    expires: 2027-01-31
rules:
  - id: acme-api-key
    pattern: acme_[a-f0-9]{32}
`;
const VALUE = {
  disabledRules: ['generic-password'],
  paths: { exclude: ['vendor/'] },
  allow: [{ paths: ['test/**'], expires: '2027-01-31' }],
  rules: [{ id: 'acme-api-key', pattern: 'acme_[a-f0-9]{32}' }],
};

test('five formats say the same', async (t) => {
  const texts: Record<string, string> = {
    '.keyhound.json': `\uFEFF${JSON.stringify(VALUE)}`,
    '.keyhound.jsonc': `// why\n${JSON.stringify(VALUE).replace(/}$/, ',}')}`,
    '.keyhound.toml': TOML,
    '.keyhound.yaml': YAML,
    '.keyhound.yml': YAML,
    'package.json': JSON.stringify({ name: 'x', keyhound: VALUE }),
  };
  for (const [name, text] of Object.entries(texts)) {
    const { isExcluded, allow, disabledRules, rules } = await load(t, { [name]: text });
    assert.deepEqual(disabledRules, ['generic-password'], name);
    assert.equal(isExcluded('a/vendor/b.js'), true, name);
    assert.equal(isExcluded('a/vendors/b.js'), false, name);
    assert.equal(allow[0]?.expires, '2027-01-31', name);
    assert.equal(allow[0]?.source, `${name}: allow[0]`);
    assert.deepEqual(rules[0]?.keywords, ['acme_'], name);
  }
});

test('two configurations are one too many, and both are named', async (t) => {
  const files = { '.keyhound.json': '{}', 'package.json': '{"keyhound":{}}' };
  await assert.rejects(load(t, files), {
    name: 'UserError',
    message: /\.keyhound\.json and package\.json: both/,
  });
});

test('a package.json that only depends on keyhound, or is broken, is no configuration', async (t) => {
  const files = { 'package.json': '{"devDependencies":{"keyhound":"1"}}' };
  assert.equal((await load(t, files)).file, undefined);
  assert.equal((await load(t, { 'package.json': '{"keyhound"' })).file, undefined);
});

test('what is wrong is said with file, line, key and the nearest right key (items 61, 64, 65)', async (t) => {
  const cases: [text: string, message: RegExp][] = [
    ['{\n"allow": [],\n}', /^\S*\.keyhound\.json:3: not valid JSON/],
    ['{\n// why\n}', /name the file \.keyhound\.jsonc/],
    ['', /not valid JSON: is empty|not valid JSON/],
    ['[]', /json:1: the configuration must be a map/],
    ['{"a":1,\n"allow":[],\n"allow":[]}', /json:3: the key "allow" is there twice/],
    ['{\n\n"alow": []}', /json:3: alow is an unknown key; did you mean "allow"\?/],
    ['{"allow": [{\n"pats": []}]}', /json:2: allow\[0\]\.pats is an unknown key; did you mean "paths"\?/],
    ['{"__proto__": {"allow": []}}', /__proto__ is an unknown key/],
    [
      '{"allow":[{"rules":["generic-pasword"]}]}',
      /names no rule: generic-pasword; did you mean generic-password\?/,
    ],
    ['{"severities":{"generic-password":"hihg"}}', /must be one of .*; did you mean high\?/],
    [
      '{"rules":[{"id":"a","pattern":"("}]}',
      /rules\[0\]\.pattern is not a regular expression: unterminated group/,
    ],
    ['{"rules":[{"id":"a","pattern":"x(?i)y"}]}', /flags stand at the start only/],
    ['{"rules":[{"id":"a","pattern":"a*"}]}', /matches the empty text/],
    ['{"rules":[{"id":"a","pattern":"ü+"}]}', /write ü as \\xc3\\xbc/],
    ['{"rules":[{"id":"a"}]}', /needs the key "pattern" or "value"/],
    [
      '{"rules":[{"id":"a","pattern":"aaa"},\n{"id":"a","pattern":"bbb"}]}',
      /json:2: rules\[1\]\.id is there twice: a/,
    ],
    ['{"rules":[{"id":"generic-password","pattern":"aaa"}]}', /is the id of a built-in rule/],
    [
      '{"rules":[{"id":"a","pattern":"aaa","check":"github-crc"}]}',
      /names no check: github-crc; did you mean github-crc32\?/,
    ],
    ['{"allow":[{"values":["["]}]}', /allow\[0\]\.values\[0\] is not a regular expression/],
    ['{"allow":[{"paths":["a"],"expires":"2027-02-31x"}]}', /expires must fit/],
    ['{"allow":[{"reason":"because"}]}', /needs one of rules, paths/],
    ['{"paths":{"exclude":["{1..1000000000}"]}}', /must not hold a range/],
    ['{"paths":{"exclude":["+(+(a))"]}}', /too complex/],
    ['{"paths":{"exclude":["../.."]}}', /must not leave the repository/],
    ['{"paths":{"exclude":["/src"]}}', /write src/],
    [`{"paths":{"exclude":["${'a'.repeat(100_000)}"]}}`, /at most 1000 characters/],
    ['{"paths":{"exclude":["*a*b*c*d*e"]}}', /more than 4 times \*/],
    [`{"disabledRules":["${' '.repeat(1 << 20)}"]}`, /larger than 1048576 bytes/],
  ];
  for (const [text, message] of cases) {
    await assert.rejects(
      load(t, { '.keyhound.json': text }),
      { name: 'UserError', message },
      text.slice(0, 80),
    );
  }
});

test('lines are told in TOML and YAML too', async (t) => {
  const cases: [file: string, text: string, message: RegExp][] = [
    ['.keyhound.toml', 'a = [', /\.keyhound\.toml:1: not valid TOML/],
    ['.keyhound.toml', `${TOML}[[rules]]\nid = "b"\npattern = "("\n`, /toml:13: rules\[1\]\.pattern is not/],
    [
      '.keyhound.toml',
      '[paths]\n\nexclud = []',
      /toml:3: paths\.exclud is an unknown key; did you mean "exclude"/,
    ],
    ['.keyhound.yaml', 'a: [', /\.keyhound\.yaml:1: not valid YAML/],
    ['.keyhound.yaml', 'allow: []\nallow: []', /yaml:2: not valid YAML: .*unique/],
    ['.keyhound.yaml', `${YAML}  - id: b\n    pattern: (\n`, /yaml:11: rules\[1\]\.pattern is not/],
    ['.keyhound.yaml', 'paths:\n  exclud: []', /yaml:2: paths\.exclud is an unknown key/],
    ['.keyhound.yaml', 'paths:\n', /yaml:1: paths must be a map/],
    ['.keyhound.yaml', 'disabledRules: !!js/function x', /yaml:1: not valid YAML/],
    ['package.json', '{\n"keyhound": {\n"alow": []}}', /package\.json:3: alow is an unknown key/],
  ];
  for (const [file, text, message] of cases)
    await assert.rejects(load(t, { [file]: text }), { name: 'UserError', message }, text);
});

test('a YAML file of aliases of aliases ends in an error, not in a heap that is full', async (t) => {
  const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
  for (let i = 1; i < 12; i++) lines.push(`a${i}: &a${i} [${Array(9).fill(`*a${i - 1}`)}]`);
  await assert.rejects(load(t, { '.keyhound.yaml': lines.join('\n') }), { name: 'UserError' });
});

test('a configuration that is a link is refused, and so is one that is no file', async (t) => {
  const root = folder(t, { 'real.json': '{}' });
  symlinkSync('real.json', join(root, '.keyhound.json'));
  await assert.rejects(loadConfig(root, { known }), { message: /symbolic link/ });
  const other = folder(t);
  mkdirSync(join(other, '.keyhound.json'));
  await assert.rejects(loadConfig(other, { known }), { message: /not a regular file|EISDIR/ });
});

test('settings of other files and of packages come before the own ones', async (t) => {
  const root = folder(t, {
    '.keyhound.json': JSON.stringify({
      extends: ['./shared/base.yaml', '@acme/rules', 'other/file.json'],
      severities: { 'generic-password': 'low' },
      disabledRules: ['pack-rule'],
    }),
    'shared/base.yaml':
      'severities: {generic-password: high, stripe-live-secret-key: low}\npaths: {exclude: [a.js]}\n',
    'node_modules/@acme/rules/package.json': JSON.stringify({
      keyhound: { rules: [{ id: 'pack-rule', pattern: 'pack_[0-9]{9}' }] },
    }),
    'node_modules/other/file.json': '{"allow":[{"paths":["b.js"]}],"paths":{"exclude":["c.js"]}}',
  });
  const config = await loadConfig(root, { known });
  assert.deepEqual(config.severities, { 'generic-password': 'low', 'stripe-live-secret-key': 'low' });
  assert.deepEqual(
    config.rules.map(({ id }) => id),
    ['pack-rule'],
  );
  assert.equal(config.allow[0]?.source, 'node_modules/other/file.json: allow[0]');
  assert.deepEqual(['a.js', 'c.js', 'd.js'].map(config.isExcluded), [true, true, false]);
});

test('extends reaches nothing outside of the repository', async (t) => {
  const outside = folder(t, { 'x.json': '{}' });
  const root = folder(t);
  symlinkSync(outside, join(root, 'link'));
  const cases: [string, RegExp][] = [
    ['https://example.org/x.json', /must not be an address/],
    ['file:///etc/passwd', /must not be an address/],
    ['../x.json', /leads out of the repository/],
    [join(outside, 'x.json'), /must begin with \.\/ or name a package/],
    ['./link/x.json', /out of the repository by a link/],
    ['./none.json', /not there/],
    ['nobody', /not installed/],
    ['nobody/../../x.json', /not installed|out of the repository/],
    ['./.keyhound.json', /leads back/],
  ];
  for (const [name, message] of cases) {
    writeFileSync(join(root, '.keyhound.json'), JSON.stringify({ extends: name }));
    await assert.rejects(loadConfig(root, { known }), { name: 'UserError', message }, name);
  }
  writeFileSync(join(root, '.keyhound.json'), '{"extends":"pack"}');
  await assert.rejects(loadConfig(root, { known, bring: () => {} }), {
    message: /decides what is installed/,
  });
  writeFileSync(join(root, '.keyhound.json'), '{"extends":"./a.json"}');
  writeFileSync(join(root, 'a.json'), '{"stores":[]}');
  await assert.rejects(loadConfig(root, { known }), { message: /a\.json:1: stores counts in/ });
});

test('the settings of a folder are those of the nearest folder up to the top of its repository', (t) => {
  const root = folder(t, { 'a/.keyhound.yml': '', 'a/b/c.txt': '', 'd/e.txt': '', '.git/HEAD': '' });
  assert.equal(findHome(join(root, 'a/b')), join(root, 'a'));
  assert.equal(findHome(join(root, 'd')), root);
  const lone = folder(t, { '.keyhound.json': '{}', 'x/y.txt': '' });
  assert.equal(findHome(join(lone, 'x')), join(lone, 'x'), 'outside of a repository nothing above counts');
});

test('sizes are read with their unit', async () => {
  const of = async (maxFileSize: unknown) =>
    (await parseConfig(JSON.stringify({ limits: { maxFileSize } }), 'x.json', known)).limits.maxFileSize;
  assert.deepEqual([await of(7), await of('7'), await of('7K'), await of('2M')], [7, 7, 7168, 2_097_152]);
});

test('settings nested beyond all measure are refused in every format, with the file named', async () => {
  const deep = { json: '[', toml: 'a = [', yaml: '- ', yml: '{a: ' };
  for (const [ending, opening] of Object.entries(deep)) {
    const text = (ending === 'toml' ? 'a = ' : '') + opening.repeat(20_000);
    await assert.rejects(parseConfig(text, `a.${ending}`, known), { name: 'UserError', message: /^a\.\w+:/ });
  }
  await assert.rejects(parseConfig('null', 'package.json', known), { name: 'UserError' });
});
