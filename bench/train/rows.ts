import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A labelled snippet or a test case; which fields it has depends on the file, see README.md. */
export interface Row {
  readonly id: string | number;
  readonly label: string;
  readonly category: string;
  readonly ext: string;
  readonly lines: readonly string[];
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly repo: string;
  readonly kind: string;
  readonly clean_scope?: string;
  readonly secret: string;
  readonly text: string;
  readonly filename?: string;
  readonly source: string;
}

/** Labels of identifiers and public values: neither secret nor not. */
export const UNJUDGED: ReadonlySet<string> = new Set([
  'UUID',
  'AWS S3 Bucket',
  'Firebase Domain',
  'Tencent WeChat API App ID',
  'Nonce',
  'Salt',
  'AWS Client ID',
]);

/** The JSON lines of a file, plain or gzipped. */
export function readRows(path: string): Row[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}
