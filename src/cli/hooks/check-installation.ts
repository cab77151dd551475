import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { version } from '../../index.js';
import type { Setting } from './setting.js';

/** One thing that was looked at: fine, or what to do about it. */
export interface Diagnosis {
  readonly isFine: boolean;
  readonly text: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Git, keyhound and the environment that hooks will run in. */
export function checkInstallation({ top, gitVersion }: Setting, env: Environment): readonly Diagnosis[] {
  const [major = 0, minor = 0] = gitVersion.split('.').map(Number);
  const isNew = major > 2 || (major === 2 && minor >= 32);
  return [
    {
      isFine: isNew,
      text: `git ${gitVersion}${isNew ? '' : ': older than 2.32; history and ranges need a newer one'}`,
    },
    findable(top, env),
    ...skew(top),
    ...switchedOff(env),
  ];
}

/** Hooks call the command `keyhound`. */
function findable(top: string, env: Environment): Diagnosis {
  const directories = [join(top, 'node_modules/.bin'), ...(env.PATH ?? '').split(delimiter)];
  const names = process.platform === 'win32' ? ['keyhound.cmd', 'keyhound'] : ['keyhound'];
  const isFine = directories.some((directory) => names.some((name) => existsSync(join(directory, name))));
  const text = isFine
    ? `keyhound ${version} can be called by hooks`
    : "keyhound: neither in node_modules nor on PATH, so hooks cannot call it; run 'npm install --save-dev keyhound'";
  return { isFine, text };
}

/** The version in the project is what hooks run; another one may judge differently. */
function skew(top: string): readonly Diagnosis[] {
  const file = join(top, 'node_modules/keyhound/package.json');
  if (!existsSync(file)) return [];
  const installed = (JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version;
  if (installed === version) return [];
  return [
    {
      isFine: false,
      text: `keyhound ${version} is running, but hooks run ${installed} from node_modules; use 'npx keyhound', or install one version`,
    },
  ];
}

/** Variables and files that make hook managers skip hooks. */
function switchedOff(env: Environment): readonly Diagnosis[] {
  const wrong: string[] = [];
  if (env.HUSKY === '0') wrong.push('HUSKY=0 is set: husky runs no hook; unset it');
  if (env.LEFTHOOK === '0' || env.LEFTHOOK === 'false')
    wrong.push('LEFTHOOK is off: lefthook runs no hook; unset it');
  if (/(^|,)keyhound/.test(env.SKIP ?? ''))
    wrong.push('SKIP names keyhound: pre-commit leaves it out; unset it');
  const init = join(env.XDG_CONFIG_HOME ?? join(env.HOME ?? '', '.config'), 'husky/init.sh');
  if (existsSync(init) && /^[^#]*\bHUSKY=0/m.test(readFileSync(init, 'utf8'))) {
    wrong.push(`${init}: sets HUSKY=0, so husky runs no hook; remove that line`);
  }
  return wrong.map((text) => ({ isFine: false, text }));
}
