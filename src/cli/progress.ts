import { writeSync } from 'node:fs';
import type { Scanned } from '../types.js';

/** A line on standard error for scans of more than a second, on a terminal only; cleared by the next output. */
export function createProgress(): (scanned: Readonly<Scanned>) => void {
  if (!process.stderr.isTTY) return () => {};
  const start = performance.now();
  let last = start + 800;
  process.once('exit', () => {
    if (last > start + 800) writeSync(2, '\r\u001b[K');
  });
  return ({ units, bytes }) => {
    const now = performance.now();
    if (now - last < 200) return;
    last = now;
    const speed = bytes / 1e3 / (now - start);
    writeSync(
      2,
      `\r\u001b[Kscanned ${units.toLocaleString('en')} items, ${(bytes / 1e6).toFixed(0)} MB, ${speed.toFixed(0)} MB/s`,
    );
  };
}
