/** Templates of the rules' examples, for tests: nothing that looks like a token is committed. */
export { fill } from '../src/cli/rules/fill.js';
