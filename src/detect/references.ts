/** Where a value is looked up elsewhere, in the form its store, template language or shell documents. */
const LOOKUPS: readonly RegExp[] = [
  // Shells, dotenv, Compose, Make, CMake, Windows, Jinja, Handlebars, Helm, GitHub and GitLab expressions.
  /^\$\{\{[^}]*\}\}$/,
  /^\$?\{\{[^{}]*\}?\}\}$/,
  /^\$\{[A-Za-z_!#][\w.:/-]*(?::?[-=?+][^{}]{0,40})?\}$/,
  /^\$\(?[A-Za-z_][\w.]*\)?$/,
  /^\$env:\w+$/i,
  /^\$\{?(?:env|secrets?|vars?|params?|ssm|self|opt|file|cf|stageVariables|ctx|sys|prop)[:.][^}]*\}?$/i,
  /^%[A-Za-z_]\w*%$/,
  /^%\([A-Za-z_]\w*\)[sdr]?$/,
  /^@@?[A-Za-z_]\w*@@?$/,
  /^#\{[^{}]+\}#?$/,
  /^<%[=-]?[\s\S]*%>$/,
  /^\{%[\s\S]*%\}$/,
  /^\[\[[^[\]]+\]\]$/,
  /^!(?:Ref|GetAtt|ImportValue|secret|env_var|env|include|reference)\b/,
  /^!Sub\s[\s\S]*\$\{/,
  // Ansible: what follows is a block, which is judged by itself.
  /^!vault(?:-encrypted)?\s*(?:\|[-+]?)?$/,
  // Secret stores.
  /^(?:>>)?vault:\/?[\w-]+(?:\/[\w.-]+)+#[\w.-]+(?:#\d+)?$/,
  /^vault:\/\/[\w.-]+\/\S+$/,
  /^ref\+(?:vault|awssecrets|awsssm|awskms|sops|gcpsecrets|gcs|gkms|azurekeyvault|onepassword|onepasswordconnect|doppler|tfstate\w*|file|k8s|s3|bitwarden|keychain|conjur|hcpvaultsecrets|infisical|pulumi\w*)s?:\/\/[\w.@:-]*[/#?]\S+$/,
  /^ref\+env(?:subst)?:\/\/\$?\w+$/,
  /^secretref\+\w+:\/\/[\w.@:-]*[/#?]\S+$/,
  /^<path:[\w.-]+\/[\w./-]+#[\w.-]+(?:#\S+)?(?: \| [\w ]+)?>$/,
  /^\{\{resolve:(?:secretsmanager|ssm-secure|ssm):[^{}]+\}\}$/,
  /^arn:aws(?:-[a-z]+)*:(?:secretsmanager|ssm|kms|iam|sns|sqs|s3|lambda|dynamodb|cognito-idp):[\w-]*:\d{0,12}:\S+$/,
  /^projects\/[\w-]+\/secrets\/[\w-]+(?:\/versions\/(?:\d+|latest))?$/,
  // 1Password: vault, item and field; names may have blanks.
  /^op:\/\/[\w. -]+\/[\w. -]+(?:\/[\w. -]+){1,2}(?:\?[\w=&-]+)?$/,
  /^(?:gcp-?secrets?|sm|gsm|secretmanager|aws-?sm|awssm|asm|ssm|aws-?parameterstore|parameterstore|akv|azure-?key-?vault|keyvault|k8s|keyring|keychain|pass|gopass|bitwarden|bw|doppler|infisical|akeyless|conjur|chamber|berglas|lastpass|dashlane|passbolt|protonpass|rbw|dl|pass-store|secrets?|file|sops):\/\/[\w.@-]*(?:[/#?][\w.@%=&-]+)+$/i,
  /^bws:\/\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^env:\/\/[A-Za-z_]\w*$/,
  /^@Microsoft\.KeyVault\((?:SecretUri=https:\/\/[^()\s]+|VaultName=[\w-]+;\s?SecretName=[\w-]+(?:;\s?SecretVersion=\w*)?)\)$/,
  /^@Microsoft\.AppConfiguration\(Endpoint=https:\/\/[^()\s]+\)$/,
  /^https:\/\/[\w-]+\.(?:vault|managedhsm)\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)\/(?:secrets|keys|certificates)\/[\w/-]+$/,
  /^(?:sec|secretsmanager|aws_secretsmanager|aws_ssm|parameter_store):[\w./-]*\/[\w./-]+$/,
  /^(?:\/run\/secrets|\/var\/run\/secrets|\/etc\/secrets|\/vault\/secrets)\/\S+$/,
  /^(?:env|environ|process\.env|os\.environ|ENV|System\.getenv|import\.meta\.env|Deno\.env|secrets|vars|var|local|data|module|each|inputs|env_var|config|settings|self|this|params?|props|options?|opts|args)[.[(][\s\S]*$/,
];

const BASE64 = '[A-Za-z0-9+/]';
const BREAK = '(?:\\s|\\\\[nr])+';
const AGE_END = '-----END AGE ENCRYPTED FILE-----\\s*';
/** Ciphertexts with the shape their tool writes: nobody without the key reads them. */
const CIPHERTEXTS: readonly RegExp[] = [
  new RegExp(
    `^ENC\\[AES256_GCM,data:${BASE64}*={0,2},iv:(?:${BASE64}{16}|${BASE64}{43}=),tag:${BASE64}{22}==,type:(?:str|int|float|bool|bytes|comment)\\]$`,
  ),
  new RegExp(`^ENC\\[(?:PKCS7|GPG|KMS|VAULT_RS),${BASE64}{40,}={0,2}\\]$`),
  /^\$ANSIBLE_VAULT;1\.[12];AES256(?:;[\w.-]+)?\s+[0-9a-f\s]{40,}$/,
  new RegExp(`^vault:v\\d+:${BASE64}{36,}={0,2}$`),
  // The first line alone, or with all of a body; lines may be broken by escapes.
  new RegExp(`^-----BEGIN AGE ENCRYPTED FILE-----(?:${BREAK}(?:${BASE64}{4,}=*${BREAK})+${AGE_END})?$`),
  new RegExp(
    `^-----BEGIN PGP MESSAGE-----(?:${BREAK}[\\w=+/.,:() \\\\\\s-]{60,}-----END PGP MESSAGE-----\\s*)?$`,
  ),
  /^age-encryption\.org\/v1(?:\s|\\n|$)/,
  new RegExp(`^encrypted:${BASE64}{40,}={0,2}$`),
  new RegExp(`^\\{cipher\\}(?:\\{[^}]*\\})*(?:[0-9a-fA-F]{32,}|${BASE64}{40,}={0,2})$`),
  new RegExp(`^\\{?AQAAAB${BASE64}{16,}={0,2}\\}?$`),
  // Rails: what is encrypted, its nonce of 12 bytes and its tag of 16.
  new RegExp(`^${BASE64}{16,}={0,2}--${BASE64}{16}--${BASE64}{22}==$`),
  new RegExp(`^(?:secure:)?v1:${BASE64}{16}:${BASE64}{16,}={0,2}$`),
  new RegExp(`^EJ\\[1:${BASE64}{43}=:${BASE64}{32}:${BASE64}{16,}={0,2}\\]$`),
  // Cloud KMS of Google: the first field of its message has 36 bytes.
  new RegExp(`^CiQA${BASE64}{60,}={0,2}$`),
  new RegExp(`^AQICAH${BASE64}{60,}={0,2}$`),
  new RegExp(`^AQECAH${BASE64}{60,}={0,2}$`),
  new RegExp(`^Ag[AB]${BASE64}{300,}={0,2}$`),
  new RegExp(`^ENC\\((?:${BASE64}{22,}={0,2}|![A-Za-z0-9+/=]+!)\\)$`),
  /^gAAAAA[A-Za-z0-9_-]{70,}={0,2}$/,
];

/** Public by nature: keys, certificates and one-way hashes with their own marks. */
const PUBLIC: readonly RegExp[] = [
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d+|sk-(?:ssh|ecdsa)\S*) AAAA/,
  /^AAAA(?:B3NzaC1yc2E|C3NzaC1lZDI1|E2VjZHNh|B3NzaC1kc3)/,
  /^-----BEGIN (?:PUBLIC KEY|RSA PUBLIC KEY|EC PUBLIC KEY|CERTIFICATE|PGP PUBLIC KEY|X509 CRL|TRUSTED CERTIFICATE|SSH2 PUBLIC KEY|DH PARAMETERS)/,
  // SubjectPublicKeyInfo in DER: RSA, elliptic curves, Ed25519.
  /^M[A-Za-z0-9+/]{2,4}(?:ANBgkqhkiG9w0BAQEFAAO|A0GCSqGSIb3DQEBAQUAA4|wDQYJKoZIhvcNAQEBBQAD)/,
  /^M(?:FkwEwYHKoZIzj0|HYwEAYHKoZIzj0|IGbMBAGByqGSM49|FYwEAYHKoZIzj0|CowBQYDK2V[wu])/,
  /^age1(?:pq1)?[02-9ac-hj-np-z]{20,}$/,
  /^sha(?:1|224|256|384|512)[-:][A-Za-z0-9+/=]{20,}(?: sha\d+-[A-Za-z0-9+/=]+)*$/,
  /^(?:md5|sha1|sha256|sha512|blake2b|h1|go|integrity|crc32):[A-Za-z0-9+/=]{8,}$/i,
  /^SHA256:[A-Za-z0-9+/]{43}$/,
  /^(?:[0-9a-fA-F]{2}:){7,}[0-9a-fA-F]{2}$/,
  // One-way hashes of passwords: crypt(3), Django, Jupyter, LDAP, Spring.
  /^(?:\{[\w@-]{2,16}\})?\\?\$(?:2[abxy]?|5|6|y|7|1|apr1|md5|argon2(?:id|i|d)|scrypt|pbkdf2[\w-]*)\\?\$[^\s"']{12,}$/,
  /^(?:pbkdf2_sha\d+|bcrypt(?:_sha256)?|argon2|scrypt|sha1|md5)\$[^\s"']{12,}$/,
  /^(?:sha1|sha256|sha512|argon2):[0-9a-f]{8,}:[0-9a-f]{32,}$/,
  /^\{(?:S?SHA(?:\d{3})?|S?MD[45]|CRYPT|bcrypt|scrypt|argon2|pbkdf2|PBKDF2\S*|sha256|ldap|MD[45]|SHA-\d+)\}\S{8,}$/i,
];

const MAX_REFERENCE = 16_384;

/** Whether a value is no secret but the place of one, a ciphertext, or public by nature; the whole value must say so. */
export function isReference(value: string): boolean {
  if (value.length > MAX_REFERENCE) return false;
  const text = value.trim();
  return (
    LOOKUPS.some((p) => p.test(text)) ||
    CIPHERTEXTS.some((p) => p.test(text)) ||
    PUBLIC.some((p) => p.test(text))
  );
}
