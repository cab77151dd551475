import { existsSync, readFileSync } from 'node:fs';
import type { Chunk, Finding, RuleInfo, Severity, Watcher } from '../types.js';

/** How an index of known values is used in a scan. */
export interface IndexWatch {
  readonly file: string;
  readonly severity: (ruleId: string) => Severity | undefined;
  readonly isWanted: (ruleId: string) => boolean;
}

/**
 * Looks for the values of `keyhound index build`, without network. An index that is old or damaged is said once and
 * does not break the scan: the hook finds less, it does not stop working.
 */
export function createIndexWatcher({ file, severity, isWanted }: IndexWatch): Watcher | undefined {
  if (!existsSync(file)) return undefined;
  let open: Promise<Open> | undefined;
  const found: { finding: Finding; lines: string }[] = [];
  return {
    async see(chunk) {
      open ??= openIndex(file);
      const { find } = await open;
      found.push(...find(chunk).map((finding) => ({ finding, lines: linesAt(chunk, finding.startLine) })));
    },
    async finish(findings) {
      const { rules } = (await open) ?? { rules: [] };
      const own = found
        .filter(({ finding: { ruleId } }) => isWanted(ruleId))
        .map(({ finding, lines }) => ({
          finding: { ...finding, severity: severity(finding.ruleId) ?? finding.severity },
          lines,
        }));
      return { found: findings, own, skipped: [], rules };
    },
  };
}

function linesAt({ bytes, line }: Chunk, number: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const at = number - line;
  return text
    .split('\n', at + 1)
    .slice(Math.max(0, at - 1))
    .join('\n');
}

interface Open {
  readonly find: (chunk: Chunk) => readonly Finding[];
  readonly rules: readonly RuleInfo[];
}

async function openIndex(file: string): Promise<Open> {
  const { createIndexedFinder, KNOWN_RULES, readIndex } = await import('../stores.js');
  const read = readIndex(readFileSync(file, 'utf8'));
  if ('reason' in read) {
    process.stderr.write(
      `keyhound: the index of known values is ${read.reason} and not used; make it again with keyhound index build\n`,
    );
    return { find: () => [], rules: [] };
  }
  const find = createIndexedFinder(read.index);
  return { find: (chunk) => find(chunk, ''), rules: KNOWN_RULES };
}
