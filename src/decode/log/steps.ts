import { latin1 } from '../../text.js';
import type { Chunk, Range } from '../../types.js';
import { type Mark, marksIn } from './step-marks.js';

const LONGEST_MARK = 300;
const LONGEST_LINE = 4096;

/** Gives for a place of a chunk, in ascending order, the job and step that it belongs to, as far as the log says. */
export type StepOf = (offset: number) => string | undefined;

/** A step that has begun and not ended, and where in the log. */
interface Step {
  readonly name: string;
  readonly at: number;
}

type Open = ReadonlyMap<Mark, readonly Step[]>;

/**
 * Names the steps of logs by the marks that runners write. Takes the chunks of a log in their order, since a step may
 * have begun in any chunk before.
 */
export function createStepNames(): (chunk: Chunk) => StepOf {
  let marks: readonly Mark[] = [];
  let carried: Open = new Map();
  return ({ bytes, offset, core }) => {
    if (offset === 0) {
      marks = marksIn(bytes);
      carried = new Map();
    }
    const openUpTo = (known: Open, [from, to]: Range): Open =>
      new Map(
        marks.map((mark) => [
          mark,
          openSteps(mark, bytes, { range: [from, to], offset, before: known.get(mark) ?? [] }),
        ]),
      );
    // what stands before the core was seen in the chunk before
    let known = { at: core[0], open: carried };
    carried = openUpTo(carried, core);
    return (place) => {
      known = { at: place, open: openUpTo(known.open, [known.at, place]) };
      return ownStep(bytes, place) ?? innermost(known.open);
    };
  };
}

/** The step that began last. */
function innermost(open: Open): string | undefined {
  const last = [...open.values()].flatMap((steps) => steps.at(-1) ?? []).sort((a, b) => b.at - a.at)[0];
  return last && `step ${last.name}`;
}

interface Stretch {
  readonly range: Range;
  /** Where the bytes stand in the log. */
  readonly offset: number;
  /** The steps that were open where the range begins, outermost first. */
  readonly before: readonly Step[];
}

const DEEPEST = 16;

/** The steps that are open at the end of a range, outermost first. */
function openSteps(
  mark: Mark,
  bytes: Uint8Array,
  { range: [from, to], offset, before }: Stretch,
): readonly Step[] {
  const open: Step[] = [];
  const ended: string[] = [];
  // a mark that begins in the range may end behind it
  const viewEnd = Math.min(bytes.length, to + LONGEST_MARK);
  const view = Buffer.from(bytes.buffer, bytes.byteOffset + from, viewEnd - from);
  let end = to - from;
  while (end > 0 && open.length < DEEPEST) {
    const start = lastOf(view, end, mark);
    const finish = mark.end ? lastOf(view, end, mark.end) : undefined;
    if (finish && finish.at > (start?.at ?? -1)) {
      ended.push(finish.name);
      end = finish.at;
    } else if (start) {
      if (!take(ended, start.name, mark)) open.unshift({ name: start.name, at: offset + from + start.at });
      // without marks of ends a step ends where the next one begins
      if (!mark.end) return open;
      end = start.at;
    } else break;
  }
  const left = [...before].reverse().filter(({ name }) => !take(ended, name, mark));
  return [...left.reverse(), ...open].slice(-DEEPEST);
}

/** Takes the end of a step off the list; where ends have no names any will do. */
function take(ended: string[], name: string, mark: Mark): boolean {
  const at = mark.end?.isNameless ? ended.length - 1 : ended.indexOf(name);
  if (at === -1) return false;
  ended.splice(at, 1);
  return true;
}

function lastOf(
  view: Buffer,
  end: number,
  { literal, beginsLine, pattern }: Pick<Mark, 'literal' | 'beginsLine' | 'pattern'>,
): { at: number; name: string } | undefined {
  for (let to = end; to > 0; ) {
    const at = view.lastIndexOf(literal, to - 1, 'latin1');
    if (at === -1) return undefined;
    to = at;
    if (beginsLine && at > 0 && !isLineBreak(view[at - 1])) continue;
    const found = pattern.exec(view.toString('latin1', at, at + LONGEST_MARK));
    if (found?.index === 0) return { at, name: nameOf(found.groups?.name ?? '') };
  }
  return undefined;
}

function nameOf(latin1Name: string): string {
  return Buffer.from(latin1Name.trim(), 'latin1').toString();
}

/** A line end, or the bell that ends Buildkite's time stamps. */
function isLineBreak(byte: number | undefined): boolean {
  return byte === 10 || byte === 13 || byte === 7;
}

/** The step that a line itself names, as `gh run view --log` and docker build write it. */
function ownStep(bytes: Uint8Array, place: number): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = place === 0 ? 0 : view.lastIndexOf(10, place - 1) + 1;
  const line = latin1(bytes, start, Math.min(bytes.length, start + LONGEST_LINE));
  const [, job, step] =
    /^([^\t\r\n]{1,120})\t([^\t\r\n]{1,200})\t(?:\xef\xbb\xbf)?\d{4}-\d\d-\d\dT/.exec(line) ?? [];
  if (job && step) return `job ${nameOf(job)}${step === 'UNKNOWN STEP' ? '' : `, step ${nameOf(step)}`}`;
  const number = /^(?:\S{20,40}Z )?#(\d{1,6}) /.exec(line)?.[1];
  return number === undefined ? undefined : buildStep(view, start, number);
}

/** The steps of docker build run side by side: a line has the number of its own. */
function buildStep(view: Buffer, end: number, number: string): string | undefined {
  const literal = `#${number} [`;
  for (let to = end + literal.length; to > 0; ) {
    const at = view.lastIndexOf(literal, to - 1, 'latin1');
    if (at === -1) return undefined;
    to = at;
    const text = view.toString('latin1', at, at + LONGEST_MARK);
    const name = /^#\d+ (\[[^\]\r\n]{1,60}\] [^\r\n]{1,160})/.exec(text)?.[1];
    const isStart = at === 0 || view[at - 1] === 10 || (view[at - 1] === 0x20 && view[at - 2] === 0x5a);
    if (name && isStart) return `step ${nameOf(name)}`;
  }
  return undefined;
}
