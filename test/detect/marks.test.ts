import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/index.js';
import { createDetector } from '../../src/detect/detector.js';
import { genericContext } from '../../src/detect/generic/find-in-context.js';
import { contextRules } from '../../src/detect/generic/rules.js';
import { createPrefilter } from '../../src/kernel/prefilter.js';
import { fill } from '../fill.js';

const detector = createDetector({
  rules: [...rules, ...contextRules],
  createPrefilter: (keywords, shapes) => createPrefilter(keywords, { shapes }),
  context: genericContext,
});

/** Where people write secrets: the value in settings and code of several kinds. */
const CONTEXTS: readonly (readonly [path: string, write: (value: string) => string])[] = [
  ['config.yaml', (value) => `db:\n  user: app\n  password: ${value}\n`],
  ['config.yml', (value) => `db:\n  password: "${value}"\n`],
  ['config.json', (value) => `{\n  "user": "app",\n  "password": "${value}"\n}\n`],
  ['config.js', (value) => `const password = '${value}';\n`],
  ['.env', (value) => `DB_PASSWORD=${value}\n`],
];

/** What is found of a value in each context, as `path secret`. */
function found(value: string): string[] {
  return CONTEXTS.flatMap(([path, write]) => {
    const bytes = Buffer.from(write(value), 'utf8');
    const segment = { bytes, encodings: [], locate: (from: number, to: number) => [from, to] as const };
    return detector.detect(segment, path).map(({ secret }) => `${path} ${secret}`);
  });
}

const DOLLAR = '$';
/** A password as people make them: no rule but the context tells it. */
const HIDDEN = fill('{password:14}');

/** Each kind of reference and ciphertext: as its documentation has it, and what only wears its mark. */
interface Kind {
  readonly is: readonly string[];
  readonly isNot: readonly string[];
  /** Without quotes it begins like something else: a redirection, a tag. */
  readonly quoted?: true;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'SOPS value': {
    is: [
      fill('ENC[AES256_GCM,data:{base64:16},iv:{base64:43}=,tag:{base64:22}==,type:str]'),
      fill('ENC[AES256_GCM,data:{base64:6}==,iv:{base64:16},tag:{base64:22}==,type:int]'),
      fill('ENC[AES256_GCM,data:{base64:4000},iv:{base64:43}=,tag:{base64:22}==,type:str]'),
    ],
    isNot: [
      'ENC[hunter2]',
      `ENC[${HIDDEN}]`,
      `ENC[AES256_GCM,${HIDDEN}]`,
      `ENC[AES256_GCM,data:${HIDDEN},iv:x,tag:y,type:str]`,
    ],
  },
  'hiera-eyaml': {
    is: [fill('ENC[PKCS7,{base64:392}]'), fill('ENC[GPG,{base64:400}==]')],
    isNot: [`ENC[PKCS7,${HIDDEN}]`, `DEC::PKCS7[${HIDDEN}]!`, `DEC(12)::PKCS7[${HIDDEN}]!`],
  },
  'bank-vaults and Spring Cloud Vault': {
    is: [
      'vault:secret/data/app#password',
      'vault:kv/data/app#password#2',
      '>>vault:secret/data/app#password',
    ],
    isNot: ['vault:hunter2', `vault:${HIDDEN}`],
  },
  'bank-vaults, to be resolved once': {
    is: ['>>vault:secret/data/app#password'],
    isNot: [`>>vault:${HIDDEN}`],
    quoted: true,
  },
  'Vault URL': { is: ['vault://secret/app/password'], isNot: [`vault://${HIDDEN}`] },
  'Vault transit': {
    is: [fill('vault:v1:{base64:60}'), fill('vault:v12:{base64:63}=')],
    isNot: [`vault:v1:${HIDDEN}`],
  },
  vals: {
    is: [
      'ref+vault://secret/app#/password',
      'ref+awssecrets://shop/db#/password',
      'ref+sops://secrets.enc.yaml#/db/password',
      'ref+gcpsecrets://project/name?version=2',
      'ref+env://DB_PASSWORD',
    ],
    isNot: [`ref+vault://${HIDDEN}`, `ref+awssecrets://${HIDDEN}`],
  },
  'Argo CD Vault plugin': {
    is: ['<path:secret/data/app#password>', '<path:secret/data/app#password#3>'],
    isNot: [`<path:${HIDDEN}>`],
    quoted: true,
  },
  CloudFormation: {
    is: [
      '{{resolve:secretsmanager:shop/db:SecretString:password}}',
      '{{resolve:ssm-secure:/shop/db/password:3}}',
      '{{resolve:ssm:/shop/db/password}}',
    ],
    isNot: [],
  },
  'AWS ARN': {
    is: [
      'arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop/db-AbCdEf',
      'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/shop/db',
      'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ],
    isNot: [],
  },
  'Google Secret Manager': {
    is: ['projects/shop/secrets/db-password/versions/latest', 'projects/123/secrets/db/versions/7'],
    isNot: [],
  },
  'Azure Key Vault': {
    is: [
      '@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/db/)',
      '@Microsoft.KeyVault(VaultName=shop;SecretName=db)',
      'https://shop.vault.azure.net/secrets/db-password/0123456789abcdef0123456789abcdef',
    ],
    isNot: [`@Microsoft.KeyVault(${HIDDEN})`],
  },
  '1Password': {
    is: ['op://Shop/database/password', 'op://Shop/database/admin/password'],
    isNot: ['op://hunter2', `op://${HIDDEN}`],
  },
  Bitwarden: { is: [fill('bws://{uuid}')], isNot: [`bws://${HIDDEN}`] },
  Doppler: { is: ['doppler://shop/prd/DB_PASSWORD'], isNot: [`doppler://${HIDDEN}`] },
  Infisical: { is: ['infisical://shop/prod/DB_PASSWORD'], isNot: [`infisical://${HIDDEN}`] },
  'GitHub and GitLab variables': {
    is: [`${DOLLAR}{{ secrets.DB_PASSWORD }}`, `${DOLLAR}{DB_PASSWORD}`, `${DOLLAR}DB_PASSWORD`],
    isNot: [],
  },
  'Ansible Vault': {
    is: [fill('$ANSIBLE_VAULT;1.1;AES256 {hex:160}')],
    isNot: [`!vault ${HIDDEN}`],
    quoted: true,
  },
  dotenvx: { is: [fill('encrypted:{base64:140}==')], isNot: ['encrypted:hunter2', `encrypted:${HIDDEN}`] },
  Rails: { is: [fill('{base64:64}--{base64:16}--{base64:22}==')], isNot: [] },
  Spring: {
    is: [fill('{cipher}{hex:96}'), fill('{cipher}{base64:86}==')],
    isNot: ['{cipher}hunter2', `{cipher}${HIDDEN}`],
  },
  Jasypt: { is: [fill('ENC({base64:43}=)')], isNot: [`ENC(${HIDDEN})`] },
  Jenkins: { is: [fill('{AQAAAB{base64:58}}')], isNot: [] },
  Pulumi: { is: [fill('v1:{base64:16}:{base64:40}')], isNot: [`secure:${HIDDEN}`] },
  'AWS KMS': { is: [fill('AQICAH{base64:230}==')], isNot: [] },
  'Sealed Secret': { is: [fill('AgB{base64:600}==')], isNot: [] },
  Fernet: { is: [fill('gAAAAA{base64url:94}')], isNot: [] },
};

describe('references and ciphertexts', () => {
  for (const [kind, { is }] of Object.entries(KINDS)) {
    it(`${kind}: what has its form is no secret, wherever it stands`, () => {
      for (const value of is) assert.deepEqual(found(value), [], value.slice(0, 60));
    });
  }
});

describe('values that wear the mark of a reference or ciphertext and are none', () => {
  for (const [kind, { isNot, quoted }] of Object.entries(KINDS)) {
    if (isNot.length === 0) continue;
    it(`${kind}: the value is found, wherever it stands`, () => {
      for (const value of isNot) {
        const secret = value.includes('hunter2') ? 'hunter2' : HIDDEN;
        const places = found(value);
        for (const [path] of CONTEXTS.filter(([, write]) => !quoted || /["']x/.test(write('x'))))
          assert.ok(
            places.some((place) => place.startsWith(`${path} `) && place.includes(secret)),
            `${value} in ${path}: ${places.join(', ') || 'nothing'}`,
          );
      }
    });
  }
});

it('what stands for a value to come is none, with such a mark too', () => {
  for (const value of ['ENC[...]', 'ENC[<encrypted>]', 'vault:your-path-here', 'encrypted:xxxxxxxx', 'op://'])
    assert.deepEqual(found(value), [], value);
});
