import type { ChalkInstance } from 'chalk';
import type { Severity } from '../types.js';

/** What a text report is written on: how to colour, and how many columns there are. */
export interface Page {
  readonly paint: ChalkInstance;
  readonly width: number;
}

/** The colour of a severity. */
export function colored(severity: Severity, paint: ChalkInstance): ChalkInstance {
  return { critical: paint.red.bold, high: paint.red, medium: paint.yellow, low: paint.cyan }[severity];
}
