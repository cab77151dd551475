import { defineRules } from './define.js';

export const rules = defineRules('private-key', [
  {
    id: 'private-key',
    title: 'Private key',
    impact: 'Proves to be its owner: logs in, signs, or decrypts what was meant for them.',
    reference: 'https://www.rfc-editor.org/rfc/rfc7468',
    remediation:
      'Replace the key pair everywhere its public half is trusted, and revoke certificates made for it.',
    severity: 'critical',
    selfMade: true,
    keywords: ['private key-----', 'private key block-----'],
    pattern:
      /(?<secret>-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^\0-]|-(?!----)){40,3900}-----END [A-Z0-9 ]{3,50}-----|(?:[A-Za-z0-9+/=\s]|\\[nr\\]|["',]){64,3900}))/,
    check: 'clear-private-key',
    examples: {
      match: [
        '-----BEGIN PRIVATE KEY-----\n{pkcs8}\n-----END PRIVATE KEY-----',
        '{"key": "-----BEGIN PRIVATE KEY-----␤{pkcs8}␤-----END PRIVATE KEY-----␤"}',
        '-----BEGIN OPENSSH PRIVATE KEY-----\n{openssh:none}\n-----END OPENSSH PRIVATE KEY-----',
        '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n{pgp:0}\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----',
      ],
      noMatch: [
        '-----BEGIN PRIVATE KEY-----\nyour key goes here, in as many lines as it takes to fill\n-----END PRIVATE KEY-----',
        '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,{upperhex:32}\n\n{base64:1024}\n-----END RSA PRIVATE KEY-----',
        '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n{pgp:254}\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----',
        '-----BEGIN OPENSSH PRIVATE KEY-----\n{openssh:aes256-ctr}\n-----END OPENSSH PRIVATE KEY-----',
        '-----BEGIN RSA PRIVATE KEY-----" + wrap(key) + "-----END RSA PRIVATE KEY-----',
      ],
    },
  },
  {
    id: 'private-key-putty',
    title: 'PuTTY private key',
    impact: 'Logs in wherever its public half is trusted.',
    reference: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
    remediation:
      'Replace the key pair everywhere its public half is trusted, and revoke certificates made for it.',
    severity: 'critical',
    selfMade: true,
    keywords: ['putty-user-key-file-'],
    pattern:
      /PuTTY-User-Key-File-[123]: [\w@.-]{3,60}\s{1,2}Encryption: none\s{1,2}[^\0]{0,2400}?Private-Lines: \d{1,3}\s{1,2}(?<secret>[A-Za-z0-9+/=\r\n]{40,3000})/,
    minEntropy: 3.5,
    examples: {
      match: [
        'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: me\nPublic-Lines: 2\n{base64:64}\n{base64:16}\nPrivate-Lines: 1\n{base64:48}\nPrivate-MAC: {hex:64}',
      ],
    },
  },
  {
    id: 'private-key-jwk',
    title: 'Private JSON Web Key',
    impact: 'Signs or decrypts as the owner of the key.',
    reference: 'https://www.rfc-editor.org/rfc/rfc7517',
    remediation:
      'Replace the key pair everywhere its public half is trusted, and revoke certificates made for it.',
    severity: 'critical',
    selfMade: true,
    keywords: ['"kty"'],
    pattern: /"d"\s{0,3}:\s{0,3}"(?<secret>[A-Za-z0-9_-]{43,700})"/,
    minEntropy: 3.5,
    companions: [
      {
        name: 'key type',
        pattern: /"kty"\s{0,3}:\s{0,3}"(?<value>RSA|EC|OKP)"/,
        within: 3000,
        required: true,
      },
    ],
    examples: {
      match: ['{"kty":"EC","crv":"P-256","x":"{base64url:43}","y":"{base64url:43}","d":"{base64url:43}"}'],
      noMatch: ['{"kty":"EC","crv":"P-256","x":"{base64url:43}","y":"{base64url:43}"}'],
    },
  },
  {
    id: 'private-key-jwk-symmetric',
    title: 'Symmetric JSON Web Key',
    impact: 'Signs and verifies, or encrypts and decrypts, with the shared key.',
    reference: 'https://www.rfc-editor.org/rfc/rfc7517',
    remediation:
      'Replace the key pair everywhere its public half is trusted, and revoke certificates made for it.',
    selfMade: true,
    keywords: ['"kty"'],
    pattern: /"k"\s{0,3}:\s{0,3}"(?<secret>[A-Za-z0-9_-]{21,200})"/,
    minEntropy: 3.5,
    companions: [
      { name: 'key type', pattern: /"kty"\s{0,3}:\s{0,3}"(?<value>oct)"/, within: 1000, required: true },
    ],
    examples: { match: ['{"kty":"oct","alg":"HS256","k":"{base64url:43}"}'] },
  },
  {
    id: 'private-key-xml',
    title: 'RSA private key in XML',
    impact: 'Signs or decrypts as the owner of the key.',
    reference: 'https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsa.toxmlstring',
    remediation:
      'Replace the key pair everywhere its public half is trusted, and revoke certificates made for it.',
    severity: 'critical',
    selfMade: true,
    keywords: ['<rsakeyvalue>'],
    pattern: /<RSAKeyValue>[^\0]{0,3000}?<D>\s{0,16}(?<secret>[A-Za-z0-9+/=\s]{80,1400})<\/D>/,
    minEntropy: 3.5,
    examples: {
      match: [
        '<RSAKeyValue><Modulus>{base64:172}</Modulus><Exponent>AQAB</Exponent><D>{base64:172}</D></RSAKeyValue>',
      ],
    },
  },
  {
    id: 'private-key-dnssec',
    title: 'DNSSEC private key',
    impact: 'Signs records of the zone.',
    reference:
      'https://bind9.readthedocs.io/en/latest/manpages.html#dnssec-keygen-dnssec-key-generation-tool',
    remediation:
      'Replace the key pair everywhere its public half is trusted, and revoke certificates made for it.',
    selfMade: true,
    keywords: ['private-key-format: v1'],
    pattern:
      /Private-key-format: v1\.\d[^\0]{0,600}?(?:PrivateKey|PrivateExponent|Key): (?<secret>[A-Za-z0-9+/]{40,700}={0,2})/,
    minEntropy: 3.5,
    examples: {
      match: ['Private-key-format: v1.3\nAlgorithm: 13 (ECDSAP256SHA256)\nPrivateKey: {base64:43}='],
    },
  },
]);
