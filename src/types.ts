/**
 * The words of the whole program, in the order data flows:
 * Source > Chunk > Segment > Rule > Match > Finding > Suppression > Report > Reporter.
 */

export const CONFIDENCES = ['certain', 'probable', 'possible'] as const;
/** How sure a finding is: proven by structure, recognised by format or strong context, or only suspected. */
export type Confidence = (typeof CONFIDENCES)[number];

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What kind of scan this is; reports use it as their category. */
export type Mode = 'tree' | 'staged' | 'range' | 'history' | 'log';

/** A commit as far as a report may know it. The author is there only when the user asked for authors. */
export interface Commit {
  readonly id: string;
  readonly author?: string;
  /** ISO 8601 with offset. */
  readonly date?: string;
}

/** Where bytes come from. `path` is relative to the scanned root, with `/`, unescaped: outputs neutralise it. */
export interface Origin {
  readonly path: string;
  readonly kind: 'file' | 'blob' | 'message' | 'name' | 'log';
  /** Git object id, in hex, where the bytes are an object's. */
  readonly object?: string;
  readonly commit?: Commit;
  readonly inHead?: boolean;
  /** The commit that took it away, where history was walked and it is gone. */
  readonly removed?: Commit;
  /** Lines for people that say more than the path: a job and step of a log, a ref, a note. */
  readonly label?: string;
}

/** A half-open range of byte offsets, or of line numbers where the name says so. */
export type Range = readonly [from: number, to: number];

/**
 * A contiguous piece of one item (file, blob, message, log), at most some MiB.
 * `bytes` is only valid until the source is asked for the next chunk: it may be a view of the kernel's memory.
 */
export interface Chunk {
  readonly origin: Origin;
  readonly bytes: Uint8Array;
  /** Byte offset of `bytes[0]` in the item. */
  readonly offset: number;
  /** Line number (from 1) of `bytes[0]`, and the UTF-16 column (from 1) it stands at. */
  readonly line: number;
  readonly column: number;
  /**
   * Matches are taken from this chunk if their secret starts in this range of `bytes`; the rest belongs to a
   * neighbour that overlaps. A chunk that is a whole item has `[0, bytes.length]`.
   */
  readonly core: Range;
  /** Only these ranges of `bytes` need the prefilter (delta windows); absent: all of it. */
  readonly ranges?: readonly Range[];
  /** Only matches that touch one of these ranges of `bytes` are asked for; absent: all are. */
  readonly wanted?: readonly Range[];
  /** Only findings that touch these lines (half-open, from 1) are new; absent: all are. */
  readonly addedLines?: readonly Range[];
}

/** Something that was to be scanned and was not, or not wholly. Never silent: counted, listed, decides exit code 3. */
export interface Skip {
  readonly path: string;
  readonly reason: string;
  /** `false`: left out on purpose by the user's own settings, or holds nothing scannable; the scan stays complete. */
  readonly incomplete: boolean;
}

/** What a source counts while it delivers. */
export interface Scanned {
  units: number;
  bytes: number;
  commits: number;
}

/** One delta to apply; positions are offsets in the memory it is called with. */
export interface DeltaJob {
  /** The zlib stream of the delta, and how long the delta is. */
  readonly source: number;
  readonly sourceEnd: number;
  readonly deltaSize: number;
  /** Where the delta is inflated to. */
  readonly delta: number;
  readonly base: number;
  readonly baseSize: number;
  /** Where the result goes, and where its room ends. */
  readonly target: number;
  readonly targetEnd: number;
}

/**
 * Unpacks git objects; fast in memory that the prefilter allocated. Results below 0 say why it did not work: -1 the
 * input ends early, -2 it is corrupt, -3 it has another size than stated, -4 its checksum differs, -5 no room.
 * Input and output need `SLACK` bytes after their ends that may be read, or overwritten.
 */
export interface Unpacker {
  /** Inflates the zlib stream at `source` to `size` bytes at `target`, and gives the stream's length. */
  inflate(memory: Uint8Array, stream: readonly [source: number, sourceEnd: number], target: Range): number;
  /** Inflates and applies a delta, and gives the result's size. */
  applyDelta(memory: Uint8Array, job: DeltaJob): number;
  /** Where the last delta's result differs from its base, ascending and apart; an empty range is a cut. */
  edges(): readonly Range[];
  /**
   * Where names of the entries of a tree object lie; with `onlyNew` just of entries that an edge touches. Undefined:
   * it is broken.
   */
  entries(tree: Uint8Array, idLength: number, onlyNew: boolean): readonly Range[] | undefined;
  /** CRC-32 of a range, going on from `crc`. */
  crc32(crc: number, memory: Uint8Array, range: Range): number;
}

/** How many bytes before and after a changed byte a keyword can stand for its match to depend on that byte. */
export interface WindowReach {
  readonly before: number;
  readonly after: number;
}

/** An object on its way through the sieve. */
export interface Sieved {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Where it can differ from an object that was found clean; absent: everywhere. */
  readonly ranges?: readonly Range[];
  /** Instead of ranges: the edges of the unpacker's last delta, which made it of an object that was found clean. */
  readonly edges?: () => readonly Range[];
  /** Only matches that touch one of these ranges count; absent: all do. */
  readonly wanted?: readonly Range[];
}

/** Takes out, quickly, objects that hold no findings. */
export interface Sieve {
  readonly reach: WindowReach;
  /**
   * Whether an object can hold findings: clean, or found, or tainted if it is clean but holds something whose match can
   * reach further than `reach`. What derives from an object that is not clean must come without ranges and edges.
   */
  judge(object: Sieved): 'clean' | 'tainted' | 'found';
}

/** What a source is given: where to put bytes and where to say what it could not read. */
export interface SourceContext {
  /** A buffer of at least `size` bytes to read into; the earlier one becomes invalid. */
  allocate(size: number): Uint8Array;
  skip(skip: Skip): void;
  /** Counted by the source as it delivers whole units (a file, a blob, a message, a log). */
  readonly scanned: Scanned;
  readonly signal?: AbortSignal;
  readonly unpacker?: Unpacker;
  readonly sieve?: Sieve;
  /** Names all that the sieve's verdicts depend on; undefined where they hold for this scan only. */
  sieveKey?(): string | undefined;
  /** How deep archives are opened, by the user's choice. */
  readonly archiveDepth?: number;
}

/** Where a git object stands in the history. */
export interface Place {
  /** Where it first stood; absent for a message. */
  readonly path?: string;
  /** The first commit that has it. */
  readonly commit: Commit;
  readonly inHead: boolean;
  /** That commit is a merge and none of its parents has it. */
  readonly byMerge: boolean;
  /** What keeps it, when no branch or tag does. */
  readonly label?: string;
}

/** A target opened for reading. Throws `UserError` when the target itself is wrong; anything less is a `Skip`. */
export interface Source {
  readonly mode: Mode;
  chunks(context: SourceContext): Iterable<Chunk> | AsyncIterable<Chunk>;
  /** Finds objects in the history; asked once, after the last chunk, for those with findings. */
  locate?(objects: ReadonlySet<string>): Promise<ReadonlyMap<string, Place>>;
}

/** Values that are known, to be masked wherever they stand. */
export interface GivenValues {
  /** Their places in bytes, in any encoding. */
  find(bytes: Uint8Array): readonly Range[];
  /** Where in bytes an end of at least so many begins that may be the start of one; their length if none does. */
  startAtEnd(bytes: Uint8Array, least: number): number;
}

/** Looks at all that a scan reads, beside the detector, and adds to what was found. */
export interface Watcher {
  /** Lower-case texts; an object of a history that holds one, in whatever case, is delivered though it has no match. */
  readonly marks?: readonly string[];
  /** Is shown each chunk before it is scanned; the bytes are valid until this settles. */
  see(chunk: Chunk): void | Promise<void>;
  /** Given what the detector found, says what is to be reported. */
  finish(found: readonly Finding[], of: WatchedScan): Promise<Watched>;
}

/** What a watcher may need to know of the scan. */
export interface WatchedScan {
  readonly locate: Source['locate'];
  /** The key of fingerprints, a baseline's salt. */
  readonly key: string;
}

/** A finding of a watcher. */
export interface OwnFinding {
  readonly finding: Finding;
  /** The line above it and its line, where ignore comments stand. */
  readonly lines?: string;
}

/** What a watcher leaves of a scan. */
export interface Watched {
  /** What it was given, with more said. */
  readonly found: readonly Finding[];
  readonly own: readonly OwnFinding[];
  readonly skipped: readonly Skip[];
  /** What reports say of the rules that are not the detector's. */
  readonly rules: readonly RuleInfo[];
}

/** Bytes to match on: a chunk itself, or what was decoded out of it. */
export interface Segment {
  readonly bytes: Uint8Array;
  /** Encodings from the outside in, e.g. `['base64', 'gzip']`; empty for the chunk itself. */
  readonly encodings: readonly string[];
  /** Maps a range of this segment's bytes to the range of the chunk's bytes that encodes it. */
  readonly locate: (from: number, to: number) => Range;
  readonly ranges?: readonly Range[];
  readonly wanted?: readonly Range[];
}

/** A second part that makes a credential whole: the key id of a secret key, the host of a password. */
export interface Companion {
  readonly name: string;
  /** Found within `within` bytes before or after the match; group `value` or the whole match is its location. */
  readonly pattern: RegExp;
  readonly within: number;
  /** `true`: without it there is no finding. */
  readonly required?: boolean;
}

/** What a rule is before it is prepared; also the shape of a user's own rule, with patterns as strings. */
export interface RuleDefinition {
  /** kebab-case, unique, reads well in "ignore `stripe-live-secret-key`". */
  readonly id: string;
  readonly title: string;
  /** One sentence: what somebody who holds this can do. */
  readonly impact: string;
  /** Public documentation of the format or of the credential. */
  readonly reference: string;
  /** One line: where to revoke or rotate it. */
  readonly remediation: string;
  /** Default `high`. */
  readonly severity?: Severity;
  /** What a match is worth that passes all checks; default `probable`. A check that proves raises it to `certain`. */
  readonly confidence?: Confidence;
  /**
   * ASCII, matched without regard to case; one of them must stand in or near the match. 3 bytes or more. A guarded rule
   * may have none: it runs everywhere.
   */
  readonly keywords: readonly string[];
  /** The whole format; group `secret` is the secret, else the whole match. Mutually exclusive with `value`. */
  readonly pattern?: RegExp;
  /**
   * For a token without a prefix of its own: its shape. It is found after one of the keywords, within 64 bytes,
   * and delimited on both sides.
   */
  readonly value?: RegExp;
  /**
   * With `value`: a credential word (key, token, secret, …) and something like an operator must stand between the
   * keyword and the value. For shapes that other things have too: hashes, UUIDs, short ids.
   */
  readonly assigned?: boolean;
  /** Shannon entropy of the secret in bits per character, at least. */
  readonly minEntropy?: number;
  /** A named structural check, see detect/checks.ts. */
  readonly check?: string;
  readonly companions?: readonly Companion[];
  /** Anybody makes such values, for tests too: in their folders a match is only possible, and one that was only that, nothing. */
  readonly selfMade?: boolean;
  /** Only in paths that match. */
  readonly paths?: Pick<RegExp, 'test'>;
  /** Values that match are no secrets (a documented sample, a public key of the same shape). */
  readonly exclude?: RegExp;
  /** Templates, filled when they are run: `{alnum:24}`, `{hex:32}`, see src/cli/rules/fill.ts. */
  readonly examples: { readonly match: readonly string[]; readonly noMatch?: readonly string[] };
}

/** A rule as the engine sees it. */
export interface Rule extends RuleDefinition {
  readonly provider: string;
  /** Its expressions come from a configuration, may be slow, and run within a time budget. */
  readonly isGuarded?: boolean;
}

/** A place in the segment that goes with a match, in bytes. */
export interface MatchPart {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** One reason for or against a match, for `explain`: what was looked at, what came out, what was asked for. */
export interface Evidence {
  readonly name: string;
  readonly value: string;
  readonly threshold?: string;
  readonly passed: boolean;
}

/** The only thing that holds a raw secret. Offsets are bytes of the segment it was found in. */
export interface Match {
  readonly rule: Rule;
  readonly secret: string;
  /** All that the rule's expression matched; of a context rule, the line up to the secret's end. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly confidence: Confidence;
  readonly parts: readonly MatchPart[];
  readonly evidence: readonly Evidence[];
}

/** A match with its place in the chunk's own bytes. */
export interface LocatedMatch {
  readonly match: Match;
  readonly place: Range;
  readonly parts: readonly { readonly name: string; readonly place: Range }[];
  readonly encodings: readonly string[];
}

/** Why a finding does not count. */
export interface Suppression {
  readonly by: 'inline' | 'allowlist' | 'baseline';
  readonly reason: string;
  /** The mark or entry that says so: `src/a.ts:3`, `.keyhound.json: allow[2]`, `.keyhound/baseline.json`. */
  readonly source?: string;
}

/** What a suppressor may look at besides match and finding, and where it says that it gave up. */
export interface SuppressionContext {
  /** The line or lines the secret stands on, cut where they are very long. */
  line(): string;
  skip(skip: Skip): void;
}

/** Suppressions that only hold for what these commits brought in: known once a finding is located. */
export interface CommitSuppression extends Suppression {
  /** Full ids, lower case. */
  readonly commits: ReadonlySet<string>;
}

/** What was matched; of what a watcher found, nothing. */
export type Matched = Pick<Match, 'secret' | 'text'>;

/** Says why a finding does not count, if it does not. */
export type Suppressor = (
  match: Matched,
  finding: Finding,
  context: SuppressionContext,
) => Suppression | readonly CommitSuppression[] | undefined;

/** A place, lines and columns from 1, columns in UTF-16 code units, end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface RelatedLocation extends Region {
  readonly name: string;
}

/** What is reported: holds no secret, nor anything a secret could be guessed from. */
export interface Finding extends Region {
  readonly ruleId: string;
  readonly title: string;
  readonly provider: string;
  readonly confidence: Confidence;
  readonly severity: Severity;
  readonly path: string;
  readonly kind: Origin['kind'];
  readonly label?: string;
  /** The rule's public prefix and an ellipsis, or `***`. With --show-secrets, and only then, the secret. */
  readonly redacted: string;
  /** The line, cut to a readable length, every secret on it redacted. */
  readonly snippet: string;
  readonly encodings: readonly string[];
  readonly fingerprint: string;
  readonly object?: string;
  readonly commit?: Commit;
  readonly inHead?: boolean;
  readonly removed?: Commit;
  /** How many times the same secret was seen at this path by this rule. */
  readonly occurrences: number;
  readonly related: readonly RelatedLocation[];
  readonly suppression?: Suppression;
}

/** An ignore that does nothing: a comment, an entry of a configuration or a baseline. */
export interface IdleIgnore {
  /** As in Suppression. */
  readonly source: string;
  /** Reads on from the source: "hides nothing". */
  readonly what: string;
}

export type Outcome = 'clean' | 'findings' | 'incomplete' | 'error';

/** What a report says of a rule that has findings. */
export type RuleInfo = Pick<RuleDefinition, 'id' | 'title' | 'impact' | 'reference' | 'remediation'> & {
  readonly provider: string;
  readonly severity: Severity;
};

/** The whole result of a scan, the same for every format. */
export interface Report {
  readonly schema: 'keyhound/1';
  readonly tool: { readonly name: 'keyhound'; readonly version: string; readonly rules: string };
  readonly mode: Mode;
  /** Where the scanned repository lives and what was checked out; the URL without user or password. */
  readonly repository?: { readonly url?: string; readonly revision?: string; readonly branch?: string };
  readonly outcome: Outcome;
  readonly scanned: Readonly<Scanned>;
  readonly skipped: readonly Skip[];
  /** Active and suppressed ones, sorted by path, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleInfo[];
  /** Sorted by source; which kinds are looked for depends on the scan. */
  readonly idleIgnores?: readonly IdleIgnore[];
}

/** Choices of the person who reads a report. */
export interface ReportOptions {
  readonly includeSuppressed: boolean;
  readonly color: boolean;
  readonly quiet: boolean;
  /** When the scan ran, ISO 8601, for the formats that must say so; reporters have no clock. */
  readonly time?: { readonly start: string; readonly end: string };
  /** Columns of the terminal, where a person reads on one. */
  readonly width?: number;
}

/** One output format: pure, and lazy so that large reports stream. */
export interface Reporter {
  readonly format: string;
  render(report: Report, options: ReportOptions): Iterable<string>;
}

/**
 * What must stand near a keyword for its place to count: `run` bytes in a row out of `members`, between `before` bytes
 * before the keyword's start and `after` bytes after its end. A run of 0 asks for nothing.
 */
export interface Shape {
  readonly before: number;
  readonly after: number;
  readonly run: number;
  /** ASCII. Of more than eight different texts in one prefilter, the later ones count as one with all their bytes. */
  readonly members: string;
}

/** Places where something encoded may be. All that decodes is among them, besides some that does not. */
export interface Encoded {
  /** Offsets at which an escape may begin, for each byte that escapes begin with, ascending. */
  readonly escapes: ReadonlyMap<number, readonly number[]>;
  /** Offsets at which `-----BEGIN` may stand. */
  readonly blocks: readonly number[];
  /** Runs of base64 and of hexadecimal, whole. */
  readonly base64: readonly Range[];
  readonly hex: readonly Range[];
}

/** Finds what may be encoded in a range of bytes; undefined: nothing is known of these bytes. */
export type FindEncoded = (bytes: Uint8Array, range: Range) => Encoded | undefined;

/** The prefilter, prepared for one set of keywords. */
export interface Prefilter {
  readonly keywords: readonly string[];
  /** See SourceContext.allocate: reading into this memory saves a copy. */
  allocate(size: number): Uint8Array;
  /**
   * Places of keywords that lie in `bytes[from, to)`, as pairs of an offset in `bytes` and the keyword's index, ascending;
   * no place is left out but those that lack the keyword's shapes, for which all of `bytes` is looked at.
   */
  candidates(bytes: Uint8Array, from: number, to: number): Uint32Array;
}

/** How far around a keyword stands what a match by it depends on. */
export interface KeywordReach {
  /** Bytes before its first byte, and from there on. */
  readonly before: number;
  readonly after: number;
  /** It is one of the context: what follows it decides, and the kind of path. */
  readonly isOfContext: boolean;
  /** A match by it may lie beyond the windows that are looked at. */
  readonly isFar: boolean;
}

/** Leaves of an object the places where something may be found that is not known to be nothing. */
export interface Sifter {
  /**
   * Places of keywords in bytes, or around the edges of the last delta; `aspect` stands for the path. Undefined where
   * the bytes are elsewhere, or hold too much.
   */
  sift(bytes: Uint8Array, isDelta: boolean, aspect: string): SiftedPlaces | undefined;
  /** Notes that nothing is found at the places of the last sift: where the same stands again it is left out. */
  settle(): void;
}

/** What a sifter leaves. */
export interface SiftedPlaces {
  /** Pairs of an offset and a keyword's index, ascending. */
  readonly places: ArrayLike<number>;
  /** A match may lie beyond the windows. */
  readonly isFar: boolean;
  readonly isEncoded: boolean;
}
