import { UserError } from '../index.js';
import type { Command } from './command.js';
import { checkHooks } from './hooks/check-hooks.js';
import { checkInstallation } from './hooks/check-installation.js';
import { readSetting } from './hooks/setting.js';
import { writeOut } from './output.js';

export const command: Command = {
  usage: 'doctor',
  describe:
    'Checks that the hooks will run, and says how to mend what will not. Exit code 2 when something is wrong.',
  flags: {},
  async run(args) {
    if (args.positionals.length > 0) throw new UserError('doctor: takes no arguments');
    const setting = await readSetting();
    const diagnoses = [...checkInstallation(setting, process.env), ...checkHooks(setting)];
    writeOut(diagnoses.map(({ isFine, text }) => `${isFine ? '✔' : '✖'} ${text}\n`));
    return diagnoses.every(({ isFine }) => isFine) ? 0 : 2;
  },
};
