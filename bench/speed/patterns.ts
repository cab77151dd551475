import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { rules } from '../../rules/index.js';

/**
 * Writes a list of patterns for ripgrep that is similar to the rules: each rule's expression without what it asks of
 * its surroundings, as far as ripgrep takes it. Gives how many there are.
 */
export function writePatterns(file: string): number {
  const sources = rules.flatMap(({ pattern }) => (pattern ? [plain(pattern)] : []));
  const taken = sources.filter(
    (source) => spawnSync('rg', ['--no-unicode', '-e', source], { input: '' }).status === 1,
  );
  writeFileSync(file, `${taken.join('\n')}\n`);
  return taken.length;
}

function plain({ source, flags }: RegExp): string {
  const without = source
    .replace(
      /\(\?<?[=!](?:[^()[\]\\]|\\.|\[(?:[^\]\\]|\\.)*\]|\((?:[^()[\]\\]|\\.|\[(?:[^\]\\]|\\.)*\])*\))*\)/g,
      '',
    )
    .replace(/\(\?<\w+>/g, '(?:')
    .replaceAll('[^]', '(?s:.)');
  return flags.includes('i') ? `(?i)${without}` : without;
}
