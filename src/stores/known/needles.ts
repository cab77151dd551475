/** A way a value may be written, as bytes to look for. */
export interface Needle {
  readonly bytes: Buffer;
  readonly encoding: string;
}

/** Needles shorter than this say too little. */
export const SHORTEST = 8;

/**
 * A value in every encoding that leaves it in one piece: raw, base64 at each of three offsets and in both alphabets
 * (without the characters that hold foreign bits), hex, percent, JSON and HTML.
 */
export function needlesOf(value: Buffer): Needle[] {
  const text = value.toString('utf8');
  const isText = Buffer.from(text).equals(value);
  const all: Needle[] = [
    { bytes: value, encoding: '' },
    ...base64Needles(value),
    { bytes: Buffer.from(value.toString('hex')), encoding: 'hex' },
    { bytes: Buffer.from(value.toString('hex').toUpperCase()), encoding: 'hex' },
    ...(isText ? textNeedles(text) : []),
  ];
  const seen = new Set<string>();
  return all.filter(({ bytes }) => {
    const id = bytes.toString('latin1');
    return bytes.length >= SHORTEST && !seen.has(id) && seen.add(id);
  });
}

/** What base64 makes of a value wherever it starts in what is encoded, less the characters that depend on neighbours. */
export function base64Needles(value: Buffer): Needle[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), value]).toString('base64');
    const core = text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + value.length) * 8) / 6));
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')].map((form) => ({
      bytes: Buffer.from(form),
      encoding: 'base64',
    }));
  });
}

function textNeedles(text: string): Needle[] {
  const json = JSON.stringify(text).slice(1, -1);
  const percent = encodeURIComponent(text);
  const forms: [string, string][] = [
    [json, 'json'],
    [JSON.stringify(json).slice(1, -1), 'json json'],
    [json.replaceAll('/', '\\/'), 'json'],
    [json.replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`), 'json'],
    [percent, 'percent'],
    [percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()), 'percent'],
    [percent.replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`), 'percent'],
    [percent.replaceAll('%20', '+'), 'percent'],
    [encodeURI(text), 'percent'],
    [html(text, '&#39;'), 'html'],
    [html(text, '&#x27;'), 'html'],
    [html(text, '&apos;'), 'html'],
  ];
  return forms.map(([form, encoding]) => ({ bytes: Buffer.from(form), encoding }));
}

function html(text: string, quote: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": quote };
  return text.replace(/[&<>"']/g, (char) => names[char] ?? char);
}
