import { UserError } from '../../errors.js';
import type { Report } from '../../types.js';
import { locateRepository, type OpenOptions } from './repository.js';
import { runGit } from './run.js';

/**
 * Where the repository that holds `path` lives and what is checked out, for reports that travel: no user or password of
 * the URL, no path of this machine. Undefined outside of a repository.
 */
export function describeRepository(path: string, options: OpenOptions = {}): Report['repository'] {
  try {
    const place = locateRepository(path, options);
    const ask = (...args: string[]) => {
      const { status, stdout } = runGit(place, args);
      return status === 0 ? stdout.toString().trim() : '';
    };
    const url = publicUrl(ask('config', '--get', 'remote.origin.url'));
    const revision = ask('rev-parse', '-q', '--verify', 'HEAD^{commit}');
    const branch = ask('symbolic-ref', '-q', '--short', 'HEAD');
    return { ...(url ? { url } : {}), ...(revision ? { revision } : {}), ...(branch ? { branch } : {}) };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** A remote's URL as `https://host/path`, whether it was given as a URL or as `user@host:path`. */
function publicUrl(remote: string): string | undefined {
  const [, host, path] = /^(?:[^@/:]*@)?([\w.-]+\.\w+):(?!\/)(.+)$/.exec(remote) ?? [];
  const text = host && path ? `https://${host}/${path}` : remote;
  if (!URL.canParse(text)) return undefined;
  const { protocol, host: named, pathname } = new URL(text);
  if (!/^(?:https?|ssh|git):$/.test(protocol) || named === '') return undefined;
  return `${protocol === 'http:' ? 'http:' : 'https:'}//${protocol === 'ssh:' ? named.replace(/:\d+$/, '') : named}${pathname}`;
}
