import type { Verdict } from '../checks.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const HIGHEST_ACCOUNT = 999_999_999_999;

/**
 * An AWS access key id holds 80 bits in base 32 after its four letters. Since 2019 the first 40 of them, without the
 * leading one, are the account's number, which has twelve digits.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function awsAccessKeyId(secret: string): Verdict {
  const account = accountOf(secret);
  return account === undefined || account <= HIGHEST_ACCOUNT ? 'plausible' : 'refuted';
}

/** The account's number, or nothing for an id from before 2019. */
function accountOf(id: string): number | undefined {
  let bits = 0;
  for (const char of id.slice(4, 13)) bits = bits * 32 + ALPHABET.indexOf(char);
  // Nine characters are 45 bits: one marks the new layout, 40 are the account, four belong to what follows.
  const isNew = bits >= 2 ** 44;
  return isNew ? Math.floor((bits - 2 ** 44) / 16) : undefined;
}
