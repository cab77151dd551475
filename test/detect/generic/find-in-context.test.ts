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
  ['an account of Ethereum', `HoneyToken: '0x${fill('{hex:40}')}',\n`],
  [
    'an account of Ethereum in a command',
    `HOLDER=0x${fill('{hex:40}')} EXISTING_TOKEN=0x${fill('{hex:40}')} yarn new\n`,
  ],
  ['an account with its kind', `"keyId": "wallet:0x${fill('{hex:40}')}"\n`],
  ['a shortened account', 'The share token (`0xeAD1…D325`) is not allowed\n'],
  ['a shortened account in bytes', 'The share token (`0xeAD1\u00e2\u0080\u00a6D325`) is not allowed\n'],
  [
    'the symbols of coins',
    'tokenOut: "ozUSDG", to_token="USDC", stakedToken = \'ABPT V2\', token: "USDT (Ethereum)"\n',
  ],
  ['an account of Solana', `// the mint\nexport const REWARD_TOKEN = "${fill('{base58:44}')}";\n`],
  [
    'points of curves',
    `const quorumKey = "04${fill('{hex:128}')}"; encryptionKey = "02${fill('{hex:64}')}";\n`,
  ],
  ['a signature', `"signature": "${fill('{hex:128}')}"\n`],
  ['a public key in one word', `pubkey: '${fill('{alnum:44}')}'\n`],
  ['a hash of a secret', `"hashed_secret": "${fill('{hex:40}')}"\n`],
  ['the lifetime of tokens', 'SYNAPSE_AUTHZ_TTL: 86400\n'],
  ['an id', 'auth_id: jnkns\n'],
  [
    'an id of user secrets',
    `<UserSecretsId>${fill('{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}')}</UserSecretsId>\n`,
  ],
  ['a resource', 'set $authz_resource "/kayako";\n'],
  ['a source', "accessKeySource: '00N5a00000DXxms',\n"],
  [
    'the working directory',
    'docker run --rm --volume=$(shell pwd):/opt/app $(BASE):tests x -v $PWD:/z -v $(pwd):/opt/z y\n',
  ],
  ['a dependency', '"@bower_components/keyboardjs": "RobertWHurst/KeyboardJS#*"\n'],
  ['a dependency at a commit', `"vendor/oauth-server": "dev-master#${fill('{hex:40}')}"\n`],
  ['a word that begins like one, in prose', '12,Coffee,"cozy, authentic",#3C2415,#6F4E37,Warmth\n'],
  ['a frame', '"TaskKeyframeExtractor": "Iz8kvadrat"\n'],
  [
    'fingerprints of OpenPGP keys',
    `apt_key: '6125 E2A8 C77F 2818 FB7B D15B 93C4 A3FD 7BB9 C367'\nrepo_key: '${fill('{upperhex:40}')}'\n`,
  ],
  [
    'a key under which something is kept',
    'translationKey: "zwave_js", key="vesu_vwbtc", BUDGET_KEY = "llmbudget:global"\n',
  ],
  [
    'text in another language',
    '"confirm-password": "X\u00c3\u00a1c nh\u00e1\u00ba\u00adn m\u00e1\u00ba\u00adt kh\u00e1\u00ba\u00a9u"\n',
  ],
  [
    'escaped text in another language',
    'title: "Mot de passe \\xE0 g\\xE9n\\xE9rer", cookie: "\\u0423\\u0441\\u043F\\u044F"\n',
  ],
  ['an image in place', `var key = "data:image/svg+xml;base64,${fill('{base64:60}')}"\n`],
  ['a host', '"auth.somewhere.com": "cd-uiujfnz9rprgm4yc.edge.tenants.auth0.com"\n'],
  [
    'a regular expression',
    'TOKEN = re.compile(r"gh[pousr]_[A-Za-z0-9]{36,}"); KEY_RE = "^[A-Z][A-Z0-9]{1,99}$"\n',
  ],
  ['the number of a field', '  optional string shared_secret = 381932490;\n'],
  ['strings of a list', '[\n  "secret",\n  "trufflehog",\n  "api-key",\n  "EIP-1193"\n]\n'],
  [
    'the address to report errors to',
    `dsn: 'https://${fill('{hex:32}')}@o45084.ingest.de.sentry.io/45105'\n`,
  ],
  ['a phrase that begins like a header, in quotes', 'friendly_name: "Basic vacuum"\n'],
  ['a type of resource', "resource keyVault 'Microsoft.KeyVault/vaults@2022-07-01' existing = {\n"],
  ['a pass through something', 'HEAD of this pass: `3f6c8916d5eeede01e5a099c6910f1aee3499cb7`.\n'],
  ['names of indexes', "$this->renameIndex('auth_codes', 'IDX_EE52E3FAA76ED395', 'user_id');\n"],
  ['constants', 'gho: { TOKEN_STAKING: STK_GHO, TOKEN_ORACLE: STK_GHO_ORACLE },\n'],
  ['a signature of code', `// flow-typed signature: ${fill('{hex:32}')}\n`],
  [
    'the first bytes of a file',
    'const char* VDF_SIGNATURE_G2 = "PSVDSC_V2.00"; x = [{signature:"89504e47",type:"image/png"}]\n',
  ],
  [
    'a ciphertext of EJSON',
    `"multipass_password": "EJ[1:${fill('{base64:43}=:{base64:32}:{base64:48}')}]"\n`,
  ],
  ['a ciphertext of Cloud KMS', `PASSWORD: 'CiQA${fill('{base64:92}')}'\n`],
  ['a password that was hashed', `c.password = u"sha1:${fill('{hex:12}:{hex:40}')}"\n`],
  ['the format of a date', "self::KEY_EXPIRES_AT => gmdate('Y-m-d\\TH:i:s\\Z', t)\n"],
  ['the name of a header', "const CONTENT_KEY_V2 = 'x-amz-key-v2';\n"],
  ['the address of a public key', 'key: "https://rpms.somewhere.net/RPM-GPG-KEY-remi2018"\n'],
  ['characters that nobody can write', 'LOG_SECRET("\u0002X:\u0002X:\u0002X")\n'],
  [
    'base64 that says what to do',
    `jwtSecretKey: "${Buffer.from('my-secret-key-which-should-be-changed-in-production-and-be-base64').toString('base64')}"\n`,
  ],
  ['an emoji', "secret: '1f5dd'\n"],
  ['arguments of minified code', 'f(n,"eKeys",0,-1,wat,!1,!1,!0),pat=lut?Jx(qln(a),1939):0\n'],
  ['a public key as an argument', `const keyA = publicKey('${fill('{base58:44}')}');\n`],
  ['a look-up in the store of Jenkins', `PASSWORD=credentials('${fill('{hex:8}-{hex:12}')}')\n`],
];

/** What is like the former, and a secret. */
const STILL: readonly (readonly [text: string, rule: string, value: string])[] = [
  [`PRIVATE_KEY=0x${fill('{hex:64}')}\n`, 'generic-api-key', `0x${fill('{hex:64}')}`],
  [`secret_id = "${secret}"\n`, 'generic-secret', secret],
  [
    `https://host.internal/f?Expires=1700000000&Signature=${fill('{alnum:40}')}&x=1\n`,
    'generic-token',
    fill('{alnum:40}'),
  ],
  [`$pwd = '${password}';\n`, 'generic-password', password],
  [`PWD: ${password}\n`, 'generic-password', password],
  [`foo(\n  "password",\n  "${secret}"\n)\n`, 'generic-password', secret],
  [`"@db/host": "x", "db/password": "${secret}"\n`, 'generic-password', secret],
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

  for (const [text, rule, value] of STILL) {
    it(`still finds the value in ${text.replace(value, '…').trim()}`, () =>
      assert.deepEqual(found(text), [`${rule} ${value}`]));
  }

  it('takes only what looks random for a secret among translations', () => {
    for (const path of [
      'app/src/main/res/values-hu/strings.xml',
      'public/intl/messages/vi-VN.json',
      'locales/hu.json',
    ]) {
      assert.deepEqual(found('"api_keys": "API-kulcsok"\n', path), [], path);
      assert.deepEqual(found(`"api_key": "${secret}"\n`, path), [`generic-api-key ${secret}`], path);
    }
  });

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
