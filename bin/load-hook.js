'use strict';
const { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } =
  require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads dist/hook.cjs the way it was compiled the last time, if that was kept: compiling is most of what it does.
 * `keep` keeps it, beside the program itself, where only those who may change the program can write.
 */
function loadHook(dist) {
  const file = join(dist, 'hook.cjs');
  const { size, mtimeMs } = statSync(file);
  const cache = join(dist, '.cache', `hook-${process.versions.v8}-${process.arch}-${size}-${mtimeMs}`);
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  // the build makes it ASCII
  const source = `(function (exports, require, module) {${readFileSync(file, 'latin1')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  const loaded = { exports: {} };
  const load = (name) => require(name.startsWith('./') ? join(dist, name) : name);
  script.runInThisContext()(loaded.exports, load, loaded);
  return {
    glance: loaded.exports.glance,
    keep() {
      if (!cachedData) write(cache, script);
    },
  };
}

/** Whole or not at all; where it cannot be written, the next hook compiles again. */
function write(cache, script) {
  try {
    const directory = join(cache, '..');
    accessSync(join(directory, '..'), constants.W_OK);
    mkdirSync(directory, { recursive: true });
    const temporary = `${cache}.${process.pid}`;
    writeFileSync(temporary, script.createCachedData());
    renameSync(temporary, cache);
  } catch {}
}

module.exports = { loadHook };
