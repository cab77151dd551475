/**
 * Puts a secret together from its shares: Shamir's scheme over GF(2^8) with the polynomial of AES; the last byte of
 * a share is its x coordinate. Undefined when the shares cannot belong together.
 */
export function combineShares(shares: readonly Buffer[]): Buffer | undefined {
  const length = shares[0]?.length ?? 0;
  const xs = shares.map((share) => share.at(-1) ?? 0);
  if (length < 2 || shares.some((share) => share.length !== length) || new Set(xs).size !== xs.length)
    return undefined;
  const weights = xs.map((x, i) =>
    xs.reduce((product, other, j) => (i === j ? product : multiply(product, divide(other, other ^ x))), 1),
  );
  const secret = Buffer.alloc(length - 1);
  for (let at = 0; at < secret.length; at++) {
    secret[at] = shares.reduce((sum, share, i) => sum ^ multiply(share[at] ?? 0, weights[i] ?? 0), 0);
  }
  return secret;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let left = a, right = b; right > 0; right >>= 1) {
    if (right & 1) product ^= left;
    left = (left << 1) ^ (left & 0x80 ? 0x11b : 0);
  }
  return product;
}

/** a / b: the inverse of b is b to the 254th. */
function divide(a: number, b: number): number {
  let inverse = 1;
  for (let i = 0; i < 254; i++) inverse = multiply(inverse, b);
  return multiply(a, inverse);
}
