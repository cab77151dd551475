import { defineRules } from './define.js';

export const rules = defineRules('hashicorp-vault', [
  {
    id: 'hashicorp-vault-root-token',
    title: 'HashiCorp Vault root token',
    impact: 'Reads, changes and deletes every secret of the Vault, without expiry.',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    remediation: 'Revoke it with `vault token revoke`, and read the audit log for what it did.',
    severity: 'critical',
    keywords: ['hvs.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>hvs\.(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{24}(?:\.[A-Za-z0-9]{5,6})?)(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['VAULT_TOKEN=hvs.{alnum:24}', '-----> Initial Root Token: hvs.{alnum:24}'],
      noMatch: ['hvs.{alnum:20}', 'hvs.placeholderplaceholderpl'],
    },
  },
  {
    id: 'hashicorp-vault-service-token',
    title: 'HashiCorp Vault service or wrapping token',
    impact: 'Reads and changes the secrets its policies allow.',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    remediation: 'Revoke it with `vault token revoke`, and read the audit log for what it did.',
    severity: 'critical',
    keywords: ['hvs.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>hvs\.[A-Za-z0-9_-]{80,320}(?:\.[A-Za-z0-9]{5,6})?)(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    check: 'vault-service-token',
    examples: { match: ['X-Vault-Token: {vault}', 'VAULT_TOKEN={vault}'], noMatch: ['hvs.{base64url:60}'] },
  },
  {
    id: 'hashicorp-vault-batch-token',
    title: 'HashiCorp Vault batch token',
    impact: 'Reads and changes the secrets its policies allow, until it expires.',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    remediation: "It can't be revoked: wait for its end, or revoke the token it was made with.",
    keywords: ['hvb.', 'b.aaaaaq'],
    pattern: /(?<![A-Za-z0-9_.-])(?<secret>(?:hvb\.|b\.AAAAAQ)[A-Za-z0-9_-]{100,500})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['VAULT_TOKEN=hvb.AAAAAQ{base64url:140}', 'client_token = b.AAAAAQ{base64url:150}'] },
  },
  {
    id: 'hashicorp-vault-recovery-token',
    title: 'HashiCorp Vault recovery token',
    impact: 'Works on the Vault in recovery mode, past every policy.',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    remediation: 'Revoke it with `vault token revoke`, and read the audit log for what it did.',
    severity: 'critical',
    keywords: ['hvr.'],
    pattern: /(?<![A-Za-z0-9_.-])(?<secret>hvr\.[A-Za-z0-9_-]{24,200})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['VAULT_TOKEN=hvr.{alnum:24}'] },
  },
  {
    id: 'hashicorp-vault-legacy-token',
    title: 'HashiCorp Vault (before 1.10) or OpenBao token',
    impact: 'Reads and changes the secrets its policies allow; it may be a root token.',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    remediation: 'Revoke it with `vault token revoke`, and read the audit log for what it did.',
    severity: 'critical',
    keywords: ['"s.', "'s.", '=s.', ': s.', 'token s.'],
    pattern:
      /(?:["'=]|: |[Tt]oken )(?<secret>s\.(?=[A-Za-z]{0,23}[0-9])(?=[A-Z0-9]{0,23}[a-z])(?=[a-z0-9]{0,23}[A-Z])[A-Za-z0-9]{24}(?:\.[A-Za-z0-9]{5,6})?)(?![A-Za-z0-9_.(-])/,
    minEntropy: 3.8,
    examples: {
      match: ['VAULT_TOKEN=s.{alnum:24}', 'vault_api_token = "s.{alnum:24}"'],
      noMatch: ['x =s.makeKubeConfigController4(args)'],
    },
  },
  {
    id: 'hashicorp-vault-unseal-key',
    title: 'HashiCorp Vault unseal or recovery key',
    impact: "With enough of its siblings opens the Vault's storage.",
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/seal',
    remediation: 'Make new shares with `vault operator rekey`.',
    severity: 'critical',
    keywords: ['unseal key', 'recovery key', 'unseal_key', 'unsealkey', 'operator unseal'],
    pattern:
      /(?:(?:unseal|recovery) ?_?key(?:_?\d{0,2}| \d{1,2})(?: \((?:base64|hex)\))?["']?\s{0,3}[:=]|operator unseal)\s{0,3}["']?(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{44}|[0-9a-f]{64,66})(?![A-Za-z0-9+/=])/i,
    minEntropy: 3,
    examples: {
      match: ['Unseal Key 1: {base64:44}', 'Recovery Key 5: {base64:43}=', 'vault operator unseal {hex:66}'],
    },
  },
  {
    id: 'hashicorp-vault-unseal-keys',
    title: 'HashiCorp Vault unseal keys as JSON',
    impact: "With enough of its siblings opens the Vault's storage.",
    reference: 'https://developer.hashicorp.com/vault/api-docs/system/init',
    remediation: 'Make new shares with `vault operator rekey`.',
    severity: 'critical',
    keywords: ['unseal_keys_', 'recovery_keys_', 'keys_base64'],
    pattern:
      /(?<![A-Za-z0-9+/=])(?=[A-Za-z0-9+/]{43}|[0-9a-f]{64})(?<=(?:(?:unseal|recovery)_keys_(?:b64|hex|base64)|keys_base64)["']?\s{0,4}[:=]\s{0,4}\[?[A-Za-z0-9+/="',\s-]{0,600})(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{44}|[0-9a-f]{64,66})(?![A-Za-z0-9+/=])/,
    minEntropy: 3,
    examples: { match: ['{"unseal_keys_b64":["{base64:44}","{base64:43}="],"unseal_shares":2}'] },
  },
  {
    id: 'hashicorp-vault-approle-secret-id',
    title: 'HashiCorp Vault AppRole secret id',
    impact: 'Logs in to Vault as the role, together with the role id.',
    reference: 'https://developer.hashicorp.com/vault/docs/auth/approle',
    remediation: 'Destroy it with `vault write auth/approle/role/NAME/secret-id/destroy`.',
    severity: 'critical',
    keywords: ['secret_id', 'secret-id', 'secretid'],
    pattern:
      /secret[_-]?id["']?\s{0,3}(?:[=:]{1,2}>?|\s)\s{0,3}["']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/i,
    companions: [
      {
        name: 'role id',
        pattern: /role[_-]?id|approle|vault|secret_id_(?:accessor|ttl)/i,
        within: 512,
        required: true,
      },
    ],
    examples: {
      match: [
        'vault write auth/approle/login role_id={uuid} secret_id={uuid}',
        'VAULT_ROLE_ID={uuid}\nVAULT_SECRET_ID={uuid}',
      ],
    },
  },
]);
