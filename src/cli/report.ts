import { readFileSync } from 'node:fs';
import { readReport, UserError } from '../index.js';
import { type Command, text } from './command.js';
import { scanFlags } from './scan-flags.js';
import { prepareReports } from './write-reports.js';

const { format, output, config, baseline, 'include-suppressed': includeSuppressed, quiet, color } = scanFlags;

export const command: Command = {
  usage: 'report FILE',
  describe: 'Writes a saved JSON report in another format. FILE - is standard input.',
  flags: {
    format: format!,
    output: output!,
    'include-suppressed': includeSuppressed!,
    quiet: quiet!,
    color: color!,
    'replace-text': {
      type: 'string',
      describe: 'write the secrets of this repository to FILE for git filter-repo, and say what to do',
    },
    config: config!,
    baseline: baseline!,
  },
  async run(args) {
    const [file, ...more] = args.positionals;
    if (file === undefined || more.length > 0)
      throw new UserError('report: takes one file that --format json wrote');
    const replaceText = text(args, 'replace-text');
    if (replaceText !== undefined) {
      const { writeReplaceText } = await import('./replace-text.js');
      return writeReplaceText(readReport(read(file), file), replaceText, args);
    }
    const reports = await prepareReports(args);
    reports.write(readReport(read(file), file));
    return 0;
  },
};

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UserError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
