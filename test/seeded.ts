// Loaded before each test file: properties see the same inputs in every run; PROPERTY_SEED=N shows them others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261125) });
// for what is tested, Node was started without options
if (process.env.NODE_TEST_CONTEXT) process.execArgv.length = 0;
