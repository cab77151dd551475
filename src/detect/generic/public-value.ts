/** Public by their form, or no data at all, whatever they are given to. */
const PUBLIC: readonly RegExp[] = [
  // Accounts and contracts of Ethereum and its kin, also behind a kind or a chain (CAIP-10), also shortened. Keys have 64 digits.
  /^(?:[\w-]+:)*0x[0-9a-fA-F]{40}$/,
  /^0x[0-9a-fA-F]{2,10}(?:\u2026|\u00e2\u0080\u00a6|\.{2,3})[0-9a-fA-F]{0,10}$/,
  // Points of elliptic curves, which are public keys (SEC 1, 2.3.3), and Ethereum's signatures of 65 bytes.
  /^(?:0x)?04[0-9a-fA-F]{128}$/,
  /^(?:0x)?0[23][0-9a-fA-F]{64}$/,
  /^0x[0-9a-fA-F]{130}$/,
  // The fingerprint of an OpenPGP key in its usual groups.
  /^(?:[0-9A-F]{4} {1,2}){9}[0-9A-F]{4}$/,
  // Indexes and constraints as Doctrine names them.
  /^(?:IDX|UNIQ|FK|PK)_[0-9A-F]{8,32}$/,
  // The name of a header, an emoji's code points.
  /^x-[a-z]+(?:-[a-z0-9]+)+$/i,
  /^1f[0-9a-f]{3}(?:-[0-9a-f]{4,5})*$/,
  // An image or a font in place (RFC 2397).
  /^data:[a-z]+\/[\w.+-]+[;,]/,
  // A host by its name, a path of words, a type of resource in Azure with its version.
  /^\.?(?:[a-z0-9-]+\.)+(?:com|net|org|io|dev|app|co|eu|de|fr|uk|cn|ru|jp)$/,
  /^(?:\/[a-z][a-z0-9._-]*){2,}\/?$/,
  /^\/[a-z][a-z_-]*\/?$/,
  /^[A-Z]\w+\.[A-Z]\w+(?:\/\w+)+@\d{4}-\d\d-\d\d/,
];

/** Whether a value is nobody's secret by its form: an address of a chain, a public key, a host, a path. */
export function isPublicValue(value: string): boolean {
  return PUBLIC.some((form) => form.test(value));
}

const BASE58 = /^[1-9A-HJ-NP-Za-km-z]{43,44}$/;
const SOLANA = /solana|\bspl\b|\bmint|pubkey|lamport|raydium|token_?program/i;
const REACH = 300;

/** Whether a value is an account of Solana, in a text that is about it. */
export function isSolanaAccount(text: string, from: number, value: string): boolean {
  return (
    BASE58.test(value) && SOLANA.test(text.slice(Math.max(0, from - REACH), from + value.length + REACH))
  );
}
