import type { Candidate } from '../../src/detect/generic/candidate.js';
import { candidatesIn } from '../../src/detect/generic/candidates.js';
import { contextKeywords } from '../../src/detect/generic/keywords.js';
import { type Row, readRows, UNJUDGED } from './rows.js';

/** One candidate with what is known of it. */
export interface Sample {
  readonly text: string;
  readonly candidate: Candidate;
  readonly extension: string;
  readonly label: number;
  readonly weight: number;
  /** Repository or author: never split between training and testing. */
  readonly group: string;
  /** The labelled range it belongs to, for figures over ranges, or UNCOUNTED. */
  readonly range: number;
}

/** A labelled range of a text, as the figures count it. */
export interface LabelledRange {
  readonly set: 'lines' | 'tokens';
  readonly group: string;
  readonly positive: boolean;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const ANCHORS = new RegExp(contextKeywords.map((k) => k.replace(/[^a-z ]/g, '\\$&')).join('|'), 'gi');

/** Every place of a context keyword in a text, as the prefilter would report them. */
export function keywordPlaces(text: string): number[] {
  const places: number[] = [];
  ANCHORS.lastIndex = 0;
  for (let match = ANCHORS.exec(text); match !== null; match = ANCHORS.exec(text)) {
    places.push(match.index);
    ANCHORS.lastIndex = match.index + 1;
  }
  return places;
}

/** Candidates on the labelled lines of a file of snippets, see bench/README.md for its fields; adds to `ranges`. */
export function samplesOfLines(path: string, ranges: LabelledRange[]): Sample[] {
  const samples: Sample[] = [];
  for (const row of readRows(path)) {
    if (UNJUDGED.has(row.category)) continue;
    const text = toLatin1(`${row.lines.join('\n')}\n`);
    const [from, to] = [lineStart(text, row.lineStart), lineStart(text, row.lineEnd + 1)];
    const positive = row.label === 'T';
    const range = ranges.push({ set: 'lines', group: row.repo, positive, text, from, to }) - 1;
    const touching = candidatesIn(text, keywordPlaces(text)).filter((c) => c.from < to && c.to > from);
    const value = positive ? valueRange(text, row, from) : undefined;
    // What else stands on a secret's line is not labelled.
    const meant = value ? touching.filter((c) => c.from < value[1] && c.to > value[0]) : touching;
    const about = { extension: row.ext.slice(1).toLowerCase(), weight: 1, group: row.repo, range };
    for (const candidate of meant) samples.push({ ...about, text, candidate, label: positive ? 1 : 0 });
  }
  return samples;
}

/**
 * Candidates in the cases of other tools' tests: in the stated secret, or anywhere in a clean text. Each is there twice:
 * to be judged as it stands, and, with the extension that `extend` gives, to be trained on. Adds to `ranges`.
 */
export function samplesOfTokens(path: string, ranges: LabelledRange[], extend: () => string): Sample[] {
  const samples: Sample[] = [];
  for (const row of readRows(path)) {
    const positive = row.kind === 'leak';
    if (!positive && row.clean_scope !== 'any') continue;
    const text = toLatin1(row.text);
    const [from, to] = statedSecret(row, text) ?? [0, text.length];
    const group = `tokens ${row.source}`;
    const range = ranges.push({ set: 'tokens', group, positive, text, from, to }) - 1;
    const own = /\.(\w+)$/.exec(row.filename ?? '')?.[1]?.toLowerCase();
    const touching = candidatesIn(text, keywordPlaces(text)).filter((c) => c.from < to && c.to > from);
    for (const candidate of touching) {
      const about = { text, candidate, label: positive ? 1 : 0, group };
      samples.push({ ...about, extension: own ?? 'txt', weight: 0, range });
      if (positive && to - from === text.length) continue;
      samples.push({ ...about, extension: own ?? extend(), weight: TOKEN_WEIGHT, range: UNCOUNTED });
    }
  }
  return samples;
}

function statedSecret(row: Row, text: string): readonly [number, number] | undefined {
  if (row.kind !== 'leak' || !row.secret) return undefined;
  const secret = toLatin1(row.secret);
  const from = text.indexOf(secret);
  return from < 0 ? undefined : [from, from + secret.length];
}

const TOKEN_WEIGHT = 0.5;

/** Candidates in files that are taken to hold no secret. */
export function samplesOfClean(
  path: string,
  content: Buffer,
  { group, weight }: { group: string; weight: number },
): Sample[] {
  const text = content.toString('latin1');
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return candidatesIn(text, keywordPlaces(text)).map((candidate) => {
    const start = Math.max(0, candidate.nameFrom - 512);
    const window = text.slice(start, candidate.to + 512);
    return {
      text: window,
      candidate: moved(candidate, -start),
      extension,
      label: 0,
      weight,
      group,
      range: UNCOUNTED,
    };
  });
}

/**
 * Copies of a share of the samples, cut to their own line and given the extension of another sample: what surrounds
 * a value, and where a case was collected, must not decide alone.
 */
export function withoutContext(samples: readonly Sample[], share: number, random: () => number): Sample[] {
  return samples
    .filter(() => random() < share)
    .map((sample) => {
      const { text, candidate } = sample;
      const from = text.lastIndexOf('\n', candidate.nameFrom - 1) + 1;
      const end = text.indexOf('\n', candidate.to);
      const extension = samples[Math.floor(random() * samples.length)]!.extension;
      const line = text.slice(from, end < 0 ? text.length : end);
      const weight = sample.weight * 0.5;
      return {
        ...sample,
        text: line,
        candidate: moved(candidate, -from),
        extension,
        weight,
        range: UNCOUNTED,
      };
    });
}

/** Range of samples that only train. */
export const UNCOUNTED = -1;

function moved(candidate: Candidate, by: number): Candidate {
  return {
    ...candidate,
    nameFrom: candidate.nameFrom + by,
    nameTo: candidate.nameTo + by,
    gapFrom: candidate.gapFrom + by,
    gapTo: candidate.gapTo + by,
    from: candidate.from + by,
    to: candidate.to + by,
  };
}

function toLatin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function lineStart(text: string, line: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at;
}

/** The labelled value of a one-line range, in bytes; nothing where the label has none. */
function valueRange(text: string, row: Row, from: number): readonly [number, number] | undefined {
  if (row.valueStart < 0 || row.valueEnd <= row.valueStart || row.lineStart !== row.lineEnd) return undefined;
  const line = row.lines[row.lineStart - 1] ?? '';
  const before = Buffer.byteLength(line.slice(0, row.valueStart));
  const value = Buffer.byteLength(line.slice(row.valueStart, row.valueEnd));
  return from + before < text.length ? [from + before, from + before + value] : undefined;
}
