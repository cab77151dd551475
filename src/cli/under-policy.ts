import { UserError } from '../errors.js';
import type { Policy } from '../index.js';

/**
 * Does what needs the directory of a policy, and removes it. Errors name its files as the repository does; `where`
 * says which versions of them are meant: `as staged`.
 */
export async function underPolicy<T>(policy: Policy, where: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UserError) || !error.message.includes(policy.directory)) throw error;
    throw new UserError(`${error.message.replaceAll(`${policy.directory}/`, '')} (${where})`);
  } finally {
    policy.dispose();
  }
}
