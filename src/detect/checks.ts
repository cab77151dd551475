import { awsAccessKeyId } from './checks/aws.js';
import { githubAppJwt, githubCrc32, npmCrc32 } from './checks/github.js';
import { jwt } from './checks/jwt.js';

/** What the structure of a secret says: its checksum holds, nothing speaks against it, or it cannot be real. */
export type Verdict = 'proven' | 'plausible' | 'refuted';

/** Judges one secret offline by its own structure; pure, and linear in its length. */
export type Check = (secret: string) => Verdict;

/** The checks a rule may name; proven makes a finding certain, refuted drops it. */
export const checks: Readonly<Record<string, Check>> = {
  'aws-access-key-id': awsAccessKeyId,
  'github-app-jwt': githubAppJwt,
  'github-crc32': githubCrc32,
  jwt,
  'npm-crc32': npmCrc32,
};
