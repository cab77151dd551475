/** The public API of the secret stores, `keyhound/stores`: apart from the scanner, so that no hook loads it. */
export { writeAtomic } from './stores/atomic-write.js';
export { parseStores, type StoreConfig, type StoresConfig } from './stores/config.js';
export { findValuesIn } from './stores/known/find-values.js';
export { findKnown, KNOWN_RULES } from './stores/known/scan.js';
export { DEFAULT_VALUES, knownValues } from './stores/known/values.js';
export { readStores, zeroValues } from './stores/read-stores.js';
export { checkSops, createSopsFilter, type SopsFile, type SopsFilter } from './stores/sops/check.js';
export { readSopsConfig, recipientsFor } from './stores/sops/creation-rules.js';
export { openDataKey } from './stores/sops/data-key.js';
export { decryptSops } from './stores/sops/decrypt.js';
export { sopsRuleInfos, toSopsFinding } from './stores/sops/finding.js';
export { sopsKeyring } from './stores/sops/keyring.js';
export { readSops, sopsFormat } from './stores/sops/read.js';
export { encryptSops, keysOf, setSopsValue } from './stores/sops/write.js';
export { StoreError } from './stores/store-error.js';
export type { Coverage } from './stores/stored-value.js';
