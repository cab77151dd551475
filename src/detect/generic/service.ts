import { readAssignment } from './assignment.js';
import type { Candidate } from './candidate.js';
import { isRandom, lookAt } from './random.js';

/** The rule of what is found here. */
export const SERVICE_RULE = 'service-credential';

/** What else the name may say; a credential's name is left to those who read it. */
const REST = /^[_.-]?(?:api|app|client|live|prod|production|sandbox|test|dev|staging|v\d)?\d?$/i;
const LEAST = 16;
const MOST = 160;
const VALUE = /^[A-Za-z0-9_+/=.%~-]+$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A random value that is given to the name of a service: `mailgun: "v"`, `instamojo := 'v'`. */
export function readService(
  text: string,
  at: number,
  { nameTo, limit }: { readonly nameTo: number; readonly limit: number },
): Candidate | undefined {
  const found = readAssignment(text, at, limit);
  if (found === undefined || !REST.test(text.slice(nameTo, found.nameTo))) return undefined;
  const length = found.to - found.from;
  if (length < LEAST || length > MOST) return undefined;
  const value = text.slice(found.from, found.to);
  if (!VALUE.test(value) || UUID.test(value) || !isRandom(lookAt(value))) return undefined;
  return { ...found, ruleId: SERVICE_RULE };
}
