/** The public API of the secret stores, `keyhound/stores`: apart from the scanner, so that no hook loads it. */

export { writeAtomic } from './stores/atomic-write.js';
export { checkSops, createSopsFilter, type SopsFile, type SopsFilter } from './stores/sops/check.js';
export { readSopsConfig, recipientsFor } from './stores/sops/creation-rules.js';
export { localKeyring as sopsKeyring, openDataKey } from './stores/sops/data-key.js';
export { decryptSops } from './stores/sops/decrypt.js';
export { sopsRuleInfos, toSopsFinding } from './stores/sops/finding.js';
export { readSops, sopsFormat } from './stores/sops/read.js';
export { encryptSops, keysOf, setSopsValue } from './stores/sops/write.js';
