// Puts the token of every rule's example into the surroundings in which people show tokens, and counts where it is
// found at all, and where by its own rule:
//   npm run bench -- surroundings [--list] [--form NAME] [--rule ID]
// --list names for each form the rules that miss it. Rules that ask for another part nearby are left out.
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.js';
import { contextRules } from '../src/detect/generic/rules.js';
import { createEngine, matchesIn } from '../src/engine.js';
import type { Chunk, LocatedMatch, Rule } from '../src/types.js';
import { fill } from '../test/fill.js';
import { FORMS } from './surroundings/forms.js';

const { values } = parseArgs({
  options: { list: { type: 'boolean' }, form: { type: 'string' }, rule: { type: 'string' } },
});

const engine = createEngine([...rules, ...contextRules]);
const shown = rules.filter(
  ({ id, companions }) => (values.rule ?? id) === id && !companions?.some(({ required }) => required),
);
const tokens = shown.flatMap((rule) => {
  const token = tokenOf(rule);
  return token === undefined ? [] : [{ rule, token }];
});
console.log(`${tokens.length} rules; form, found at all, by its own rule`);
for (const [form, write] of Object.entries(FORMS)) {
  if ((values.form ?? form) !== form) continue;
  const missed: string[] = [];
  let own = 0;
  for (const { rule, token } of tokens) {
    const text = write(nameOf(rule), token);
    const from = text.indexOf(token);
    const found = find(text).filter(({ place }) => place[0] < from + token.length && from < place[1]);
    if (found.some(({ match }) => match.rule.id === rule.id)) own++;
    if (found.length === 0) missed.push(rule.id);
  }
  const share = (count: number) => (count / tokens.length).toFixed(3);
  console.log(`${form.padEnd(12)} ${share(tokens.length - missed.length)} ${share(own)}`);
  if (values.list === true) for (const id of missed) console.log(`  ${id}`);
}

/** What the rule finds in its first example, with what its expression asks for around it; undefined: nothing. */
function tokenOf(rule: Rule): string | undefined {
  const text = fill(rule.examples.match[0]!);
  const match = find(text).find((located) => located.match.rule.id === rule.id)?.match;
  return rule.value ? match?.secret : match?.text.trim();
}

/** What people call the provider: a keyword that is a name, else the provider's name. */
function nameOf({ value, keywords, provider }: Rule): string {
  const names = keywords.filter((keyword) => /^[a-z][a-z0-9 _.-]*[a-z0-9]$/.test(keyword));
  return (value && names[0]) || provider;
}

function find(text: string): readonly LocatedMatch[] {
  const bytes = Buffer.from(text, 'latin1');
  const chunk: Chunk = {
    origin: { path: 'settings.txt', kind: 'file' },
    bytes,
    offset: 0,
    line: 1,
    column: 1,
    core: [0, bytes.length],
  };
  return matchesIn(chunk, engine);
}
