import { UserError } from '../errors.js';

/** Where a value goes or lives: `vault:MOUNT/PATH#KEY`, `aws:NAME#KEY` or `sops:FILE#KEY`. */
export interface Target {
  readonly store: 'vault' | 'aws' | 'sops';
  readonly path: string;
  /** Empty: the whole entry. */
  readonly key: string;
}

const FORM = /^(vault|aws|sops):([^#\s]+)(?:#([^#\s]+))?$/;

/** Reads a target as it is written on the command line. */
export function parseTarget(text: string): Target {
  const [, store, path = '', key = ''] = FORM.exec(text) ?? [];
  if (!store || path.includes('//') || path.split('/').includes('..')) {
    throw new UserError(
      `${JSON.stringify(text)}: must be vault:MOUNT/PATH#KEY, aws:NAME#KEY or sops:FILE#KEY`,
    );
  }
  return {
    store: store as Target['store'],
    path: store === 'vault' ? path.replace(/^\/+|\/+$/g, '') : path,
    key,
  };
}

/** A target as it is written. */
export function formatTarget({ store, path, key }: Target): string {
  return `${store}:${path}${key === '' ? '' : `#${key}`}`;
}
