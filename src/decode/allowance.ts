/** How many bytes may still come out of decoding one chunk. */
export interface Allowance {
  left(): number;
  /** Takes so many bytes; `false`, and from then on nothing is left, if there are fewer. */
  take(bytes: number): boolean;
}

/** An allowance of `most` bytes; `onCut` is called once, when more was asked for. */
export function createAllowance(most: number, onCut: () => void): Allowance {
  let left = most;
  let isCut = false;
  return {
    left: () => left,
    take(bytes) {
      if (isCut) return false;
      if (bytes <= left) {
        left -= bytes;
        return true;
      }
      isCut = true;
      left = 0;
      onCut();
      return false;
    },
  };
}
