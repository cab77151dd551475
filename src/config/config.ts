import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import type { Confidence, Rule, Severity } from '../types.js';
import { findConfig } from './find-config.js';
import type { Honoured } from './honoured.js';

/** A repository's settings, checked and compiled. */
export interface Config {
  /** The file they come from; undefined: there is none. */
  readonly file?: string;
  /** The file's own content as it was written; commands that use secret stores read theirs from it. */
  readonly settings: unknown;
  /** Whether the settings leave a path out. */
  readonly isExcluded: (path: string) => boolean;
  readonly disabledRules: readonly string[];
  readonly allow: readonly AllowSetting[];
  readonly confidence: readonly ConfidenceSetting[];
  readonly severities: Readonly<Record<string, Severity>>;
  readonly rules: readonly Rule[];
  readonly limits: Limits;
  /** Tools whose ignore comments count too. */
  readonly honour: readonly Honoured[];
  /** The line of an entry by its `source`, for people; undefined where it cannot be told. */
  lineOf(source: string): number | undefined;
}

/** An entry of `allow`, ready to be asked. */
export interface AllowSetting {
  readonly rules?: ReadonlySet<string>;
  /** By globs; one of these or of the patterns must fit. */
  readonly path?: (path: string) => boolean;
  readonly pathPatterns?: readonly RegExp[];
  readonly commits?: ReadonlySet<string>;
  /** Lower case. */
  readonly stopWords?: readonly string[];
  readonly values?: readonly RegExp[];
  readonly matches?: readonly RegExp[];
  readonly lines?: readonly RegExp[];
  /** Whether all that is given must fit or one is enough; `rules` must in any case. */
  readonly condition: 'all' | 'any';
  readonly reason: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly expires?: string;
  /** File and key, for people: `.keyhound.json: allow[2]`. */
  readonly source: string;
}

/** How sure a finding must be at some paths. */
export interface ConfidenceSetting {
  readonly path: (path: string) => boolean;
  readonly rules?: ReadonlySet<string>;
  readonly min: Confidence;
  readonly source: string;
}

export interface Limits {
  /** In bytes. */
  readonly maxFileSize?: number;
  readonly archiveDepth?: number;
  readonly decodeDepth?: number;
}

/** What names in a configuration may mean. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly checks: readonly string[];
}

export interface LoadOptions {
  readonly known: KnownNames;
  /** This file instead of the directory's own. */
  readonly file?: string;
  /**
   * Set where the directory stands for a commit: brings one more of the commit's files into it. Installed packages do
   * not count then, for whoever sends a change decides what is installed, unless `packages` is given.
   */
  readonly bring?: (path: string) => void;
  /** The directory whose installed packages count; default the settings' own. */
  readonly packages?: string;
}

const EMPTY: Config = {
  settings: {},
  isExcluded: () => false,
  disabledRules: [],
  allow: [],
  confidence: [],
  severities: {},
  rules: [],
  limits: {},
  honour: [],
  lineOf: () => undefined,
};

/** Reads the settings that hold for a directory. Throws UserError naming file, line and key. */
export async function loadConfig(directory: string, options: LoadOptions): Promise<Config> {
  const file = options.file ?? findConfig(directory);
  if (file === undefined) return EMPTY;
  if (options.file === undefined && lstatSync(file).isSymbolicLink())
    throw new UserError(`${file}: is a symbolic link; settings must be a file`);
  // nothing of the readers is loaded where there is nothing to read
  const { assembleConfig, readConfig } = await import('./assemble.js');
  return assembleConfig(await readConfig(resolve(file)), { ...options, root: resolve(directory) });
}

/** Checks and compiles a configuration's text; `file` is named in errors, and its ending tells the format. */
export async function parseConfig(text: string, file: string, known: KnownNames): Promise<Config> {
  const { assembleConfig, parseConfigText } = await import('./assemble.js');
  return assembleConfig(await parseConfigText(text, file), { known, root: resolve('.') });
}
