import picomatch from 'picomatch';

/** Whether a path is left out by the configuration's globs. */
export function excluder(globs: readonly string[]): (path: string) => boolean {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true });
}
