#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { existsSync } = require('node:fs');

const dist = join(__dirname, '..', 'dist');
const argv = process.argv.slice(2);
/** Bytes of bytecode that a function runs between two looks at whether it is worth optimizing, by command. */
const PATIENCE = new Map([
  ['scan', 600_000],
  ['history', 400_000],
]);

try {
  const { loadCompiled } = require('../dist/load.cjs');
  const load = (name, purpose) => loadCompiled(dist, { name, purpose, require: requireBeside });
  if (!isClean(load)) run(load);
} catch (error) {
  // exit code 1 means findings: a program that cannot start must never look like that
  const hint = existsSync(join(dist, 'keyhound.cjs')) ? error.stack : 'it is not built; run: npm ci';
  process.stderr.write(`keyhound: cannot start: ${hint}\n`);
  process.exitCode = 4;
}

function requireBeside(module) {
  return require(module.startsWith('./') ? join(dist, module) : module);
}

/** Nearly every commit is clean, and to see that takes a tenth of the program. */
function isClean(load) {
  if (argv[0] !== 'hook' && (argv[0] !== 'staged' || argv.length > 1)) return false;
  const hook = load('hook.cjs', 'glance');
  const isAnswered = hook.exports.glance(argv, dist);
  if (isAnswered) hook.keep();
  return isAnswered;
}

/**
 * V8 spends a quarter of the time of a tree on making code faster that has run for a moment: most trees are done before
 * that pays, and a history is read mostly by the kernel. V8 takes what was compiled only under the flags that it was
 * compiled under, so they are set before. It says so on standard error where it does not know a flag.
 */
function wait() {
  const patience = PATIENCE.get(argv[0]);
  const major = Number.parseInt(process.versions.node, 10);
  if (patience && major >= 20 && major <= 24)
    require('node:v8').setFlagsFromString(`--interrupt-budget=${patience}`);
}

/** Each command uses its own part of the program, and that is what is kept of it. */
function run(load) {
  wait();
  const program = load('keyhound.cjs', /^[a-z]+$/.test(argv[0]) ? argv[0] : 'help');
  process.once('exit', (code) => {
    if (code < 2) program.keep();
  });
}
