/** Ids of the rules of the secret stores, to tell a name that exists from a mistake without loading them. */
export const STORE_RULES: readonly string[] = [
  'age-identity-committed',
  'known-secret-current',
  'known-secret-previous',
  'sops-decrypted-twin',
  'sops-invalid-metadata',
  'sops-misnamed-config',
  'sops-missing-mac',
  'sops-missing-metadata',
  'sops-plaintext-ancestor',
  'sops-plaintext-value',
  'sops-recipients-differ',
  'sops-unencrypted-file',
];
