import { latin1 } from '../text.js';

/** How far back the start of a step is looked for, in bytes. */
const REACH = 256 * 1024;

/** How the runners mark where a step begins; group `name` is the step. */
const MARKS: readonly RegExp[] = [
  // GitHub Actions
  /##\[group\](?<name>(?:Run |Post |Set up )[^\r\n]{1,200})/g,
  // Azure Pipelines
  /##\[section\]Starting: (?<name>[^\r\n]{1,200})/g,
  // GitLab
  /section_start:\d+:(?<name>[\w.-]{1,100})/g,
  // Jenkins
  /\[Pipeline\] \{ \((?<name>[^)\r\n]{1,200})\)/g,
  // Buildkite
  /^(?:---|\+\+\+|~~~) (?<name>[^\r\n]{1,200})/gm,
  // docker build
  /^#\d+ (?<name>\[[^\]\r\n]{1,60}\] [^\r\n]{1,160})/gm,
  /^Step \d+\/\d+ : (?<name>[^\r\n]{1,200})/gm,
];

/** The name of the step that a place in a log belongs to, by the last mark before it. */
export function stepAt(bytes: Uint8Array, offset: number): string | undefined {
  const text = latin1(bytes, Math.max(0, offset - REACH), offset);
  let last: RegExpMatchArray | undefined;
  for (const mark of MARKS) {
    for (const found of text.matchAll(mark)) if (!last || found.index > last.index!) last = found;
  }
  const name = last?.groups?.name;
  return name === undefined ? undefined : Buffer.from(name.trim(), 'latin1').toString();
}
