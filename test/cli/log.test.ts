import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Finding, Report } from '../../src/types.js';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';
import { zip } from '../sources/make-archive.js';

const SECRET = fill('sk_live_{alnum:24}');
const LEAK = `STRIPE_KEY=${SECRET}`;

/** Scans a log, from a file or from a pipe. */
function scanned(t: TestContext, log: string | Buffer, from: 'file' | 'pipe' = 'file') {
  const root = folder(t, from === 'file' ? { log } : {});
  const args = ['log', '--format', 'json', ...(from === 'file' ? ['log'] : [])];
  const { code, stdout, stderr } = keyhound(root, args, from === 'pipe' ? { input: log } : {});
  assert.ok(stdout.startsWith('{'), stderr);
  const report: Report = JSON.parse(stdout);
  return { code, report, places: report.findings.map(placeOf) };
}

const placeOf = ({ path, startLine, startColumn, endLine, endColumn }: Finding) =>
  `${path} ${startLine}:${startColumn}-${endLine}:${endColumn}`;

test('a log of nothing is clean, and says that there was nothing (item 40)', (t) => {
  for (const from of ['file', 'pipe'] as const) {
    const { code, report } = scanned(t, '', from);
    assert.deepEqual(
      [code, report.outcome, report.scanned],
      [0, 'clean', { units: 1, bytes: 0, commits: 0 }],
    );
  }
});

/** Streams so many pieces into a command; gives the exit code, its output and its peak memory in MB, where that is told. */
async function stream(args: readonly string[], count: number, pieceAt: (at: number) => Buffer) {
  const child = spawn(process.execPath, [resolve('bin/keyhound.js'), 'log', ...args], {
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  let length = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    length += bytes.length;
    output = (output + bytes.toString('latin1')).slice(-100_000);
  });
  let peak = 0;
  for (let at = 0; at < count; at++) {
    if (!child.stdin.write(pieceAt(at))) await once(child.stdin, 'drain');
    peak = Math.max(peak, peakMemory(child.pid!));
  }
  child.stdin.end();
  const [code] = await once(child, 'close');
  return { code, output, length, peak };
}

function peakMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

// gigabytes are streamed by `npm run bench -- log-soak`: here is enough to see that memory does not grow with the log
const PIECE = 1 << 20;
const PIECES = 300;
const oneLine = Buffer.alloc(PIECE, 'function(a,b){return a.token+b.value} ');

test('one line of hundreds of megabytes is scanned in bounded memory, and its end is (item 40)', async () => {
  const last = Buffer.concat([oneLine, Buffer.from(` ${LEAK} end`)]);
  const { code, output, peak } = await stream(['--format', 'json'], PIECES, (at) =>
    at === PIECES - 1 ? last : oneLine,
  );
  assert.equal(code, 1);
  const [finding]: readonly Finding[] = JSON.parse(output).findings;
  const column = PIECES * PIECE + ' STRIPE_KEY='.length + 1;
  assert.equal(placeOf(finding!), `stdin 1:${column}-1:${column + SECRET.length}`);
  assert.ok(peak < 256, `${peak} MB`);
});

test('one line of hundreds of megabytes passes the mask in bounded memory, less its secret (item 40)', async () => {
  const { code, output, length, peak } = await stream(['--mask', '--quiet'], PIECES, (at) =>
    at === PIECES - 1 ? Buffer.from(` ${LEAK} end`) : oneLine,
  );
  assert.equal(code, 1);
  assert.match(output, / STRIPE_KEY=\*\*\* end$/);
  assert.equal(length, (PIECES - 1) * PIECE + ' STRIPE_KEY=*** end'.length);
  assert.ok(peak < 256, `${peak} MB`);
});

test('input without an end is scanned until an interrupt, which is no clean result (item 40)', async () => {
  for (const args of [[], ['--mask']]) {
    const child = spawn(process.execPath, [resolve('bin/keyhound.js'), 'log', ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdout.resume();
    child.stdin.on('error', () => {});
    let written = 0;
    while (written < 64 * PIECE && child.exitCode === null) {
      if (!child.stdin.write(oneLine)) await once(child.stdin, 'drain');
      written += PIECE;
    }
    child.kill('SIGINT');
    const [code, signal] = await once(child, 'exit');
    assert.ok(code === 130 || signal === 'SIGINT', `${args}: ${code} ${signal}`);
    child.stdin.destroy();
  }
});

/** Where pieces of a log begin and end, as the sources cut it. */
const CHUNK = 2 * 1024 * 1024;
const OVERLAP = 64 * 1024;

test('a secret across any border of two pieces is found once, at its place (item 41)', (t) => {
  const filler = 'a line of a log that is 40 bytes long..\n';
  for (const border of [CHUNK - OVERLAP, CHUNK, CHUNK + OVERLAP, 2 * CHUNK]) {
    for (const shift of [-SECRET.length - 12, -SECRET.length, -20, -1, 0, 1]) {
      const lines = Math.floor((border + shift - 60) / filler.length);
      const before = filler.repeat(lines);
      const lead = ' '.repeat(border + shift - before.length - 'STRIPE_KEY='.length);
      const log = `${before}${lead}${LEAK}\n${filler.repeat(2000)}`;
      const column = lead.length + 'STRIPE_KEY='.length + 1;
      const { places } = scanned(t, log, 'pipe');
      const place = `stdin ${lines + 1}:${column}-${lines + 1}:${column + SECRET.length}`;
      assert.deepEqual(places, [place], `${border} ${shift}`);
    }
  }
});

test('a secret at the first byte, at the last, and twice on a line is found at its places (item 41)', (t) => {
  const end = SECRET.length + 1;
  assert.deepEqual(scanned(t, `${SECRET} first\n`).places, [`log 1:1-1:${end}`]);
  assert.deepEqual(scanned(t, `last\n${SECRET}`).places, [`log 2:1-2:${end}`]);
  const twice = scanned(t, `é ${SECRET} and ${SECRET}\r\n`).places;
  assert.deepEqual(twice, [`log 1:3-1:${end + 2}`, `log 1:${end + 7}-1:${2 * end + 6}`]);
});

test('ten thousand secrets on a line are each found, and each masked (item 41)', (t) => {
  const count = 10_000;
  const log = `${Array.from({ length: count }, () => SECRET).join(' ')}\n`;
  const { report, places } = scanned(t, log);
  assert.equal(
    report.findings.reduce((sum, { occurrences }) => sum + occurrences, 0),
    count,
  );
  const step = SECRET.length + 1;
  assert.equal(places.at(-1), `log 1:${(count - 1) * step + 1}-1:${count * step}`);
  const { stdout, stderr } = keyhound(folder(t, { log }), ['log', '--mask', 'log']);
  assert.equal(stdout, `${Array.from({ length: count }, () => '***').join(' ')}\n`);
  assert.match(stderr, /masked 10000 secrets/);
});

test('colours, time stamps, progress and groups hide nothing; what was masked already is not reported (item 42)', (t) => {
  const stamp = '2026-11-02T08:14:03.1123456Z ';
  const half = SECRET.length / 2;
  const colored = `\u001b[31m${SECRET.slice(0, half)}\u001b[1m${SECRET.slice(half)}\u001b[0m`;
  const log = [
    `${stamp}##[group]Run npm run deploy`,
    `${stamp}env:`,
    `${stamp}  TOKEN: ***`,
    `${stamp}##[endgroup]`,
    `${stamp}  10%\r${stamp}  50% ${LEAK}\r${stamp} 100%`,
    `${stamp}\u001b[36mSTRIPE_KEY=${colored}`,
    `${stamp}password=*** token=[MASKED] key=<redacted> secret=xxxxxxxx`,
  ].join('\r\n');
  const { report, places } = scanned(t, log);
  const first = stamp.length * 2 + '  10%\r  50% STRIPE_KEY='.length + 1;
  const second = stamp.length + '\u001b[36mSTRIPE_KEY=\u001b[31m'.length + 1;
  assert.deepEqual(places, [
    `log 5:${first}-5:${first + SECRET.length}`,
    `log 6:${second}-6:${second + SECRET.length + '\u001b[1m'.length}`,
  ]);
  assert.deepEqual(
    report.findings.map(({ label }) => label),
    ['step Run npm run deploy', 'step Run npm run deploy'],
  );
});

test('the zip of a run is read from a file and from a pipe, and names job and step', (t) => {
  const log = (text: string) => Buffer.from(`\ufeff2026-11-02T08:14:03.1123456Z ${text}\n`);
  const run = zip([
    { name: '0_build.txt', data: log(`##[group]Run npm ci\n${LEAK}`) },
    { name: 'build/3_Run npm ci.txt', data: log(LEAK) },
    { name: 'caller / called/system.txt', data: log('nothing') },
    { name: 'stage/test/12_pytest.txt', data: log(LEAK), isStored: true },
    { name: 'nested.zip', data: zip([{ name: 'lint/1_eslint.txt', data: log(LEAK) }]) },
  ]);
  for (const from of ['file', 'pipe'] as const) {
    const { code, report } = scanned(t, run, from);
    const name = from === 'file' ? 'log' : 'stdin';
    assert.equal(code, 1);
    assert.deepEqual(
      report.findings.map(({ path, label }) => [path, label]),
      [
        [`${name}!/0_build.txt`, 'job build, step Run npm ci'],
        [`${name}!/build/3_Run npm ci.txt`, 'job build, step 3 Run npm ci'],
        [`${name}!/nested.zip!/lint/1_eslint.txt`, undefined],
        [`${name}!/stage/test/12_pytest.txt`, 'job stage / test, step 12 pytest'],
      ],
    );
  }
});

test('a log in a zip may be larger than memory allows, and a bomb is bounded and not green', async (t) => {
  const line = '2026-11-02T08:14:03.1123456Z downloading, ten percent done\n';
  const large = Buffer.concat([Buffer.alloc(160 << 20, line), Buffer.from(`\n${LEAK}\n`)]);
  const root = folder(t, { 'run.zip': zip([{ name: 'a/1_b.txt', data: large }]) });
  const found = keyhound(root, ['log', '--format', 'json', 'run.zip']);
  assert.equal(found.code, 1);
  assert.match(found.stdout, /"label":"job a, step 1 b"/);
  // archives in archives unfold to a hundred times their size, and no more
  const inner = zip([{ name: 'x', data: Buffer.alloc(120 << 20) }]);
  writeFileSync(
    join(root, 'bomb.zip'),
    zip(Array.from({ length: 3 }, (_, at) => ({ name: `${at}.zip`, data: inner }))),
  );
  const bomb = keyhound(root, ['log', '--format', 'json', 'bomb.zip']);
  assert.equal(bomb.code, 3);
  assert.match(bomb.stdout, /is too large/);
});

test('what of an archive cannot be read is named, and is no clean result', (t) => {
  const run = zip([
    { name: '1_a.txt', data: Buffer.from('fine\n') },
    { name: '2_b.txt', data: Buffer.from('locked\n'), flags: 1 },
  ]);
  const locked = scanned(t, run);
  assert.deepEqual([locked.code, locked.report.skipped.map(({ path }) => path)], [3, ['log!/2_b.txt']]);
  const cut = scanned(t, run.subarray(0, run.length - 30), 'pipe');
  assert.deepEqual([cut.code, cut.report.outcome], [3, 'incomplete']);
  const packed = gzipSync(`${'x\n'.repeat(1000)}${LEAK}\n`);
  assert.equal(scanned(t, packed, 'pipe').places[0]?.split('-')[0], 'stdin 1001:12');
  assert.equal(scanned(t, packed.subarray(0, packed.length - 12), 'pipe').report.outcome, 'incomplete');
  const root = folder(t, { 'a.log.xz': Buffer.from('\u00fd7zXZ\0and more', 'latin1') });
  const { code, stderr } = keyhound(root, ['log', 'a.log.xz']);
  assert.deepEqual(
    [code, stderr],
    [2, 'keyhound: a.log.xz: is packed by xz, which cannot be opened; unpack it first\n'],
  );
});
