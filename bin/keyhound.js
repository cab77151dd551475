#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { existsSync } = require('node:fs');

const bundle = join(__dirname, '..', 'dist', 'keyhound.cjs');
try {
  require(bundle);
} catch (error) {
  // exit code 1 means findings: a program that cannot start must never look like that
  const hint = existsSync(bundle) ? error.stack : 'it is not built; run: npm ci';
  process.stderr.write(`keyhound: cannot start: ${hint}\n`);
  process.exitCode = 4;
}
