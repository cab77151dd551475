import { posix } from 'node:path';
import type { Skip } from '../../types.js';
import { AGE_IDENTITY, ageRecipient, isAgeIdentity } from './age-identity.js';
import { plainAncestors } from './ancestors.js';
import { checkEncrypted } from './check-encrypted.js';
import { checkPlain, promisesSecrets } from './check-plain.js';
import { readSopsConfig, ruleFor, type SopsConfig } from './creation-rules.js';
import { type SopsDocument, UnreadableDocument } from './document.js';
import { regionOf, SOPS_RULES, type SopsProblem } from './problem.js';
import { readSops } from './read.js';
import { keyGroups } from './recipients.js';

/** A file of the tree, index or commit that is checked. `path` is relative to the root, with `/`. */
export interface SopsFile {
  readonly path: string;
  readonly text: string;
}

/** Files that may concern SOPS: everything else need not be handed to `checkSops`. */
export type SopsFilter = (path: string, text: string) => boolean;

const DATA_FILE = /\.(?:ya?ml|json|env|ini)$|(?:^|\/)\.env[^/]*$/i;
const MENTIONS_SOPS = /ENC\[AES256_GCM,|AGE-SECRET-KEY-|^\s*"?(?:\[?sops\]?"?\s*:?\s*\{?\s*$|sops_)/m;
const LARGEST = 4 << 20;

/**
 * Checks files against SOPS' rules without any key: exact, because what has to be encrypted is written in each
 * file and in `.sops.yaml`. The configs must be among the files. Files that cannot be read go to `skip`.
 */
export function checkSops(files: readonly SopsFile[], skip: (skip: Skip) => void = () => {}): SopsProblem[] {
  const problems: SopsProblem[] = [];
  const configs = readConfigs(files, { problems, skip });
  const encrypted: { file: SopsFile; document: SopsDocument }[] = [];
  const plain: { file: SopsFile; document: SopsDocument }[] = [];
  for (const file of files) {
    if (/(?:^|\/)\.sops\.ya?ml$/.test(file.path)) continue;
    const document = read(file, {
      skip,
      needed: MENTIONS_SOPS.test(file.text) || ruleFor(file.path, configs),
    });
    if (document) (document.metadata ? encrypted : plain).push({ file, document });
  }
  for (const { file, document } of encrypted)
    problems.push(...checkEncrypted(file.path, document, ruleFor(file.path, configs)));
  problems.push(...checkPlain(plain, { encrypted, rule: (path) => ruleFor(path, configs) }));
  problems.push(...files.flatMap((file) => committedIdentities(file, encrypted)));
  return problems.sort(byPlace);
}

/**
 * Checks versions of files out of a history, each by itself. Identities name the files that they open in any version;
 * `earlier` are further versions of the encrypted files' paths, among which plain ones are looked for.
 */
export function checkSopsVersions<T extends SopsFile>(
  versions: readonly T[],
  earlier: readonly T[],
): { problem: SopsProblem; file: T }[] {
  const encrypted = versions.flatMap((file) => {
    const document = read(file, { skip: () => {}, needed: MENTIONS_SOPS.test(file.text) });
    return document?.metadata ? [{ file, document }] : [];
  });
  const own = versions.flatMap((file) =>
    checkSops([file])
      .filter(({ ruleId }) => ruleId !== 'age-identity-committed')
      .concat(committedIdentities(file, encrypted))
      .map((problem) => ({ problem, file })),
  );
  return [...own, ...plainAncestors(encrypted, earlier)];
}

/** Tells from name and text whether a file can matter to `checkSops`; the configs decide about names. */
export function createSopsFilter(configs: readonly SopsFile[]): SopsFilter {
  const read = readConfigs(configs, { problems: [], skip: () => {} });
  return (path, text) => {
    if (/(?:^|\/)\.sops\.ya?ml$/.test(path)) return true;
    if (text.length > LARGEST) return false;
    if (MENTIONS_SOPS.test(text)) return true;
    const rule = ruleFor(path, read);
    // What a rule for nearly every file says of a file is only looked at in those that promise secrets.
    return rule !== undefined && (!rule.broad || promisesSecrets(path, text));
  };
}

function readConfigs(
  files: readonly SopsFile[],
  out: { problems: SopsProblem[]; skip: (skip: Skip) => void },
): ReadonlyMap<string, SopsConfig> {
  const configs = new Map<string, SopsConfig>();
  for (const { path, text } of files) {
    const name = posix.basename(path);
    if (name === '.sops.yml') out.problems.push(misnamed(path));
    if (name !== '.sops.yaml') continue;
    try {
      configs.set(posix.dirname(path), readSopsConfig(path, text));
    } catch {
      out.skip({
        path,
        reason: 'this .sops.yaml cannot be read: mend it, its rules were not checked',
        incomplete: true,
      });
    }
  }
  return configs;
}

function misnamed(path: string): SopsProblem {
  const message = 'sops reads .sops.yaml only; the rules in this file do nothing';
  return {
    ...wholeFile(path),
    ruleId: 'sops-misnamed-config',
    severity: 'medium',
    confidence: 'certain',
    message,
    files: [],
  };
}

function read(file: SopsFile, to: { skip: (skip: Skip) => void; needed: unknown }): SopsDocument | undefined {
  if (!DATA_FILE.test(file.path) && !to.needed) return undefined;
  try {
    return readSops(file.path, file.text);
  } catch (error) {
    // Only a file that is or has to be encrypted leaves a hole when it cannot be read.
    if (
      /ENC\[AES256_GCM,/.test(file.text) &&
      error instanceof UnreadableDocument &&
      DATA_FILE.test(file.path)
    ) {
      to.skip({
        path: file.path,
        reason: `SOPS values in it were not checked: ${error.message}`,
        incomplete: true,
      });
    }
    return undefined;
  }
}

function committedIdentities(
  file: SopsFile,
  encrypted: readonly { file: SopsFile; document: SopsDocument }[],
): SopsProblem[] {
  return [...file.text.matchAll(AGE_IDENTITY)].flatMap((found) => {
    if (!isAgeIdentity(found[0])) return [];
    const recipient = ageRecipient(found[0]);
    const opens = (document: SopsDocument): boolean =>
      keyGroups(document.metadata ?? {}).some((group) => group.some(({ id }) => id === recipient));
    const opened = encrypted.filter(({ document }) => recipient && opens(document));
    const files = [...new Set(opened.map(({ file }) => file.path))].sort();
    return [
      {
        ...regionOf(file.text, found.index, found.index + found[0].length),
        ruleId: 'age-identity-committed',
        path: file.path,
        severity: SOPS_RULES['age-identity-committed'].severity,
        confidence: 'certain',
        message: identityMessage(recipient, files.length),
        files,
      },
    ];
  });
}

function identityMessage(recipient: string | undefined, count: number): string {
  if (!recipient) return 'a post-quantum age identity; which files it opens is not known offline';
  return `the private key of ${recipient}; it opens ${count} of the files looked at`;
}

function wholeFile(
  path: string,
): Pick<SopsProblem, 'path' | 'startLine' | 'startColumn' | 'endLine' | 'endColumn'> {
  return { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
}

function byPlace(a: SopsProblem, b: SopsProblem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.startLine - b.startLine || a.startColumn - b.startColumn || (a.ruleId < b.ruleId ? -1 : 1);
}
