import { join, resolve } from 'node:path';
import { findHome, UserError } from '../index.js';
import { openBaseline } from './baseline-file.js';
import { type Command, text } from './command.js';
import { writeOut } from './output.js';
import { BASELINE } from './run-scan.js';
import { scanFlags } from './scan-flags.js';
import { findFresh, findReported } from './triage/findings.js';
import { walk } from './triage/walk.js';
import { usesColor } from './uses-color.js';

const { config, baseline, rule, 'min-confidence': minConfidence, color } = scanFlags;

export const command: Command = {
  usage: 'triage [REPORT]',
  describe:
    'Walks through the findings of a scan, or of a report that --format json wrote, one value at a time. Each ' +
    'decision goes to the baseline at once, so that a walk may be left and taken up again.',
  flags: {
    config: config!,
    baseline: baseline!,
    rule: rule!,
    'min-confidence': minConfidence!,
    history: { type: 'boolean', describe: 'the whole history, not only the work tree' },
    owner: { type: 'string', describe: 'whom to ask about the decisions' },
    color: color!,
  },
  async run(args) {
    const [report, ...more] = args.positionals;
    if (more.length > 0) throw new UserError('triage: takes one report, or none to scan here');
    if (!process.stdin.isTTY || !process.stdout.isTTY)
      throw new UserError("triage: needs a terminal; without one use 'keyhound baseline update'");
    const root = findHome(process.cwd());
    const file = openBaseline(text(args, 'baseline') ?? join(root, BASELINE));
    const found =
      report === undefined
        ? await findFresh(args, root, file)
        : await findReported(resolve(report), args, { root, baseline: file });
    const session = await walk(found, { args, root, baseline: file, color: usesColor(text(args, 'color')) });
    const left = session.groups.length - session.decisions.size;
    writeOut([
      `${session.decisions.size} decided, ${left} left\n`,
      ...(found.warning ? [`${found.warning}\n`] : []),
    ]);
    return left > 0 ? 1 : found.warning ? 3 : 0;
  },
};
