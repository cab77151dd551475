import { needlesOf } from './needles.js';
import { partsOf } from './parts.js';

/** Shorter ones would hide half of the log. */
const SHORTEST_MASK = 8;

/**
 * What a runner has to be told to hide so that a value leaves no trace in the log: the value, each of its lines, and
 * every encoding of it in one piece. GitHub's own masking misses unpadded and shifted base64, base64url, and hex.
 */
export function masksOf(value: Buffer): string[] {
  const masks = partsOf(value).flatMap((part) => needlesOf(part).map(({ bytes }) => bytes.toString('utf8')));
  return [...new Set(masks)].filter((mask) => mask.length >= SHORTEST_MASK && !/^[\s*]*$/.test(mask));
}

/** The runner's command for one mask. https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function maskCommand(mask: string): string {
  return `::add-mask::${mask.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`;
}
