import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { checkSops } from '../../../src/stores/sops/check.js';
import { createRandom, type Random } from '../../random.js';
import { runTool, skipWithout } from '../tools.js';

const skip = skipWithout('sops');
const folder = mkdtempSync(join(tmpdir(), 'keyhound-mutation-'));
let recipient: string;

after(() => rmSync(folder, { recursive: true, force: true }));
before(async () => {
  recipient = await identityToRecipient(await generateX25519Identity());
});

/** A value of a generated file: where it is, what a text search finds it by, and how it is written. */
interface Leaf {
  readonly key: string;
  readonly mark: string;
}

interface Generated {
  readonly name: string;
  readonly text: string;
  readonly leaves: readonly Leaf[];
}

/** All ways of a file to say what is encrypted; comments only where the format has them before values. */
const SELECTORS: readonly object[] = [
  {},
  { unencrypted_suffix: '_open' },
  { encrypted_suffix: '_secret' },
  { encrypted_regex: '(secret|^pass)' },
  { unencrypted_regex: 'open$|^host' },
];
const COMMENT_SELECTORS: readonly object[] = [
  { encrypted_comment_regex: 'enc-this' },
  { unencrypted_comment_regex: 'keep-this' },
];
const WORDS = ['pass', 'host', 'note_open', 'db_secret', 'x_unencrypted', 'plain', 'secret_open', 'passage'];
const COMMENTS = ['# enc-this', '# keep-this', '# a remark'];

/** Makes names and values that occur once in a file. */
function createMaker(random: Random) {
  let count = 0;
  const leaves: Leaf[] = [];
  return {
    leaves,
    name: (): string => random.pick(WORDS).replace(/^([a-z]+)/, `$1${count++}`),
    value(key: string, isTyped: boolean): string | number {
      const number = 1_000_000 + leaves.length;
      const value = isTyped && random.below(10) < 3 ? number : `value-of-${number}`;
      leaves.push({ key, mark: String(value) });
      return value;
    },
  };
}

type Maker = ReturnType<typeof createMaker>;
type Tree = string | number | readonly Tree[] | { readonly [name: string]: Tree };

function tree(random: Random, make: Maker, path = '', depth = 0): Tree {
  const kind = random.below(10);
  if (depth > 0 && (kind < 5 || depth > 3)) return make.value(path, true);
  const size = 2 + random.below(3);
  if (depth > 0 && kind < 7)
    return Array.from({ length: size }, (_, at) => tree(random, make, `${path}[${at}]`, depth + 1));
  const names = Array.from({ length: size }, make.name);
  const entries = names.map((name) => [
    name,
    tree(random, make, path === '' ? name : `${path}.${name}`, depth + 1),
  ]);
  return Object.fromEntries(entries) as Tree;
}

/** A tree as block YAML, with comments before some of its keys. */
function yaml(node: Tree, random: Random, indent = ''): string {
  if (typeof node !== 'object') return ` ${node}\n`;
  const lines = Array.isArray(node)
    ? node.map((item) => `${indent}-${nested(item, random, `${indent}  `)}`)
    : Object.entries(node).map(([name, value]) => {
        const comment = random.below(10) < 4 ? `${indent}${random.pick(COMMENTS)}\n` : '';
        return `${comment}${indent}${name}:${nested(value, random, `${indent}  `)}`;
      });
  return lines.join('');
}

function nested(node: Tree, random: Random, indent: string): string {
  return typeof node === 'object' ? `\n${yaml(node, random, indent)}` : yaml(node, random, indent);
}

const FORMATS: Readonly<
  Record<string, { name: string; make: (random: Random) => Generated; comments: boolean }>
> = {
  yaml: {
    name: 'm.yaml',
    comments: true,
    make(random) {
      const make = createMaker(random);
      return { name: 'm.yaml', text: yaml(tree(random, make), random), leaves: make.leaves };
    },
  },
  json: {
    name: 'm.json',
    comments: false,
    make(random) {
      const make = createMaker(random);
      return { name: 'm.json', text: JSON.stringify(tree(random, make), null, 2), leaves: make.leaves };
    },
  },
  dotenv: {
    name: 'm.env',
    comments: true,
    make(random) {
      const make = createMaker(random);
      const lines = Array.from({ length: 6 }, () => {
        const name = make.name();
        const comment = random.below(10) < 4 ? `${random.pick(COMMENTS)}\n` : '';
        return `${comment}${name}=${make.value(name, false)}\n`;
      });
      return { name: 'm.env', text: lines.join(''), leaves: make.leaves };
    },
  },
  ini: {
    name: 'm.ini',
    comments: true,
    make(random) {
      const make = createMaker(random);
      const section = (): string => {
        const title = make.name();
        const lines = Array.from({ length: 3 }, () => {
          const name = make.name();
          const comment = random.below(10) < 4 ? `${random.pick(COMMENTS).replace('#', ';')}\n` : '';
          return `${comment}${name} = ${make.value(`${title}.${name}`, false)}\n`;
        });
        return `[${title}]\n${lines.join('')}`;
      };
      return { name: 'm.ini', text: section() + section(), leaves: make.leaves };
    },
  },
};

function encrypt({ name, text }: Generated, selector: object): string {
  writeFileSync(join(folder, name), text);
  // JSON is YAML, and a creation rule can say what has no flag.
  const config = { creation_rules: [{ age: recipient, ...selector }] };
  writeFileSync(join(folder, '.sops.yaml'), JSON.stringify(config));
  return runTool('sops', ['encrypt', name], { cwd: folder, env: { XDG_CONFIG_HOME: '/nonexistent' } });
}

/** What people leave where a ciphertext was; `broken` is one with a tag that is too short. */
const MUTATIONS: readonly ((cipher: string) => string)[] = [
  () => 'hunter2-x',
  () => 'ENC[hunter2]',
  (cipher) => cipher.replace(/tag:[^,]+/, 'tag:aaaa'),
];

const CIPHER = /ENC\[AES256_GCM,data:[^\]]*,type:(?!comment)\w+\]/g;

for (const [format, { make, comments }] of Object.entries(FORMATS)) {
  test(`${format}: each value that is changed is named if and only if sops would have encrypted it`, {
    skip,
  }, () => {
    let [encrypted, open] = [0, 0];
    const selectors = [...SELECTORS, ...(comments ? COMMENT_SELECTORS : [])];
    for (const [at, selector] of [...selectors, ...selectors].entries()) {
      const file = make(createRandom(2 * at + 1));
      const text = encrypt(file, selector);
      const problems = (edited: string): string[] =>
        checkSops([{ path: file.name, text: edited }]).map(({ ruleId, key }) => `${ruleId} ${key}`);
      const about = `${JSON.stringify(selector)}\n${file.text}`;
      assert.deepEqual(problems(text), [], about);
      // sops itself says which values it encrypts: of those no plain text is left. Order is kept.
      const isOpen = ({ mark }: Leaf): boolean => new RegExp(`${mark}\\b`).test(text);
      const demanded = file.leaves.filter((leaf) => !isOpen(leaf));
      const ciphers = [...text.slice(0, metadataAt(text, file.name)).matchAll(CIPHER)];
      assert.equal(ciphers.length, demanded.length, about);
      for (const [index, { key }] of demanded.entries()) {
        const { 0: cipher, index: from } = ciphers[index]!;
        for (const change of MUTATIONS) {
          const edited = text.slice(0, from) + change(cipher) + text.slice(from + cipher.length);
          assert.deepEqual(problems(edited), [`sops-plaintext-value ${key}`], about);
          encrypted++;
        }
      }
      for (const leaf of file.leaves.filter(isOpen)) {
        const edited = text.replace(new RegExp(`${leaf.mark}\\b`), `${leaf.mark}9`);
        assert.notEqual(edited, text);
        assert.deepEqual(problems(edited), [], `${leaf.key}: ${about}`);
        open++;
      }
    }
    assert.ok(encrypted >= 40 && open >= 5, `${encrypted} encrypted, ${open} open`);
  });
}

/** Where the metadata begins: what is encrypted there is no value. */
function metadataAt(text: string, name: string): number {
  const start =
    { 'm.yaml': '\nsops:', 'm.json': '"sops":', 'm.env': '\nsops_', 'm.ini': '\n[sops]' }[name] ?? '';
  const at = text.lastIndexOf(start);
  return name === 'm.env' ? text.indexOf(start) : at;
}
