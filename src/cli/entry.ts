import { main, reportError } from './main.js';

// Node itself ends with 1, which means findings, where nobody catches
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => process.exit(reportError(error)));
}

// an exit code is set, not forced, so that output to a slow pipe is not cut off
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
