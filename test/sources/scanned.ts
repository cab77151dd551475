import { rules } from '../../rules/index.js';
import { scan } from '../../src/scan.js';
import type { Report, Source } from '../../src/types.js';
import { fill } from '../fill.js';

/** A generated key of a format that has no false friends; each number gives another one. */
export function secretKey(number = 0): string {
  return fill(`sk_live_{alnum:24}#${number}`).split('#')[0]!;
}

const stripe = rules.filter(({ id }) => id === 'stripe-live-secret-key');

/** Scans with the one rule that `secretKey` is found by. */
export function scanned(source: Source): Promise<Report> {
  return scan({ source, rules: stripe, finding: { showSecrets: true } });
}
