import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { rules } from '../../rules/index.js';
import { contextRules } from '../../src/detect/generic/rules.js';
import { GITLEAKS_RULES } from '../../src/import/gitleaks-rules.js';
import type { Imported } from '../../src/import/imported.js';
import { importers } from '../../src/import/importers.js';
import { findImporter, IMPORTED_NAMES } from '../../src/import/load.js';

const known = [...rules, ...contextRules];

/** Imports a text as the file would be, by its name. */
async function read(
  file: string,
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Imported> {
  const importer = await findImporter(file, text);
  return importer.read({ file, text, known, allRules: false, readFile: (path) => files[path] });
}

/** What is there of an import, without what is empty. */
function brief({ settings, lost, remarks, accepted }: Imported) {
  const parts = {
    ...settings,
    accepted: accepted.map(
      ({ isValue: _, isContent: __, entry: ___, state: ____, reason: _____, ...rest }) => rest,
    ),
    lost: lost.map(({ what }) => what),
    remarks,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0));
}

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

test('every rule that the map of gitleaks names is one of ours', () => {
  const ids = new Set(known.map(({ id }) => id));
  const named = Object.values(GITLEAKS_RULES).flatMap((value) => value.split(' ').filter(Boolean));
  assert.ok(named.length > 200);
  assert.deepEqual(
    named.filter((id) => !ids.has(id)),
    [],
  );
});

test('every name that is looked for belongs to a format', () => {
  for (const name of IMPORTED_NAMES)
    assert.ok(
      importers.some((one) => one.recognises(name, '')),
      name,
    );
});

test('gitleaks: allowlists of the whole, of rules and of targets; rules of its own and of others', async () => {
  const toml = `
title = "x"
[extend]
useDefault = true
disabledRules = ["jwt", "nobody"]
[[rules]]
id = "Internal Token"
Description = "Internal"
regex = '''(?i)int_(?P<v>[a-z]{20})\\b'''
path = '''\\.env$'''
entropy = 3
keywords = ["INT_"]
[[rules.allowlists]]
regexTarget = "line"
regexes = ['''example''']
[[rules]]
id = "github-pat"
regex = '''ghp_x'''
[rules.allowlist]
paths = ['''docs/''']
stopwords = ["SAMPLE"]
[[allowlists]]
targetRules = ["Internal Token", "aws-access-token"]
condition = "AND"
paths = ['''^test/''']
commits = ["${'A'.repeat(40)}"]
[[allowlists]]
description = "short  commits"
commits = ["abc"]
paths = ['''x''']
`;
  assert.deepEqual(brief(await read('.gitleaks.toml', toml)), {
    allow: [
      {
        rules: ['github-personal-access-token'],
        pathPatterns: ['docs/'],
        stopWords: ['sample'],
        condition: 'any',
        reason: 'from .gitleaks.toml',
      },
      {
        rules: ['internal-token', 'aws-access-key', 'aws-access-key-id'],
        commits: ['a'.repeat(40)],
        pathPatterns: ['^test/'],
        reason: 'from .gitleaks.toml',
      },
      { pathPatterns: ['x'], reason: 'short commits' },
    ],
    rules: [
      {
        id: 'internal-token',
        title: 'Internal',
        keywords: ['int_'],
        pattern: '(?i)int_(?<secret>[a-z]{20})\\b',
        minEntropy: 3 + 1e-9,
        pathPattern: '\\.env$',
        allow: [{ lines: ['example'], reason: 'from .gitleaks.toml' }],
      },
    ],
    disabledRules: ['jwt', 'jwt-without-signature'],
    honour: ['gitleaks'],
    lost: ['.gitleaks.toml: extend.disabledRules nobody', '.gitleaks.toml: allowlists[1].commits: abc'],
    remarks: [
      'rule Internal Token is called internal-token',
      "rule github-pat: keyhound's own github-personal-access-token",
    ],
  });
});

test('gitleaks: a file that is extended comes first, and what is said of its rules on top', async () => {
  const base = `[[rules]]\nid = "a"\nregex = "aaa_[a-z]{9}"\nkeywords = ["aaa_"]\n[[rules]]\nid = "b"\nregex = "bbb_[a-z]{9}"\n`;
  const own = `[extend]\npath = "base.toml"\ndisabledRules = ["b"]\n[[rules]]\nid = "a"\nentropy = 2.5\nkeywords = ["xxx_"]\n[[rules.allowlists]]\nstopwords = ["no"]\n`;
  const { settings } = await read('.gitleaks.toml', own, { 'base.toml': base });
  assert.deepEqual(settings.rules, [
    {
      id: 'a',
      title: 'a',
      keywords: ['aaa_', 'xxx_'],
      pattern: 'aaa_[a-z]{9}',
      minEntropy: 2.5 + 1e-9,
      allow: [{ stopWords: ['no'], reason: 'from .gitleaks.toml' }],
    },
  ]);
  const loop = await read('.gitleaks.toml', '[extend]\npath = "l.toml"\n', {
    'l.toml': '[extend]\npath = "l.toml"\n',
  });
  assert.deepEqual(brief(loop).lost, ['l.toml: extend.path l.toml']);
});

test('gitleaks: an AND list of which something cannot be said is left out, an OR list allows less', async () => {
  const list = (condition: string) =>
    `[[allowlists]]\ncondition = "${condition}"\npaths = ['''\\pL''']\nstopwords = ["x"]\n`;
  assert.deepEqual((await read('.gitleaks.toml', list('AND'))).settings.allow, []);
  assert.deepEqual((await read('.gitleaks.toml', list('OR'))).settings.allow, [
    { stopWords: ['x'], reason: 'from .gitleaks.toml' },
  ]);
});

test('detect-secrets: filters of one sort each, the old form, and programs', async () => {
  const baseline = {
    filters_used: [
      { path: 'detect_secrets.filters.regex.should_exclude_file', pattern: ['^a/', '(?i)B$'] },
      { path: 'detect_secrets.filters.regex.should_exclude_line', pattern: 'integrity' },
      { path: 'detect_secrets.filters.regex.should_exclude_secret', pattern: ['(?!x)dummy'] },
      { path: 'detect_secrets.filters.heuristic.is_likely_id_string' },
      { path: 'file://mine.py::is_fine' },
    ],
    plugins_used: [{ name: 'Own', path: 'file://own.py' }, { name: 'AWSKeyDetector' }],
    exclude: { files: 'old/', lines: null },
    results: { 'a\\b.py': [{ type: 'Secret', hashed_secret: sha1('x'), line_number: 7 }, { type: 'None' }] },
  };
  assert.deepEqual(brief(await read('.secrets.baseline', JSON.stringify(baseline))), {
    allow: [
      { pathPatterns: ['^a/', '(?i)B$'], reason: 'from .secrets.baseline' },
      { lines: ['integrity'], reason: 'from .secrets.baseline' },
      { values: ['(?!x)dummy'], reason: 'from .secrets.baseline' },
      { pathPatterns: ['old/'], reason: 'from .secrets.baseline' },
    ],
    honour: ['detect-secrets'],
    accepted: [{ path: 'a/b.py', line: 7, sha1: sha1('x') }],
    lost: [
      '.secrets.baseline: a\\b.py: None',
      '.secrets.baseline: filter file://mine.py::is_fine',
      '.secrets.baseline: plugin Own',
    ],
  });
});

test('secretlint: what is allowed or switched off, by keyhound’s ids, and patterns of its own', async () => {
  const config = {
    rules: [
      {
        id: '@secretlint/secretlint-rule-preset-recommend',
        rules: [
          { id: '@secretlint/secretlint-rule-npm', options: { allows: ['/^npm_x/i', 'a.b'] } },
          { id: '@secretlint/secretlint-rule-privatekey', disabled: true },
          { id: '@secretlint/secretlint-rule-github', allowMessageIds: ['GITHUB_TOKEN'] },
        ],
      },
      {
        id: '@secretlint/secretlint-rule-pattern',
        options: {
          patterns: [{ name: 'Our Key', patterns: ['/our_[a-z]{9}/i'], filePathGlobs: ['**/*.env'] }],
        },
      },
    ],
  };
  assert.deepEqual(brief(await read('.secretlintrc.json', JSON.stringify(config))), {
    allow: [
      {
        rules: ['npm-access-token', 'npm-legacy-auth-token', 'npm-basic-auth'],
        values: ['(?i)^npm_x', 'a\\.b'],
        reason: 'from .secretlintrc.json',
      },
    ],
    rules: [{ id: 'our-key', title: 'Our Key', pattern: '(?i)our_[a-z]{9}', paths: ['**/*.env'] }],
    disabledRules: ['private-key', 'private-key-putty'],
    honour: ['secretlint'],
    lost: ['.secretlintrc.json: github: allowMessageIds GITHUB_TOKEN'],
  });
  assert.deepEqual(brief(await read('.secretlintrc.js', 'module.exports = {}')).lost, ['.secretlintrc.js']);
});

test('lines of gitignore become globs', async () => {
  const lines = ['# c', '', '*.log', 'build/', '/top', '/a/b/', 'docs/*.md', '!keep.log', '\\#odd', 'x\\ '];
  assert.deepEqual(brief(await read('.secretlintignore', lines.join('\n'))), {
    exclude: ['*.log', '**/build/**', '{top,top/**}', 'a/b', 'docs/*.md', '#odd', 'x\\ '],
    lost: ['.secretlintignore: !keep.log'],
  });
});

test('trufflehog: paths, and detectors with what JavaScript can say of them', async () => {
  assert.deepEqual(brief(await read('trufflehog-exclude.txt', '# c\n^vendor/\n(?i)\\.lock$\n')), {
    allow: [{ pathPatterns: ['^vendor/', '(?i)\\.lock$'], reason: 'from trufflehog-exclude.txt' }],
    honour: ['trufflehog'],
  });
  const yaml = `
detectors:
  - name: Hog Detector
    keywords: [hogtok]
    regex:
      token: hogtok_([a-z]{20})
    entropy: 3.5
    exclude_words: [Sample]
    verify:
      - endpoint: http://localhost
`;
  assert.deepEqual(brief(await read('trufflehog.yaml', yaml)), {
    rules: [
      {
        id: 'hog-detector',
        title: 'Hog Detector',
        keywords: ['hogtok'],
        pattern: 'hogtok_(?<secret>[a-z]{20})',
        minEntropy: 3.5,
        allow: [{ stopWords: ['sample'] }],
      },
    ],
    honour: ['trufflehog'],
    lost: ['trufflehog.yaml: detector Hog Detector: verify'],
  });
});

test('talisman: patterns, scopes and whole files', async () => {
  const yaml = `
fileignoreconfig:
- filename: a.pem
  checksum: ${'ab'.repeat(32)}
- filename: "*.min.js"
  ignore_detectors: [filecontent]
- filename: b.yml
  allowed_patterns: [dummy]
scopeconfig:
- scope: images
allowed_patterns:
- key_[a-z]+
custom_patterns:
- own_[a-z]{20}
threshold: medium
`;
  assert.deepEqual(brief(await read('.talismanrc', yaml)), {
    exclude: ['*.min.js', '*.jpeg', '*.jpg', '*.png', '*.tiff', '*.bmp'],
    allow: [
      { paths: ['b.yml'], lines: ['dummy'], reason: 'from .talismanrc' },
      { lines: ['key_[a-z]+'], reason: 'from .talismanrc' },
    ],
    rules: [{ id: 'talisman-pattern-1', title: 'Pattern 1 of .talismanrc', pattern: 'own_[a-z]{20}' }],
    accepted: [{ path: 'a.pem' }],
    lost: ['.talismanrc: threshold'],
  });
});

test('ggshield: both versions of its file', async () => {
  const second = `
version: 2
secret:
  ignored_paths: ["tests/", "/root.txt", "a/**/b.py", "*.md"]
  ignored_matches:
    - name: known
      match: ${'f'.repeat(64)}
  ignored_detectors: ["Generic Password", "Odd One"]
  ignore_known_secrets: true
`;
  assert.deepEqual(brief(await read('.gitguardian.yaml', second)), {
    exclude: ['**/tests/**', '{root.txt,root.txt/**}', '**/a/**/b.py', '*.md'],
    disabledRules: ['generic-password'],
    accepted: [{}],
    lost: ['.gitguardian.yaml: detector Odd One', '.gitguardian.yaml: ignore_known_secrets'],
  });
  const first = 'paths-ignore:\n  - dist\nmatches-ignore:\n  - plain-value\nexit-zero: true\n';
  assert.deepEqual(brief(await read('.gitguardian.yml', first)), {
    exclude: ['dist'],
    accepted: [{}],
    lost: ['.gitguardian.yml: exit_zero'],
  });
});

test('git-secrets: allowed lines and paths, patterns from the git configuration', async () => {
  assert.deepEqual(
    brief(await read('.gitallowed', '# c\ndummy\n^docs/read\\.md:\nkey: "x"\n^a.*:[0-9]+:b\n')),
    {
      allow: [
        { pathPatterns: ['^docs/read\\.md$'], reason: 'from .gitallowed' },
        { lines: ['key: "x"'], reason: 'from .gitallowed' },
        { pathPatterns: ['dummy'], lines: ['dummy'], condition: 'any', reason: 'from .gitallowed' },
      ],
      lost: ['.gitallowed: ^a.*:[0-9]+:b'],
    },
  );
  const config =
    '[core]\n\tbare = false\n[secrets]\n\tpatterns = "own_[A-Z0-9]{20}" ; c\n\tpatterns = (AKIA|X)[A-Z]{9}\n\tallowed = a\\\\.b\n\tproviders = git secrets --aws-provider\n[user]\n\tpatterns = no\n';
  assert.deepEqual(brief(await read('.git/config', config)), {
    allow: [{ pathPatterns: ['a\\.b'], lines: ['a\\.b'], condition: 'any', reason: 'from .git/config' }],
    rules: [{ id: 'git-secrets-pattern-1', title: 'Pattern of .git/config', pattern: 'own_[A-Z0-9]{20}' }],
    lost: ['.git/config: secrets.providers'],
    remarks: ["git-secrets' patterns for AWS: keyhound's own rules for AWS"],
  });
});

test('the small formats', async () => {
  assert.deepEqual(brief(await read('.secretsignore', 'a/\n\n[secrets]\n^dummy\n')), {
    exclude: ['**/a/**'],
    allow: [{ values: ['^dummy'], reason: 'from .secretsignore' }],
    honour: ['detect-secrets'],
    remarks: ["ripsecrets honours detect-secrets' comments: so does keyhound now"],
  });
  assert.deepEqual(brief(await read('.github/secret_scanning.yml', 'paths-ignore:\n  - "/docs/**"\n')), {
    exclude: ['docs/**'],
  });
  const radar = '- paths: ["a/**"]\n- secret_values: ["^x"]\n- secret_types: [aws]\n';
  assert.deepEqual(brief(await read('.hashicorp/vault-radar/ignore.yaml', radar)), {
    exclude: ['a/**'],
    allow: [{ values: ['^x'], reason: 'from .hashicorp/vault-radar/ignore.yaml' }],
    lost: ['.hashicorp/vault-radar/ignore.yaml: secret type aws'],
  });
  const fisher =
    'version: 2\nfingerprint_algorithm: kingfisher-v1\nrepositories:\n- id: x\n  findings:\n  - {path: a, rule_id: kingfisher.npm.1, line: 2}\n  - {path: b, rule_id: jwt}\n';
  assert.deepEqual(brief(await read('base.yml', fisher)), {
    honour: ['kingfisher'],
    accepted: [
      { path: 'a', line: 2, rules: ['npm-access-token', 'npm-legacy-auth-token', 'npm-basic-auth'] },
    ],
    lost: ['base.yml: b:?: jwt'],
  });
  const sweeper = {
    exclude: {
      extension: ['.gif', 'zip'],
      path: ['/test/'],
      pattern: ['sha\\d'],
      values: ['v'],
      lines: ['l = v'],
    },
    use_filters: true,
  };
  assert.deepEqual(brief(await read('config.json', JSON.stringify(sweeper))), {
    exclude: ['*.gif', '*.zip'],
    allow: [
      { pathPatterns: ['/test/'], reason: 'from config.json' },
      { lines: ['sha\\d'], reason: 'from config.json' },
    ],
    accepted: [{}, {}],
  });
});

test('a field of the wrong kind is named, and nothing of what it holds', async () => {
  for (const [file, text, wanted] of [
    ['.gitleaks.toml', '[[rules]]\nid = 7\n', /\.gitleaks\.toml: rules\[0\]\.id must be a text/],
    ['.gitleaks.toml', '[allowlist]\nregexTarget = "file"\n', /allowlist\.regexTarget must be match or line/],
    ['.secrets.baseline', '{"results": []}', /results must be a table of settings/],
    ['.talismanrc', 'fileignoreconfig: x\n', /fileignoreconfig must be a list/],
    ['.secretlintrc.json', '{"rules": "x"}', /rules must be a list/],
  ] as const) {
    await assert.rejects(read(file, text), wanted, file);
  }
});
