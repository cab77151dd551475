import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  rules as builtIn,
  type Config,
  findHome,
  findImporter,
  IMPORTED_NAMES,
  type Imported,
  parseConfig,
  UserError,
} from '../index.js';
import { openBaseline } from './baseline-file.js';
import { type Args, type Command, isOn, text } from './command.js';
import { type Resolved, resolveAccepted } from './import/accept.js';
import { withoutValues } from './import/clean.js';
import { acceptable, addSettings, type NewSettings } from './import/settings.js';
import { writeSummary } from './import/summary.js';
import { writeFileAtomically } from './output.js';
import { BASELINE, chooseRules } from './run-scan.js';
import { knownNames, loadSettings } from './settings.js';

export const command: Command = {
  usage: 'import [FILE...]',
  describe:
    'Takes over settings and baselines of gitleaks, betterleaks, detect-secrets, secretlint, trufflehog, talisman, ' +
    'ggshield, ripsecrets, git-secrets, kingfisher, CredSweeper, Vault Radar and GitHub. Without a file: of all that ' +
    'lie at the top of the repository. Says what could not be carried over; exit code 1 where that is something.',
  flags: {
    'dry-run': { type: 'boolean', short: 'n', describe: 'say what would be written, and write nothing' },
    from: { type: 'string', describe: 'the format, where the name and the text do not tell it' },
    'all-rules': { type: 'boolean', describe: 'rules too for which keyhound has its own' },
    baseline: { type: 'string', describe: 'baseline file instead of .keyhound/baseline.json' },
    config: { type: 'string', describe: 'configuration file whose rules count, instead of .keyhound.json' },
    verbose: { type: 'boolean', short: 'v', describe: 'name every entry, also those that need nothing' },
  },
  async run(args) {
    const root = findHome(process.cwd());
    const files =
      args.positionals.length > 0 ? args.positionals.map((file) => resolve(file)) : findFiles(root);
    const imports: Imported[] = [];
    for (const file of files) imports.push(await readImport(file, { root, args }));
    const imported = await withoutValues(joined(imports));
    const lost = [...imported.lost];
    const settings = await acceptable(imported.settings, lost);
    const config = await loadSettings(args, root);
    const added = addSettings(settings, { root, config, lost });
    const baseline = openBaseline(text(args, 'baseline') ?? join(root, BASELINE));
    const rules = chooseRules(await withRules(config, settings), []);
    const key = baseline.baseline.salt;
    const resolved = await resolveAccepted(imported.accepted, { root, rules, key });
    const known = new Set(baseline.baseline.findings.map(({ fingerprint }) => fingerprint));
    const entries = resolved.entries.filter(({ fingerprint }) => !known.has(fingerprint));
    const isDry = isOn(args, 'dry-run');
    if (!isDry) write(added, { baseline, entries });
    await writeSummary({
      names: files.map((file) => shownName(root, file)),
      settings,
      added: { ...added, ...(added.file ? { file: shownName(root, added.file) } : {}) },
      resolved: { ...resolved, entries },
      present: resolved.entries.length - entries.length,
      baseline: shownName(root, resolve(baseline.file)),
      lost,
      remarks: imported.remarks,
      isDry,
      isVerbose: isOn(args, 'verbose'),
    });
    return lost.length > 0 ? 1 : 0;
  },
};

function findFiles(root: string): readonly string[] {
  const found = IMPORTED_NAMES.map((name) => join(root, name)).filter((file) => existsSync(file));
  if (found.length > 0) return found;
  throw new UserError(`${root}: no settings of another tool here; name the file`);
}

/** Larger files are no settings. */
const LARGEST = 256 << 20;

async function readImport(file: string, { root, args }: { root: string; args: Args }): Promise<Imported> {
  const name = shownName(root, file);
  const content = read(file, name);
  const importer = await findImporter(name, content, text(args, 'from'));
  return importer.read({
    file: name,
    text: content,
    known: builtIn,
    allRules: isOn(args, 'all-rules'),
    readFile: (path) => {
      const other = resolve(root, path);
      return isBelow(root, other) && existsSync(other) ? read(other, path) : undefined;
    },
  });
}

function read(file: string, name: string): string {
  try {
    if (statSync(file).size > LARGEST) throw new UserError(`${name}: too large for a file of settings`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${name}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function isBelow(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function shownName(root: string, file: string): string {
  return isBelow(root, file) ? relative(root, file).split(sep).join('/') : file;
}

function joined(imports: readonly Imported[]): Imported {
  return {
    settings: {
      exclude: imports.flatMap(({ settings }) => settings.exclude),
      allow: imports.flatMap(({ settings }) => settings.allow),
      rules: imports.flatMap(({ settings }) => settings.rules),
      disabledRules: [...new Set(imports.flatMap(({ settings }) => settings.disabledRules))],
      honour: [...new Set(imports.flatMap(({ settings }) => settings.honour))],
    },
    accepted: imports.flatMap(({ accepted }) => accepted),
    lost: imports.flatMap(({ lost }) => lost),
    remarks: [...new Set(imports.flatMap(({ remarks }) => remarks))],
  };
}

/** The configuration with the rules that come to it. */
async function withRules(config: Config, { rules }: Imported['settings']): Promise<Config> {
  const added = await parseConfig(JSON.stringify({ rules }), 'imported', knownNames());
  const taken = new Set(config.rules.map(({ id }) => id));
  return { ...config, rules: [...config.rules, ...added.rules.filter(({ id }) => !taken.has(id))] };
}

function write(
  added: NewSettings,
  { baseline, entries }: { baseline: ReturnType<typeof openBaseline>; entries: Resolved['entries'] },
): void {
  if (added.file) {
    mkdirSync(dirname(added.file), { recursive: true });
    writeFileAtomically(added.file, [added.text], 0o644);
  }
  if (entries.length > 0) baseline.change({ remove: new Set(), add: entries });
}
