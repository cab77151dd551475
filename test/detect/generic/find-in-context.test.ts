import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findInContext } from '../../../src/detect/generic/find-in-context.js';
import { contextKeywords } from '../../../src/detect/generic/keywords.js';
import { LONE_RULE } from '../../../src/detect/generic/lone-value.js';
import { contextRules } from '../../../src/detect/generic/rules.js';
import { fill } from '../../fill.js';

/** The rule ids and secrets found in a text, as `id secret`. */
function found(text: string, path = 'settings'): string[] {
  const anchors = new RegExp(contextKeywords.map((k) => `(?=${k.replace(/\W/g, '\\$&')})`).join('|'), 'gi');
  const at = [...text.matchAll(anchors)].map((match) => match.index);
  return findInContext({ text, at, path }).map(({ ruleId, from, to }) => `${ruleId} ${text.slice(from, to)}`);
}

const secret = fill('{alnum:32}');
const password = fill('{password:14}');

/** Where a value may stand in code, settings, markup, commands and traces: [path, text, rule, value]. */
const SYNTAXES: readonly (readonly [path: string, text: string, rule: string, value: string])[] = [
  ['a.env', `API_KEY=${secret}\n`, 'generic-api-key', secret],
  ['a.sh', `export SERVICE_TOKEN="${secret}"\n`, 'generic-token', secret],
  ['a.py', `client_secret = '${secret}'\n`, 'generic-secret', secret],
  ['a.py', `connect(user="app", password="${password}")\n`, 'generic-password', password],
  ['a.py', `key = os.environ.get("SERVICE_API_KEY", "${secret}")\n`, 'generic-api-key', secret],
  ['a.js', `const config = { apiKey: '${secret}' };\n`, 'generic-api-key', secret],
  ['a.ts', `const token: string = '${secret}';\n`, 'generic-token', secret],
  ['a.go', `password := "${password}"\n`, 'generic-password', password],
  ['a.go', `authKey := []byte("${secret}")\n`, 'generic-api-key', secret],
  ['a.rb', `  :secret_access_key => '${secret}',\n`, 'generic-api-key', secret],
  ['a.php', `$config['db_password'] = '${password}';\n`, 'generic-password', password],
  ['a.java', `client.setAccessToken("${secret}");\n`, 'generic-token', secret],
  ['a.json', `{"access_token": "${secret}"}\n`, 'generic-token', secret],
  ['a.go', `body := "{\\"access_token\\": \\"${secret}\\"}"\n`, 'generic-token', secret],
  ['a.yaml', `password: ${password}\n`, 'generic-password', password],
  ['a.yaml', `token: |\n  ${secret}\n`, 'generic-token', secret],
  ['a.yaml', `- name: DB_PASSWORD\n  value: "${password}"\n`, 'generic-password', password],
  ['a.json', `{"name": "DB_PASSWORD", "value": "${password}"}\n`, 'generic-password', password],
  ['a.json', `{\n "ParameterKey": "ApiToken",\n "ParameterValue": "${secret}"\n}`, 'generic-token', secret],
  ['a.php', `['name' => 'api_secret', 'value' => '${secret}'],\n`, 'generic-secret', secret],
  [
    'a.tf',
    `variable "db_password" {\n  type    = string\n  default = "${password}"\n}\n`,
    'generic-password',
    password,
  ],
  ['a.toml', `secret_key = "${secret}"\n`, 'generic-api-key', secret],
  ['a.properties', `spring.datasource.password=${password}\n`, 'generic-password', password],
  ['a.xml', `<password>${password}</password>\n`, 'generic-password', password],
  ['a.config', `<add key="ApiSecret" value="${secret}"/>\n`, 'generic-secret', secret],
  ['a.xml', `<entry name="authToken">${secret}</entry>\n`, 'generic-token', secret],
  ['a.plist', `<key>ClientSecret</key>\n<string>${secret}</string>\n`, 'generic-secret', secret],
  ['Dockerfile', `ENV APP_SECRET ${secret}\n`, 'generic-secret', secret],
  ['a.sh', `tool login --password ${password}\n`, 'command-line-password', password],
  ['a.sh', `mysqldump -u root -p'${password}' app\n`, 'command-line-password', password],
  ['a.sh', `curl -u deploy:${secret} https://repo.internal/\n`, 'command-line-password', secret],
  ['a.py', `DB = "postgres://app:${secret}@db.internal/app"\n`, 'url-credentials', secret],
  ['a.cs', `"Server=db;User Id=app;Password=${secret};"\n`, 'connection-string-password', secret],
  ['a.log', `> Authorization: Bearer ${secret}\n`, 'bearer-token', secret],
  ['a.sh', `curl -H "X-Api-Key: ${secret}" https://api.internal/\n`, 'generic-api-key', secret],
  ['a.sql', `CREATE USER app IDENTIFIED BY '${password}';\n`, 'sql-password', password],
  [
    'a.sql',
    `INSERT INTO \`u\` (id, \`password\`, note) VALUES (1, NULL, 'it''s'), (2, '${password}', '');\n`,
    'sql-password',
    password,
  ],
  [
    'a.sql',
    `COPY public.u (id, api_token, name) FROM stdin;\n1\t${secret}\tBob\n\\.\n`,
    'sql-password',
    secret,
  ],
];

/** Bytes as compression leaves them. */
const NOISE = Array.from({ length: 64 }, (_, i) => String.fromCharCode((i * 151 + 7) % 256)).join('');

/** What only looks like a name and its value. */
const NOTHING: readonly (readonly [what: string, text: string])[] = [
  ['compressed data', `${NOISE}Pw:${password}${NOISE}`],
  ['the prose of a commit', `Close the socket twice, as identified by ${fill('{lower:12}')} later\n`],
  ['a phrase that begins like a header', 'Add basic ethernet:1280x64 support\n'],
  [
    'a list of maintainers',
    '- `org/cookie-parser`: @someMaintainer, @other\n- `org/token`: @someMaintainer\n',
  ],
  ['what gpg prints of a signature', `gpg:                using RSA key ${fill('{upperhex:40}')}\n`],
  ['the name of an assembly', `<add type="A, Version=1.8, PublicKeyToken=${fill('{hex:16}')}"/>\n`],
  ['an address', '"auth_uri": "https://accounts.somewhere.org/o/oauth2/auth"\n'],
  ['prose about tests', 'The branch does not pass fsck.\n'],
  ['a template whose parts have lengths', 'ACCESS_TOKEN=aFixedPrefix1234567890_{base64:40}\n'],
  ['a look-up in the store of Jenkins', `PASSWORD=credentials('${fill('{hex:8}-{hex:12}')}')\n`],
];

describe('findInContext', () => {
  for (const [path, text, rule, value] of SYNTAXES) {
    it(`finds the value in ${path}: ${text.replace(value, '…').trim()}`, () => {
      assert.deepEqual(found(text, path), [`${rule} ${value}`]);
    });
  }

  for (const [what, text] of NOTHING) {
    it(`finds nothing in ${what}`, () => assert.deepEqual(found(text), []));
  }

  it('finds a password between the strings of a program', () => {
    assert.deepEqual(found(`\0usage\0password=${password}\0\0main.c\0`), [`generic-password ${password}`]);
  });

  it('finds the examples of its rules by their rule, and no counter-example', () => {
    for (const { id, examples } of contextRules.filter((rule) => rule.id !== LONE_RULE)) {
      for (const example of examples.match) {
        assert.deepEqual(
          found(fill(example)).map((f) => f.split(' ')[0]),
          [id],
          example,
        );
      }
      for (const example of examples.noMatch ?? []) assert.deepEqual(found(fill(example)), [], example);
    }
  });
});
