/** What stands between a name and its value. The numbers are features of the trained model: never reorder. */
export const OPERATORS = [
  'none',
  '=',
  ':',
  '=>',
  ':=',
  '==',
  ',',
  '(',
  'space',
  'flag',
  'element',
  'attribute',
  'typed',
  'url',
  'header',
  'sql',
  'pair',
  'block',
  'query',
] as const;
export type Operator = (typeof OPERATORS)[number];

export const QUOTES = ['bare', '"', "'", '`', 'escaped', 'triple', 'markup', 'array'] as const;
export type Quote = (typeof QUOTES)[number];

/** A value that something near it calls a credential; offsets into the window it was found in. */
export interface Candidate {
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly operator: Operator;
  readonly quote: Quote;
  /** A call or another expression between operator and value, empty where from = to. */
  readonly gapFrom: number;
  readonly gapTo: number;
  readonly from: number;
  readonly to: number;
  /** What the value says where it stands encoded, and is to be judged by. */
  readonly decoded?: string;
  /** The value with the mark of a ciphertext or reference around it that it is not: `ENC[` and `]`. */
  readonly dressed?: readonly [from: number, to: number];
  /** The context rule it belongs to, where its form alone does not tell. */
  readonly ruleId?: string;
}

/** A value as it was read, before anybody knows whose it is. */
export interface ReadValue {
  readonly quote: Quote;
  readonly from: number;
  readonly to: number;
  readonly gapFrom: number;
  readonly gapTo: number;
}
