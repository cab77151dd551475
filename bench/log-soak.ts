/**
 * Streams build logs of gigabytes through the command line and measures its memory:
 * `npm run bench -- log-soak [GIGABYTES]`, 5 unless named. Linux only, since /proc tells the peak.
 * Fails where a planted secret is not found or passes the mask, or where memory goes above the bar.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fill } from '../test/fill.js';

const BAR_MB = 256;
const BLOCK = 4 << 20;
const SECRET = fill('sk_live_{alnum:24}');

interface Soak {
  readonly name: string;
  readonly flags: readonly string[];
  /** Bytes that are streamed in all. */
  readonly total: number;
  /** What is streamed again and again, BLOCK bytes. */
  readonly block: Buffer;
}

function lines(): Buffer {
  const text: string[] = [];
  let length = 0;
  for (let at = 0; length < BLOCK; at++) {
    const second = String(at % 60).padStart(2, '0');
    const line = `2026-01-02T03:04:${second}.123Z \u001b[32mINFO\u001b[0m  [worker-${at % 8}] request ${(at * 2654435761) % 4294967296} of /api/v1/items/${at}?page=${at % 97} took ${at % 300} ms; token cache hit, user_id=${at * 7}\n`;
    text.push(line);
    length += Buffer.byteLength(line);
  }
  return Buffer.from(text.join('')).subarray(0, BLOCK);
}

function oneLine(): Buffer {
  const text = 'chunk of a bundle without a line end; function(a,b){return a.token+b.value} ';
  return Buffer.alloc(BLOCK, text);
}

/** Streams, with the secret at nine tenths; gives what came out of it and what it took. */
async function soak({ flags, total, block }: Soak) {
  const child = spawn(process.execPath, ['bin/keyhound.js', 'log', ...flags], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  let output = 0;
  let kept = '';
  let passed = false;
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.length;
    // a report is kept whole, of a masked log only what a secret across two pieces needs
    kept = (flags.includes('--mask') ? kept.slice(-256) : kept) + bytes.toString('latin1');
    passed ||= kept.includes(SECRET);
  });
  let peak = 0;
  const start = performance.now();
  const planted = Buffer.from(block);
  planted.write(` STRIPE_KEY=${SECRET} `, BLOCK >> 1);
  const blocks = Math.ceil(total / BLOCK);
  for (let at = 0; at < blocks; at++) {
    const bytes = at === Math.floor(blocks * 0.9) ? planted : block;
    if (!child.stdin.write(bytes)) await once(child.stdin, 'drain');
    peak = Math.max(peak, peakMemory(child.pid!));
  }
  child.stdin.end();
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - start) / 1000;
  return { code, peak, output, passed, kept, speed: (blocks * BLOCK) / 1e6 / seconds };
}

/** The largest resident set of a process so far, in MB. */
function peakMemory(pid: number): number {
  const [, kilobytes = '0'] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}

const gigabyte = 1e9;
const gigabytes = Number(process.argv[2] ?? 5);
const soaks: readonly Soak[] = [
  {
    name: `log, ${gigabytes} GB of lines`,
    flags: ['--format', 'json'],
    total: gigabytes * gigabyte,
    block: lines(),
  },
  {
    name: `log --mask, ${gigabytes} GB of lines`,
    flags: ['--mask', '--quiet'],
    total: gigabytes * gigabyte,
    block: lines(),
  },
  {
    name: `log, one line of ${gigabytes / 5} GB`,
    flags: ['--format', 'json'],
    total: (gigabytes / 5) * gigabyte,
    block: oneLine(),
  },
  {
    name: `log --mask, one line of ${gigabytes / 5} GB`,
    flags: ['--mask', '--quiet'],
    total: (gigabytes / 5) * gigabyte,
    block: oneLine(),
  },
];
for (const one of soaks) {
  const { code, peak, output, passed, kept, speed } = await soak(one);
  const isMask = one.flags.includes('--mask');
  const found = isMask ? !passed && output > one.total * 0.99 : kept.includes('stripe-live-secret-key');
  const isGood = code === 1 && found && peak < BAR_MB;
  console.log(
    `${isGood ? 'ok' : 'FAILED'} ${one.name}: peak ${peak.toFixed(0)} MB, ${speed.toFixed(0)} MB/s, exit ${code}, secret ${found ? (isMask ? 'masked' : 'found') : 'MISSED'}`,
  );
  if (!isGood) process.exitCode = 1;
}
