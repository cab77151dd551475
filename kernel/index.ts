// The entry of the WebAssembly module: what JavaScript calls. Each part is a file of its own.
export { buffer, reserve } from './memory';
