/** A way a value may be written, as bytes to look for. */
export interface Needle {
  readonly bytes: Buffer;
  readonly encoding: string;
}

/** Needles shorter than this say too little. */
export const SHORTEST = 8;

/**
 * A value in every encoding that leaves it in one piece: raw, base64 at each of three offsets and in both alphabets
 * (without the characters that hold foreign bits), hex, percent, JSON, HTML, and as shells and Python quote it.
 */
export function needlesOf(value: Buffer): Needle[] {
  const all: Needle[] = [
    { bytes: value, encoding: '' },
    ...base64Needles(value),
    { bytes: Buffer.from(value.toString('hex')), encoding: 'hex' },
    { bytes: Buffer.from(value.toString('hex').toUpperCase()), encoding: 'hex' },
    ...textNeedles(value),
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

/** Encodings of text that leave its words apart; none of bytes that are no text. */
function textNeedles(value: Buffer): Needle[] {
  const text = value.toString('utf8');
  if (!Buffer.from(text).equals(value)) return [];
  const forms: Readonly<Record<string, readonly string[]>> = {
    json: jsonForms(text),
    'json json': [JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1)],
    percent: percentForms(text),
    html: ['&#39;', '&#x27;', '&apos;'].map((quote) => html(text, quote)),
    quoted: quotedForms(text),
  };
  return Object.entries(forms).flatMap(([encoding, texts]) =>
    texts.map((form) => ({ bytes: Buffer.from(form), encoding })),
  );
}

/** As most write it; with `\/`, as PHP does; with `\u003c`, as Go does; with both. */
function jsonForms(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const slashed = json.replaceAll('/', '\\/');
  const safe = (form: string) => form.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
  return [json, slashed, safe(json), safe(slashed)];
}

/** As JavaScript, and as forms and most others write it; with codes in both cases, and with `+` for a space. */
function percentForms(text: string): readonly string[] {
  const loose = encodeURIComponent(text);
  const strict = loose.replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const cased = [loose, strict, strict.replaceAll('%7E', '~')].flatMap((form) => [
    form,
    form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ]);
  return [...cased, ...cased.map((form) => form.replaceAll('%20', '+')), encodeURI(text)];
}

/** `'it'\''s'` and `'it'"'"'s'` of shells, `"a\$b"`, `it\'s` of printf %q and of Python, `'it''s'` of YAML and SQL. */
function quotedForms(text: string): readonly string[] {
  return [
    text.replaceAll("'", "'\\''"),
    text.replaceAll("'", `'"'"'`),
    text.replace(/["$`\\]/g, '\\$&'),
    text.replace(/[^\w@%+=:,./\u0080-\uffff-]/g, '\\$&'),
    text.replace(/[\\']/g, '\\$&'),
    text.replaceAll("'", "''"),
  ];
}

function html(text: string, quote: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": quote };
  return text.replace(/[&<>"']/g, (char) => names[char] ?? char);
}
