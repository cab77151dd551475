// Writes docs/terminal.svg, the picture of the README: a commit that keyhound's hook refuses, as a terminal shows it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = ['commit', '-m', 'Charge cards'];

/** Files of the commit: templates as in rules, so that no token stands in this one. */
const FILES = {
  'src/payments.ts': "const stripe = new Stripe('sk_live_{alnum:24}');\n",
  'deploy/production.env': 'AWS_ACCESS_KEY_ID={awskey:AKIA}\nAWS_SECRET_ACCESS_KEY={base64:40}\n',
  'README.md': '# A shop\n',
};

const STYLES = {
  1: 'font-weight:bold',
  2: 'opacity:.65',
  4: 'text-decoration:underline',
  31: 'fill:#ff7b72',
  32: 'fill:#7ee787',
  33: 'fill:#e3b341',
  34: 'fill:#79c0ff',
  35: 'fill:#d2a8ff',
  36: 'fill:#76e3ea',
};
/** Which styles a code ends. */
const ENDS = { 0: Object.keys(STYLES), 22: ['1', '2'], 24: ['4'], 39: ['31', '32', '33', '34', '35', '36'] };
const [CHARACTER, LINE, MARGIN] = [8.43, 20, 20];

const shown = await refusedCommit();
writeFileSync(join(root, 'docs/terminal.svg'), svg([`$ git ${quoted(COMMAND)}`, ...shown.split('\n')]));

/** What git and the hook print, with colours. */
async function refusedCommit() {
  const { fill } = await loadSource("export * from './src/cli/rules/fill.js'");
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-picture-'));
  try {
    const programs = join(folder, '.git/programs');
    const env = { ...process.env, FORCE_COLOR: '1', PATH: `${programs}:${process.env.PATH}` };
    const run = (...[command, ...args]) => execFileSync(command, args, { cwd: folder, env, stdio: 'pipe' });
    run('git', 'init', '-q');
    mkdirSync(programs);
    symlinkSync(join(root, 'bin/keyhound.js'), join(programs, 'keyhound'));
    run('keyhound', 'init', 'git');
    for (const [path, template] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), fill(template));
    }
    run('git', 'add', ...Object.keys(FILES));
    const { status, stdout, stderr } = spawnSync('git', COMMAND, { cwd: folder, env, encoding: 'utf8' });
    if (status === 0) throw new Error('the commit was not refused');
    return (stdout + stderr).trimEnd();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function quoted(args) {
  return args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)).join(' ');
}

function svg(lines) {
  const columns = Math.max(...lines.map((line) => plain(line).length));
  const [width, height] = [Math.ceil(columns * CHARACTER) + 2 * MARGIN, lines.length * LINE + 2 * MARGIN];
  const rows = lines.map(
    (line, i) => `<text x="${MARGIN}" y="${MARGIN + i * LINE + 14}">${spans(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A commit with two secrets is refused by keyhound">
<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#e6edf3;white-space:pre}</style>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${rows.join('\n')}
</svg>
`;
}

/** One line as spans of one style each. */
function spans(line) {
  const on = new Set();
  let out = '';
  for (const [, code, text] of line.matchAll(/(?:\x1b\[(\d*)m)?([^\x1b]*)/g)) {
    if (code in ENDS) for (const ended of ENDS[code]) on.delete(ended);
    else if (code in STYLES) on.add(code);
    const style = [...on].map((each) => STYLES[each]).join(';');
    if (text) out += style ? `<tspan style="${style}">${escaped(text)}</tspan>` : escaped(text);
  }
  return out;
}

function plain(line) {
  return line.replaceAll(/\x1b\[\d*m/g, '');
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
