import type { Outcome, Report } from '../types.js';
import type { Ending } from './child.js';
import type { Inputs } from './inputs.js';

/** Which outcomes an exit code can stand for; findings below the threshold end with 0, or 3 with gaps. */
const AGREEING: Readonly<Record<number, readonly Outcome[]>> = {
  0: ['clean', 'findings'],
  1: ['findings'],
  3: ['incomplete', 'findings'],
};

/** A report as the scanner saved it, which leaves suppressed findings out but counts them. */
export interface Saved {
  readonly report: Report;
  readonly suppressed: number;
}

export interface Verdict {
  readonly outcome: Outcome;
  /** Why the step fails; absent: it passes. */
  readonly failure?: string;
}

/**
 * What a scan came to. The exit code alone proves nothing (Node itself ends with 1 when it breaks): it counts only
 * together with a report that says the same.
 */
export function judge(ending: Ending, result: Saved | undefined, inputs: Inputs): Verdict {
  if (ending === undefined) return { outcome: 'error', failure: 'the scanner could not be started' };
  if (!result) return { outcome: 'error', failure: `the scanner ended with ${ending} and left no report` };
  const { outcome, skipped } = result.report;
  const agrees = AGREEING[ending]?.includes(outcome) ?? false;
  if (!agrees)
    return { outcome: 'error', failure: `the scanner ended with ${ending}, its report says ${outcome}` };
  if (outcome === 'incomplete' || skipped.some((skip) => skip.incomplete))
    return ofIncomplete(ending, result, inputs);
  return ofFindings(ending, result, inputs);
}

function ofFindings(ending: number, { report, suppressed }: Saved, inputs: Inputs): Verdict {
  const fails =
    inputs['fail-on'] === 'any'
      ? ending === 1 || suppressed > 0
      : inputs['fail-on'] === 'new' && ending === 1;
  return fails ? { outcome: report.outcome, failure: 'secrets found' } : { outcome: report.outcome };
}

function ofIncomplete(ending: number, result: Saved, inputs: Inputs): Verdict {
  const found = ofFindings(ending, result, inputs);
  if (found.failure || inputs['on-incomplete'] === 'warn') return found;
  return { ...found, failure: 'the scan is incomplete: see what was not scanned' };
}
