export type StoreFailure =
  | 'unreachable'
  | 'denied'
  | 'throttled'
  | 'sealed'
  | 'expired'
  | 'missing'
  | 'conflict'
  | 'failed';

/** A store that did not do what it was asked. Names the store and path; never quotes what a server answered. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly kind: StoreFailure,
    message: string,
  ) {
    super(message);
  }

  /** Each bundle has a copy of this class: an error of one is an error of all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StoreError';
  }
}
