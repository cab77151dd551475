import { stringify as toToml } from 'smol-toml';
import { stringify as toYaml } from 'yaml';
import type { Random } from '../random.js';

/** Settings of every kind that need no other file, with texts that each format has to quote. */
export function randomConfig(random: Random): Record<string, unknown> {
  const texts = () => Array.from({ length: 1 + random.below(3) }, () => randomText(random));
  const maybe = (key: string, value: () => unknown) => (random.below(2) ? { [key]: value() } : {});
  return {
    disabledRules: random.below(2) ? ['generic-password'] : [],
    ...maybe('paths', () => ({ exclude: ['vendor/', '*.lock'] })),
    ...maybe('severities', () => ({ 'acme-key': random.pick(['low', 'high']) })),
    ...maybe('limits', () => ({ maxFileSize: 1 + random.below(1e9), archiveDepth: random.below(4) })),
    ...maybe('allow', () => [
      { values: ['^x{3}$'], reason: randomText(random) },
      {
        paths: ['docs/**'],
        stopWords: texts(),
        condition: random.pick(['all', 'any']),
        expires: '2027-01-31',
      },
    ]),
    ...maybe('rules', () => [
      {
        id: 'own-key',
        title: randomText(random),
        keywords: ['own_'],
        pattern: 'own_[a-f0-9]{32}',
        minEntropy: 2.5,
      },
    ]),
    ...maybe('confidence', () => [{ paths: ['docs/**'], min: random.pick(['probable', 'certain']) }]),
  };
}

/** The settings as the file of this name has them. */
export function writeConfig(settings: Record<string, unknown>, file: string): string {
  if (file === 'package.json') return JSON.stringify({ name: 'made-up', keyhound: settings });
  if (file.endsWith('.toml')) return toToml(settings);
  if (file.endsWith('.yaml')) return toYaml(settings);
  const text = JSON.stringify(settings, undefined, 2);
  return file.endsWith('.jsonc') ? `// made up\n${text.replace(/\n\}$/, ',\n}')}\n` : text;
}

const PARTS = [
  'a',
  'docs/',
  '*.md',
  ' ',
  '#',
  ':',
  '- ',
  '"',
  "'",
  '\\',
  'é',
  '€',
  '%',
  '=',
  'yes',
  '0x1',
  '{',
  '[',
];

function randomText(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(6) }, () => random.pick(PARTS));
  return `t${parts.join('')}x`;
}
