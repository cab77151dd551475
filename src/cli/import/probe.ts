import { rules, type Source, scan } from '../../index.js';

/**
 * Looks for live secrets in texts, each by itself, and then says of each what there is: another tool's settings may
 * name values in the clear, and no file or screen gets them from here.
 */
export async function probe(texts: Iterable<string>): Promise<(text: string) => Probed> {
  const all = [...new Set(texts)];
  const report = await scan({ source: linesSource(all.map(asLine)), rules, inlineIgnores: false });
  const shown = new Map(
    report.findings
      .filter(({ confidence }) => confidence !== 'possible')
      .map((finding) => [all[finding.startLine - 1], finding.snippet]),
  );
  return (text) => ({ holdsSecret: shown.has(text), shown: shown.get(text) ?? text });
}

export interface Probed {
  readonly holdsSecret: boolean;
  /** The text, or the part of it around the secret, with the secret hidden. */
  readonly shown: string;
}

/** An expression's escapes would hide what it spells out. */
function asLine(text: string): string {
  return text.replace(/\\([^A-Za-z0-9])/g, '$1').replace(/[\r\n]+/g, ' ');
}

function linesSource(lines: readonly string[]): Source {
  return {
    mode: 'tree',
    *chunks() {
      const bytes = Buffer.from(lines.join('\n'));
      const origin = { path: 'settings.txt', kind: 'file' } as const;
      yield { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
    },
  };
}
