import { transcode } from './decode/transcode.js';
import { createEngine, matchesIn } from './engine.js';
import { toFindings } from './finding.js';
import { createLineMap } from './lines.js';
import { createSieve } from './sieve.js';
import type { Finding, Rule, Scanned, Skip, Source } from './types.js';

/** What stands at a finding, byte for byte as the source has it. The only way from a finding back to its secret. */
export interface RawValue {
  readonly finding: Finding;
  /** As UTF-8 where `isWide`; of an encoded secret the encoded text. */
  readonly bytes: Buffer;
  /** The source has it in UTF-16 or UTF-32. */
  readonly isWide: boolean;
}

export interface RawOptions {
  readonly source: Source;
  readonly rules: readonly Rule[];
  /** The key of the fingerprints that are asked for. */
  readonly key: string;
  readonly isWanted: (finding: Finding) => boolean;
  readonly skip: (skip: Skip) => void;
}

/** Reads a source again for the values behind findings of an earlier scan, which holds none. */
export async function* rawValues({
  source,
  rules,
  key,
  isWanted,
  skip,
}: RawOptions): AsyncGenerator<RawValue> {
  const engine = createEngine(rules);
  const scanned: Scanned = { units: 0, bytes: 0, commits: 0 };
  const { prefilter } = engine.detector;
  const allocate = (size: number) => prefilter.allocate(size);
  const context = { allocate, skip, scanned, unpacker: engine.unpacker, sieve: createSieve(engine) };
  for await (const raw of source.chunks(context)) {
    const chunk = transcode(raw);
    const located = matchesIn(chunk, engine);
    if (located.length === 0) continue;
    const lines = createLineMap(chunk);
    const findings = toFindings(located, { chunk, lines }, { key, showSecrets: false });
    for (const [at, finding] of findings.entries()) {
      const [from, to] = located[at]!.place;
      if (from < chunk.core[0] || from >= chunk.core[1] || !isWanted(finding)) continue;
      yield { finding, bytes: Buffer.from(chunk.bytes.subarray(from, to)), isWide: chunk !== raw };
    }
  }
}
