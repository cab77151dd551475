import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from '../../test/fill.js';

/** A folder with two secrets that everybody knows. */
export function plantedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-planted-'));
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  writeFileSync(join(folder, 'deploy.sh'), `export TOKEN=${fill('glpat-{alnum:20}')}\nKEY="${privateKey}"\n`);
  return folder;
}

/** What is wrong with a program that, run on the planted secret, does not say that it is there. */
export function whyNot(command: string): string | undefined {
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  const isFound = /deploy\.sh|glpat|gitlab|stdin/i.test(stdout);
  return isFound
    ? undefined
    : `does not find the planted secret: ${(stderr || stdout).trim().split('\n').at(-1)}`;
}
