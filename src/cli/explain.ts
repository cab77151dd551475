import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import {
  type Config,
  type Explanation,
  explain,
  type Finding,
  findHome,
  listTracked,
  scan,
  treeSource,
  UserError,
} from '../index.js';
import { type Args, type Command, text } from './command.js';
import { explanationText, type Surrounding } from './explain/text.js';
import { writeOut } from './output.js';
import { type NamedBaseline, readBaseline, scanOptions } from './run-scan.js';
import { scanFlags } from './scan-flags.js';
import { loadSettings } from './settings.js';

const { config, baseline, 'no-baseline': noBaseline } = scanFlags;

export const command: Command = {
  usage: 'explain PATH:LINE | FINGERPRINT',
  describe:
    'Says why a line is, or is not, a finding: keywords, expressions, checks and scores with their thresholds, rules ' +
    'that another one outdoes, and what suppresses it, from which line. Prints nothing of the line itself.',
  flags: {
    format: { type: 'string', choices: ['text', 'json'], describe: 'default text' },
    config: config!,
    baseline: baseline!,
    'no-baseline': noBaseline!,
  },
  async run(args) {
    const [target = '', ...more] = args.positionals;
    const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(target) ?? [];
    const isFingerprint = /^[0-9a-f]{32}$/.test(target);
    if (more.length > 0 || (!isFingerprint && (!file || Number(line) < 1)))
      throw new UserError('explain: takes PATH:LINE or the fingerprint of a finding');
    const place = isFingerprint
      ? await placeOf(target, args)
      : { file: resolve(file!), line: Number(line), others: [] };
    const setting = await settingOf(args, place.file);
    const explanation = await explainLine(place, setting);
    const around = { ...surroundingOf(setting), others: place.others };
    const isJson = text(args, 'format') === 'json';
    writeOut([
      isJson
        ? `${JSON.stringify({ ...explanation, ...around }, null, 2)}\n`
        : explanationText(explanation, around),
    ]);
    return 0;
  },
};

interface Place {
  readonly file: string;
  readonly line: number;
  /** Further places of the same fingerprint. */
  readonly others: readonly string[];
}

interface Setting {
  readonly args: Args;
  /** The directory whose settings hold, and the file's path from there. */
  readonly home: string;
  readonly path: string;
  readonly config: Config;
  readonly baseline: NamedBaseline | undefined;
}

async function settingOf(args: Args, file: string): Promise<Setting> {
  // as a scan that is started here
  const here = findHome(process.cwd());
  const isBelow = relative(here, file).split(sep)[0] !== '..';
  const home = isBelow ? here : findHome(dirname(file));
  const path = relative(home, file).split(sep).join('/');
  return { args, home, path, config: await loadSettings(args, home), baseline: readBaseline(args, home) };
}

async function explainLine(
  { file, line }: Place,
  { args, home, config, baseline }: Setting,
): Promise<Explanation> {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new UserError(`${file}: ${stat ? 'is no file' : 'no such file'}`);
  const source = () => treeSource({ root: home, targets: [file] });
  const options = scanOptions(args, { root: home, source }, { config, baseline });
  const explanation = await explain(options, line);
  if (!explanation) throw new UserError(`${file}: has no line ${line}`);
  return explanation;
}

/** What of the settings and of git is about the file as a whole. */
function surroundingOf({ home, path, config }: Setting): Omit<Surrounding, 'others'> {
  const tracked = listTracked(home);
  const lines = new Map(
    [...config.allow, ...config.confidence].map(({ source }) => [source, config.lineOf(source)] as const),
  );
  return {
    ...(config.file === undefined ? {} : { settings: relative(process.cwd(), config.file) }),
    leftOut: [
      ...(config.isExcluded(path) ? ['the settings leave this file out: paths'] : []),
      ...(tracked && !tracked.includes(path) ? ['git ignores this file, so scan leaves it out'] : []),
    ],
    disabledRules: config.disabledRules,
    sourceLines: Object.fromEntries([...lines].flatMap(([source, line]) => (line ? [[source, line]] : []))),
  };
}

/** Where the finding of a fingerprint is in the work tree. */
async function placeOf(fingerprint: string, args: Args): Promise<Place> {
  const home = findHome(process.cwd());
  const config = await loadSettings(args, home);
  const baseline = readBaseline(args, home);
  const source = () =>
    treeSource({ root: home, targets: [home], listTracked, isExcluded: config.isExcluded });
  const { findings } = await scan(scanOptions(args, { root: home, source }, { config, baseline }));
  const [first, ...others] = findings.filter((finding) => finding.fingerprint === fingerprint);
  if (first) return { file: resolve(home, first.path), line: first.startLine, others: others.map(placeText) };
  const entry = baseline?.content.findings.find((one) => one.fingerprint === fingerprint);
  const accepted = entry
    ? `; ${baseline!.file} has it as ${entry.state}, from ${entry.path} (${entry.ruleId})`
    : '; a fingerprint belongs to the baseline it was made with';
  throw new UserError(`${fingerprint}: nothing in the work tree has this fingerprint${accepted}`);
}

function placeText({ path, startLine }: Finding): string {
  return `${path}:${startLine}`;
}
