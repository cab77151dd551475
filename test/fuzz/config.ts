import assert from 'node:assert/strict';
import { parseConfig } from '../../src/config/config.js';
import { parseConfigText } from '../../src/config/read-config.js';
import { UserError } from '../../src/errors.js';
import type { Random } from '../random.js';
import { randomConfig, writeConfig } from './made-up-config.js';
import type { Outcome, Target } from './target.js';

const FILES = [
  '.keyhound.json',
  '.keyhound.jsonc',
  '.keyhound.toml',
  '.keyhound.yaml',
  'package.json',
] as const;
const known = { rules: ['acme-key', 'generic-password'], checks: ['github-crc32'] };

/** Settings in all formats, which say the same, and mutations: settings, or an error that names the file. */
export const config: Target = {
  name: 'config',
  rounds: 250,
  create: () => async (random) => {
    const settings = randomConfig(random);
    const texts = FILES.map((file) => [file, writeConfig(settings, file)] as const);
    for (const [file, text] of texts) {
      const { value } = await parseConfigText(text, file);
      const own = file === 'package.json' ? (value as { keyhound: unknown }) : value;
      assert.deepEqual(plain(own), plain(settings), file);
      await parseConfig(text, file, known);
    }
    const [file, text] = random.pick(texts);
    return readMutated(file, random.below(12) ? mutated(random, text) : nested(random));
  },
};

/** Maps of every kind as plain objects; deep ones need no comparison, and would take the stack. */
function plain(value: unknown, depth = 0): unknown {
  if (depth > 100) return 'deep';
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, depth + 1)]));
}

async function readMutated(file: string, text: string): Promise<Outcome> {
  try {
    const isJson = file === '.keyhound.json';
    const { value } = await cleanly(file, () => parseConfigText(text, file));
    if (isJson)
      assert.deepEqual(
        plain(value),
        plain(JSON.parse(text.replace(/^\uFEFF/, ''))),
        'another value than JSON.parse',
      );
    await cleanly(file, () => parseConfig(text, file, known));
    return 'accepted';
  } catch (error) {
    if (error instanceof UserError) return 'refused';
    throw new Error(`${file}: ${(error as Error).message}\n${JSON.stringify(text.slice(0, 2000))}`, {
      cause: error,
    });
  }
}

async function cleanly<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UserError) {
      assert.ok(error.message.startsWith(file), `an error that does not name the file: ${error.message}`);
    }
    throw error;
  }
}

/** What opens something, many times over, with or without an end. */
function nested(random: Random): string {
  const [opening, closing] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"a":', '}]'],
    ['a = [', ']'],
    ['a.', ''],
    ['[[a.', ']]'],
    ['{a: ', '}'],
    ['- ', ''],
    ['? ', ''],
    ['&a [*a, ', ']'],
    ['"', '"'],
    ['', ''],
  ] as const);
  const times = random.pick([1, 50, 1000, 5000]);
  return opening.repeat(times) + random.pick(WORDS) + closing.repeat(random.below(2) * times);
}

const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '[[',
  ']]',
  ',',
  ':',
  '=',
  '"',
  "'",
  '\n',
  '\r',
  '\t',
  '- ',
  '#',
  '//',
  '\\',
  '\\u',
  '\0',
];
const WORDS = [
  'null',
  'true',
  '1e999',
  '-0',
  '__proto__',
  'constructor',
  '&a',
  '*a',
  '<<',
  '!!js',
  '\uFEFF',
  '\ud800',
  '"""',
  '2026-02-30',
];

function mutated(random: Random, text: string): string {
  let result = text;
  for (let left = 1 + random.below(3); left > 0; left--) {
    const [from, to] = [random.below(result.length + 1), random.below(result.length + 1)];
    const piece = result.slice(Math.min(from, to), Math.max(from, to)).slice(0, random.pick([1, 10, 1000]));
    const at = random.below(result.length + 1);
    const token = random.pick(random.below(2) ? TOKENS : WORDS);
    switch (random.below(6)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + 1 + random.below(3));
        break;
      case 1:
        result = result.slice(0, at) + piece + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at);
        break;
      case 3:
        result = result.slice(0, at) + token + result.slice(at);
        break;
      case 4:
        result = result.slice(0, at) + token + result.slice(at + token.length);
        break;
      default:
        result = random.below(20) ? result.replace(/"[^"\n]*"|\d+/, token) : token;
    }
  }
  return result;
}
