import type { Draft } from './imported.js';

/**
 * Lines of a gitignore file as globs that leave paths out: one without a slash fits at any depth, any other from the
 * repository's top on. https://git-scm.com/docs/gitignore
 */
export function readIgnoreLines(lines: readonly string[], file: string, draft: Draft): void {
  for (const line of lines) {
    const trimmed = line.trimEnd();
    // a space that is escaped belongs to the name
    const written = trimmed.endsWith('\\') && line.startsWith(`${trimmed} `) ? `${trimmed} ` : trimmed;
    if (written === '' || written.startsWith('#')) continue;
    if (written.startsWith('!'))
      draft.lost.push({ what: `${file}: ${written}`, why: 'takes back what a line before leaves out' });
    else draft.exclude.push(toGlob(written.replace(/^\\(?=[#!])/, '')));
  }
}

function toGlob(pattern: string): string {
  const body = pattern.replace(/^\//, '').replace(/\/$/, '');
  if (body.includes('/')) return body;
  if (pattern.startsWith('/')) return `{${body},${body}/**}`;
  return pattern.endsWith('/') ? `**/${body}/**` : body;
}
