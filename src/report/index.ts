import { UserError } from '../errors.js';
import type { Reporter } from '../types.js';

/** Loads what writes one format, and nothing else: start-up time is the hook's. */
const loaders: Readonly<Record<string, () => Promise<Reporter>>> = {
  text: async () => (await import('./text.js')).text,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  csv: async () => (await import('./csv.js')).csv,
  html: async () => (await import('./html.js')).html,
  markdown: async () => (await import('./markdown.js')).markdown,
};

/** The names that `--format` takes. */
export const REPORT_FORMATS: readonly string[] = Object.keys(loaders);

/** The reporter of a format; throws UserError for an unknown one. */
export async function loadReporter(format: string): Promise<Reporter> {
  const load = Object.hasOwn(loaders, format) ? loaders[format] : undefined;
  if (load) return load();
  throw new UserError(`--format ${JSON.stringify(format)}: must be one of ${REPORT_FORMATS.join(', ')}`);
}
