import { main } from './main.js';

// an exit code is set, not forced, so that output to a slow pipe is not cut off
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
