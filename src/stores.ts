/** The public API of the secret stores, `keyhound/stores`: apart from the scanner, so that no hook loads it. */
export { writeAtomic } from './stores/atomic-write.js';
export { type LoginStore, parseStores, type StoreConfig, type StoresConfig } from './stores/config.js';
export { givenValues, isMaskable } from './stores/known/given-values.js';
export { buildIndex, readIndex } from './stores/known/index-file.js';
export { maskCommand, masksOf } from './stores/known/mask.js';
export { SHORTEST as SHORTEST_VALUE } from './stores/known/needles.js';
export { createIndexedFinder, findIndexed, findKnown, KNOWN_RULES } from './stores/known/scan.js';
export { DEFAULT_VALUES, innerSecrets, isOrdinary, knownValues } from './stores/known/values.js';
export { applyMigration, type MigrationPlan, planMigration } from './stores/migrate/migrate.js';
export { openVaultStore } from './stores/open.js';
export { readStores, zeroValues } from './stores/read-stores.js';
export { describeRotation, rotate } from './stores/rotate.js';
export {
  checkSops,
  checkSopsVersions,
  createSopsFilter,
  type SopsFile,
  type SopsFilter,
} from './stores/sops/check.js';
export { readSopsConfig, recipientsFor } from './stores/sops/creation-rules.js';
export { openDataKey } from './stores/sops/data-key.js';
export { decryptSops } from './stores/sops/decrypt.js';
export { sopsRuleInfos, toSopsFinding } from './stores/sops/finding.js';
export { sopsKeyring } from './stores/sops/keyring.js';
export type { SopsProblem } from './stores/sops/problem.js';
export { readSops, sopsFormat } from './stores/sops/read.js';
export { encryptSops, keysOf, setSopsValue } from './stores/sops/write.js';
export { type Coverage, pathMatcher } from './stores/stored-value.js';
export { formatTarget, parseTarget, type Target } from './stores/target.js';
export { lookupLease, lookupToken, revokeLease, revokeToken, type TokenFacts } from './stores/vault/token.js';
export { traceValue } from './stores/vault/trace.js';
export type { Vault } from './stores/vault/vault.js';
