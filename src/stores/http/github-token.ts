import { StoreError } from '../store-error.js';
import type { Http } from './http.js';
import { takeJson } from './json.js';

/**
 * The OpenID Connect token of a GitHub Actions job. Jobs of forks have none: the caller says that nothing was scanned.
 * https://docs.github.com/actions/reference/security/oidc
 */
export async function githubToken(http: Http, env: NodeJS.ProcessEnv, audience: string): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  if (!address || !bearer) {
    throw new StoreError(
      'denied',
      'no GitHub ID token: the job needs `permissions: id-token: write` (pull requests of forks never get one)',
    );
  }
  const url = new URL(address);
  url.searchParams.set('audience', audience);
  const answer = await http({
    method: 'GET',
    url,
    headers: { authorization: `Bearer ${bearer}` },
    retry: true,
  });
  const token = takeJson(answer.body)?.value;
  if (answer.status !== 200 || typeof token !== 'string')
    throw new StoreError('denied', `GitHub gave no ID token (${answer.status})`);
  return token;
}
