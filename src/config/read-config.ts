import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, extname, isAbsolute, relative } from 'node:path';
import { UserError } from '../errors.js';
import type { KeyPath, Problem } from './validate.js';

/** A configuration as it was written. */
export interface ReadConfig {
  readonly file: string;
  /** The file as messages name it. */
  readonly shown: string;
  readonly value: unknown;
  /** The line, from 1, of a value, or of its key; undefined where it cannot be told. */
  line(path: KeyPath, isKey?: boolean): number | undefined;
}

/** Parsed text, and what tells lines in it. */
export interface ParsedText {
  readonly value: unknown;
  line(path: KeyPath, isKey: boolean): number | undefined;
}

const LARGEST = 1 << 20;

/** Reads a configuration file by the format its name tells. Throws UserError naming file and line. */
export async function readConfig(file: string): Promise<ReadConfig> {
  return parseConfigText(readText(file), file);
}

/** Parses a configuration's text; `file` tells the format and is named in errors. */
export async function parseConfigText(text: string, file: string): Promise<ReadConfig> {
  const shown = shownPath(file);
  const isPackage = basename(file) === 'package.json';
  const { value, line } = await parseFormat(text.replace(/^\uFEFF/, ''), shown);
  return {
    file,
    shown,
    value: isPackage ? (value as Record<string, unknown> | null)?.keyhound : value,
    line: (path, isKey = false) => line(isPackage ? ['keyhound', ...path] : path, isKey),
  };
}

/** A path as the person who started the program would write it. */
function shownPath(file: string): string {
  const way = relative(process.cwd(), file);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? file : way;
}

/** The error of a problem, with file and line. */
export function problemAt(config: ReadConfig, { path, what, isKey }: Problem): UserError {
  const line = config.line(path, isKey);
  return new UserError(`${config.shown}${line === undefined ? '' : `:${line}`}: ${written(path)} ${what}`);
}

/** A key path as people write it: `rules[2].pattern`. */
export function written(path: KeyPath): string {
  if (path.length === 0) return 'the configuration';
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}

async function parseFormat(text: string, file: string): Promise<ParsedText> {
  try {
    return await parseByName(text, file);
  } catch (error) {
    // the parsers call themselves for each level
    if (error instanceof RangeError)
      throw new UserError(`${file}: is nested too deeply to be a configuration`);
    throw error;
  }
}

async function parseByName(text: string, file: string): Promise<ParsedText> {
  switch (extname(file)) {
    case '.toml':
      return (await import('./parse-toml.js')).parseToml(text, file);
    case '.yaml':
    case '.yml':
      return (await import('./parse-yaml.js')).parseYaml(text, file);
    default:
      return (await import('./parse-jsonc.js')).parseJsonc(text, file);
  }
}

function readText(file: string): string {
  let descriptor: number;
  const shown = shownPath(file);
  try {
    // a FIFO must not block
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      `${shown}: ${code === 'ENOENT' ? 'no such configuration file' : `not readable (${code})`}`,
    );
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new UserError(`${shown}: is not a regular file`);
    if (stat.size > LARGEST && basename(file) !== 'package.json')
      throw new UserError(`${shown}: is larger than ${LARGEST} bytes, the most a configuration may have`);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}
