// Reads a repository's whole history with git alone, with keyhound and with the other scanners that are installed, in
// turn: npm run bench -- history REPOSITORY [--rounds N] [--against git,gitleaks,betterleaks,kingfisher].
// Each scanner must first find a secret that one commit added and the next removed, and keyhound must find the same
// with its cache as without, and on one thread as on several.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contender, compare, isInstalled, printTable } from './speed/compare.js';
import { plantedFolder, whyNot } from './speed/planted.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    against: { type: 'string', default: 'git,gitleaks,betterleaks,kingfisher' },
  },
});
const repository = resolve(positionals[0]!);
const wanted = new Set(values.against.split(','));
const cache = mkdtempSync(join(tmpdir(), 'keyhound-cache-'));
const report = resolve('out/bench/report.json');
const keyhound = (path: string, flags: string) =>
  `node ${resolve('bin/keyhound.js')} history ${path} --quiet --format json ${flags}`;
const ofGitleaks = (path: string) =>
  `git ${path} --no-banner --exit-code 0 -f json -r ${report} && cat ${report}`;

/** The other scanners: what each runs on a repository. */
const scanners: readonly { readonly name: string; command(path: string): string }[] = [
  { name: 'gitleaks', command: (path) => `gitleaks ${ofGitleaks(path)}` },
  { name: 'betterleaks', command: (path) => `betterleaks ${ofGitleaks(path)}` },
  {
    name: 'kingfisher',
    command: (path) => `kingfisher scan ${path} --git-history full --no-validate --format json`,
  },
];

const contenders: Contender[] = [
  { name: 'keyhound history', command: quiet(keyhound(repository, '--no-cache')), codes: [1, 3] },
  {
    name: 'keyhound history --jobs 1',
    command: quiet(keyhound(repository, '--no-cache --jobs 1')),
    codes: [1, 3],
  },
  {
    name: 'keyhound history, again with its cache',
    command: quiet(keyhound(repository, `--cache ${cache}`)),
    codes: [1, 3],
  },
];
if (wanted.has('git')) {
  const command = `git -C ${repository} cat-file --batch --batch-all-objects --unordered --buffer`;
  contenders.push({ name: 'git cat-file of all objects', command: quiet(command) });
}
const planted = plantedHistory();
for (const { name, command } of scanners.filter(({ name }) => wanted.has(name))) {
  const reason = isInstalled(name) ? whyNot(command(planted)) : 'left out';
  if (reason) console.log(`${name}: ${reason}`);
  else contenders.push({ name, command: quiet(command(repository)), codes: [200, 205] });
}
const reason = whyNot(keyhound(planted, '--no-cache'));
if (reason) fail(`keyhound ${reason}`);
console.log(`keyhound finds ${checkedFindings()} places, each way the same\n`);
printTable(compare(contenders, Number(values.rounds)), bytesOf(repository));
rmSync(cache, { recursive: true });

function quiet(command: string): string {
  return `(${command}) > /dev/null`;
}

/** Throws away no time on runs whose results differ; the cache is filled by the way. */
function checkedFindings(): number {
  const ways = [
    '--no-cache',
    '--no-cache --jobs 1',
    '--no-cache --jobs 3',
    `--cache ${cache}`,
    `--cache ${cache}`,
  ];
  const outputs = ways.map((flags) => {
    const { stdout, stderr } = spawnSync('sh', ['-c', keyhound(repository, flags)], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (!stdout.startsWith('{')) fail(`keyhound ${flags}: ${stderr}`);
    return stdout;
  });
  const other = outputs.findIndex((output) => output !== outputs[0]);
  if (other !== -1) fail(`keyhound history ${ways[other]} finds something else than ${ways[0]}`);
  return JSON.parse(outputs[0]!).findings.length;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** A repository whose secret is only in its past. */
function plantedHistory(): string {
  const folder = plantedFolder();
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=b', '-c', 'user.email=b@example.com', ...args]);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'add');
  writeFileSync(join(folder, 'deploy.sh'), 'true\n');
  git('commit', '--quiet', '-am', 'remove');
  return folder;
}

/** The bytes of all objects, unpacked. */
function bytesOf(path: string): number {
  const args = ['-C', path, 'cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectsize)'];
  const sizes = execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  return sizes.split('\n').reduce((sum, size) => sum + Number(size), 0);
}
