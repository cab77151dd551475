import type { Random } from './random.js';

/** One step of a delta: bytes of the base, or new ones. */
export type Step = readonly [offset: number, size: number] | Buffer;

/** Encodes a delta as git does (gitformat-pack, "Deltified representation"). */
export function encodeDelta(baseSize: number, steps: readonly Step[]): Buffer {
  const size = steps.reduce((sum, step) => sum + (Buffer.isBuffer(step) ? step.length : step[1]), 0);
  return Buffer.concat([encodeSize(baseSize), encodeSize(size), ...steps.flatMap(encodeStep)]);
}

export function encodeSize(size: number): Buffer {
  const bytes: number[] = [];
  let rest = size;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return Buffer.from([...bytes, rest]);
}

function encodeStep(step: Step): Buffer[] {
  if (!Buffer.isBuffer(step)) return [encodeCopy(...step)];
  const parts: Buffer[] = [];
  for (let at = 0; at < step.length; at += 127) {
    const part = step.subarray(at, at + 127);
    parts.push(Buffer.from([part.length]), part);
  }
  return parts;
}

function encodeCopy(offset: number, size: number): Buffer {
  const bytes: number[] = [];
  let command = 0x80;
  for (let i = 0; i < 4; i++) {
    const byte = Math.floor(offset / 2 ** (8 * i)) % 256;
    if (byte !== 0) bytes.push(byte);
    if (byte !== 0) command |= 1 << i;
  }
  for (let i = 0; i < 3; i++) {
    const byte = (size === 0x10000 ? 0 : size >> (8 * i)) & 255;
    if (byte !== 0) bytes.push(byte);
    if (byte !== 0) command |= 16 << i;
  }
  return Buffer.from([command, ...bytes]);
}

/** Random steps on a base, among them copies that go on where the last one ended. */
export function randomSteps(random: Random, base: Buffer, count: number): Step[] {
  const steps: Step[] = [];
  let follows = 0;
  for (let i = 0; i < count; i++) {
    const kind = random.below(4);
    if (kind === 0 || follows >= base.length) {
      steps.push(random.bytes(1 + random.below(200)));
      if (follows >= base.length) follows = random.below(base.length);
      continue;
    }
    const offset = kind === 1 ? random.below(base.length) : follows;
    const size = 1 + random.below(Math.min(base.length - offset, random.pick([10, 1000, 0x10000])));
    steps.push([offset, size]);
    follows = offset + size;
  }
  return steps;
}

/** What the steps make of the base, and for each byte where in the base it is from, -1 if it is new. */
export function runSteps(
  base: Buffer,
  steps: readonly Step[],
): { result: Buffer; origins: readonly number[] } {
  const origins = steps.flatMap((step) =>
    Buffer.isBuffer(step)
      ? Array.from(step, () => -1)
      : Array.from({ length: step[1] }, (_, i) => step[0] + i),
  );
  const result = Buffer.concat(
    steps.map((step) => (Buffer.isBuffer(step) ? step : base.subarray(step[0], step[0] + step[1]))),
  );
  return { result, origins };
}
