/** Something of an object store that cannot be read; its message is the reason of a Skip, and names no content. */
export class Damage extends Error {
  override readonly name = 'Damage';
}
