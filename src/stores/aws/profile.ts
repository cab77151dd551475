import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The settings of one profile, from both files of the AWS tools; empty when there are none. */
export type AwsProfile = Readonly<Record<string, string>>;

/** Reads a profile as the AWS CLI does. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html */
export async function readProfile(name: string, env: NodeJS.ProcessEnv): Promise<AwsProfile> {
  const folder = join(env.HOME ?? homedir(), '.aws');
  const config = await sections(env.AWS_CONFIG_FILE ?? join(folder, 'config'));
  const credentials = await sections(env.AWS_SHARED_CREDENTIALS_FILE ?? join(folder, 'credentials'));
  const named =
    name === 'default'
      ? { ...config.get('default'), ...config.get('profile default') }
      : config.get(`profile ${name}`);
  return { ...named, ...credentials.get(name) };
}

async function sections(file: string): Promise<Map<string, Record<string, string>>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const found = new Map<string, Record<string, string>>();
  let current: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line);
    if (header?.[1]) {
      current = found.get(header[1]) ?? {};
      found.set(header[1].replace(/\s+/, ' '), current);
      continue;
    }
    const setting = /^([\w-]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (setting?.[1]) current[setting[1]] = setting[2] ?? '';
  }
  return found;
}
