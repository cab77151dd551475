import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import { encryptSops, readSopsConfig, recipientsFor, sopsFormat, writeAtomic } from '../stores.js';
import { type Args, isOn, texts } from './command.js';
import { writeOut } from './output.js';

/** `keyhound sops encrypt`: for the recipients given, or those of the creation rule for the file. */
export async function run(args: Args): Promise<number> {
  const [path, ...more] = args.positionals;
  if (!path || more.length > 0) throw new UserError('keyhound sops encrypt needs one FILE');
  const text = read(path);
  const given = texts(args, 'age')
    .flatMap((list) => list.split(','))
    .filter((recipient) => recipient !== '');
  const target = given.length > 0 ? { recipients: given } : fromRule(path);
  const format = sopsFormat(path, text);
  const encrypted = await encryptSops(path, text, { ...target, format, now: new Date() });
  if (isOn(args, 'in-place')) await writeAtomic(path, encrypted);
  else writeOut([encrypted]);
  if (/^\s*[#;]/m.test(text) && format !== 'json' && format !== 'binary')
    process.stderr.write('keyhound: comments stay in plain text\n');
  return 0;
}

function read(path: string): string {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) throw new UserError(`${path}: not UTF-8; encrypt it with sops`);
  return text;
}

function fromRule(path: string): ReturnType<typeof recipientsFor> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const file = `${folder}${sep}.sops.yaml`;
    if (existsSync(file)) {
      const config = readSopsConfig('.sops.yaml', readFileSync(file, 'utf8'));
      return recipientsFor(
        relative(folder, resolve(path)).split(sep).join(posix.sep),
        new Map([['.', config]]),
      );
    }
    if (folder === dirname(folder)) return { recipients: [] };
  }
}
