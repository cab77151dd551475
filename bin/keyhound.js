#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { existsSync } = require('node:fs');

const dist = join(__dirname, '..', 'dist');
const bundle = join(dist, 'keyhound.cjs');
const argv = process.argv.slice(2);
try {
  if (!isClean()) require(bundle);
} catch (error) {
  // exit code 1 means findings: a program that cannot start must never look like that
  const hint = existsSync(bundle) ? error.stack : 'it is not built; run: npm ci';
  process.stderr.write(`keyhound: cannot start: ${hint}\n`);
  process.exitCode = 4;
}

/** Nearly every commit is clean, and to see that takes a tenth of the program. */
function isClean() {
  if (argv[0] !== 'hook' && (argv[0] !== 'staged' || argv.length > 1)) return false;
  const hook = require('./load-hook.js').loadHook(dist);
  const isAnswered = hook.glance(argv, dist);
  if (isAnswered) hook.keep();
  return isAnswered;
}
