'use strict';
const fs = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads a bundle of dist/ the way V8 compiled it the last time it was used for `purpose`, if that was kept: compiling
 * is most of a start. Gives what the bundle exports, and `keep`, which keeps what is compiled by then.
 */
function loadCompiled(dist, name, purpose) {
  const file = join(dist, name);
  // the build makes it ASCII, without import(), and begins it with the digest of the rest
  const code = fs.readFileSync(file, 'latin1');
  const digest = /^\/\/ ([0-9a-f]{16})\n/.exec(code)?.[1];
  const place = digest && join(dist, '.cache', `${purpose}-${process.versions.v8}-${process.arch}-${digest}`);
  const cachedData = place && read(place, dist);
  const script = new Script(`(function (exports, require, module, __filename) {${code}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const loaded = { exports: {} };
  const load = (wanted) => require(wanted.startsWith('./') ? join(dist, wanted) : wanted);
  script.runInThisContext()(loaded.exports, load, loaded, file);
  // other options of Node may mean another form: what they make is not kept, so that two of them don't take turns
  const isKept = !place || (cachedData && !script.cachedDataRejected) || hasOptions();
  return {
    exports: loaded.exports,
    keep() {
      if (!isKept) write(place, dist, script);
    },
  };
}

function hasOptions() {
  return process.execArgv.length > 0 || Boolean(process.env.NODE_OPTIONS);
}

/** What is kept, if only those who may change the program itself can have written it. */
function read(place, dist) {
  if (!fs.existsSync(place)) return undefined;
  const descriptor = fs.openSync(place, 'r');
  try {
    const stat = fs.fstatSync(descriptor);
    const isSafe = [stat, fs.lstatSync(join(place, '..'))].every((each) => isOurs(each, dist));
    return isSafe ? once(fs.readFileSync(descriptor)) : undefined;
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * What the file holds twice. V8 believes every byte and crashes on a wrong one; to compare two copies takes less than
 * any sum over one that Node can work out this early.
 */
function once(twice) {
  const half = twice.length / 2;
  const copy = twice.subarray(0, half);
  return half > 0 && copy.equals(twice.subarray(half)) ? copy : undefined;
}

/** Windows has no owners and modes to ask for: there a folder's rights are those of the folder around it. */
function isOurs({ uid, mode }, dist) {
  if (process.platform === 'win32') return true;
  const owners = [0, process.geteuid(), fs.statSync(dist).uid];
  return owners.includes(uid) && (mode & 0o022) === 0;
}

/** Whole or not at all; where it cannot be written, the next start compiles again. */
function write(place, dist, script) {
  try {
    fs.accessSync(dist, fs.constants.W_OK);
    fs.mkdirSync(join(place, '..'), { recursive: true, mode: 0o755 });
    const temporary = `${place}.${process.pid}`;
    const data = script.createCachedData();
    fs.writeFileSync(temporary, Buffer.concat([data, data]), { mode: 0o644, flag: 'wx' });
    fs.renameSync(temporary, place);
  } catch {}
}

module.exports = { loadCompiled };
