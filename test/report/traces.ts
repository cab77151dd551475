/** Everything a secret could look like in an output: itself, its parts, reversed, in common encodings. */
export function traces(secret: string): readonly string[] {
  // a rule's prefix is public: what follows it is not
  const body = /[A-Za-z0-9]{20,}/.exec(secret)?.[0] ?? '';
  const bytes = Buffer.from(body);
  const each = (write: (byte: number) => string) => Array.from(bytes.subarray(0, 10), write).join('');
  const hex = (byte: number) => byte.toString(16).padStart(2, '0');
  // base64 looks different at each of the three places that a byte can have in it
  const base64 = [0, 1, 2].map((pad) => Buffer.concat([Buffer.alloc(pad), bytes]).toString('base64'));
  return [
    body.slice(4, 14),
    body.slice(-12),
    [...body].reverse().join('').slice(0, 12),
    ...base64.map((text) => text.slice(4, 20)),
    ...[each(hex), each(hex).toUpperCase()],
    ...[each((byte) => `%${hex(byte)}`), each((byte) => `%${hex(byte).toUpperCase()}`)],
    ...[each((byte) => `\\x${hex(byte)}`), each((byte) => `\\u00${hex(byte)}`), each((byte) => `&#${byte};`)],
    body.toLowerCase().slice(4, 18),
    body.toUpperCase().slice(4, 18),
  ];
}
