import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { readKept, writeKept } from './kept.js';

/** A bundle that was loaded. */
export interface Compiled {
  readonly exports: unknown;
  /** Keeps what is compiled by now. */
  keep(): void;
}

/** What is loaded: a bundle of this name, for one of the things it is used for; `require` loads modules beside it. */
export interface Wanted {
  readonly name: string;
  readonly purpose: string;
  require(module: string): unknown;
}

/**
 * Loads a bundle of the program's folder the way V8 compiled it the last time it was used for this, if that was kept:
 * compiling is most of a start.
 */
export function loadCompiled(directory: string, { name, purpose, require }: Wanted): Compiled {
  const file = join(directory, name);
  // the build makes it ASCII, without import(), and begins it with the digest of the rest
  const code = readFileSync(file, 'latin1');
  const digest = /^\/\/ ([0-9a-f]{16})\n/.exec(code)?.[1];
  if (digest === undefined) throw new Error(`${file}: is no bundle of the build`);
  const kept = `${purpose}-${process.versions.v8}-${process.arch}-${digest}`;
  const cachedData = once(readKept(directory, kept));
  const script = new Script(`(function (exports, require, module, __filename) {${code}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file);
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  return {
    exports: module.exports,
    keep() {
      // other options of Node may mean another form: it is not kept, so that two of them don't take turns
      if (isKept || process.execArgv.length > 0 || process.env.NODE_OPTIONS) return;
      const data = script.createCachedData();
      writeKept(directory, kept, Buffer.concat([data, data]));
    },
  };
}

/**
 * What a file holds twice. V8 believes every byte and crashes on a wrong one; to compare two copies takes less than
 * any sum over one that Node can work out this early.
 */
function once(twice: Buffer | undefined): Buffer | undefined {
  if (!twice || twice.length === 0) return undefined;
  const copy = twice.subarray(0, twice.length / 2);
  return copy.equals(twice.subarray(copy.length)) ? copy : undefined;
}
