import type { Mode, Scanned } from '../types.js';
import { count, size } from './phrase.js';

/** The colours of the last line of a report. */
export interface Paint {
  good(text: string): string;
  dim(text: string): string;
}

/** What a complete scan without a finding ends with. */
export function cleanLine(mode: Mode, scanned: Readonly<Scanned>, paint: Paint): string {
  return `${cleanVerdict(scanned, paint)}${paint.dim(`. ${describeScanned(mode, scanned)}.`)}\n`;
}

export function cleanVerdict({ units }: Readonly<Scanned>, { good }: Pick<Paint, 'good'>): string {
  return good(units === 0 ? '✔ Nothing to scan' : '✔ No secrets');
}

/** `Scanned 3 commits, 12 objects, 4.6 MB`. */
export function describeScanned(mode: Mode, { units, bytes, commits }: Readonly<Scanned>): string {
  const noun = { tree: 'file', staged: 'file', range: 'object', history: 'object', log: 'log' }[mode];
  return `Scanned ${commits > 0 ? `${count(commits, 'commit')}, ` : ''}${count(units, noun)}, ${size(bytes)}`;
}
