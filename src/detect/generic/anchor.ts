import { isLetter, kindOf, LOWER } from './characters.js';

/** What follows a keyword in words that have nothing to do with credentials: `keyboard`, `passed`, `author`. */
const OTHER_WORDS: Readonly<Record<string, RegExp>> = {
  key: /^(?:s?words?|boards?|s?paces?|frames?|strokes?|maps?|notes?|codes?|down|up|press(?:ed)?|of|less|ed|ing|pads?|ers?|servers?|bindings?|points?|prints?|class|cdn|typ(?:e|es|ed)|errors?)(?![a-z])/i,
  pas: /^s(?:ant|ante|ants|ar|ado|ada|age|agem|er|eren|o|ou|ed|es|ing|ive|ively|age|ages|engers?|able|through|thru|ports?|ions?|ionate|ersby)(?![a-z])/i,
  tok: /^en(?:i[sz]|like|nth)/i,
  aut: /^h(?:or(?!i[sz]e?d?_|i[sz]ation)|entic(?:ally|ated|ates?|ating|ators?|ity)?(?![a-z]))/i,
  cre: /^d(?:i[tb]|o|u|ence)/i,
  psw: /^(?:ap|itch)/i,
  sec: /^ret(?:ar|ion|ly)/i,
};
/** What stands before one in such words: `monkey`, `bypass`, `incredible`. */
const OTHER_STARTS: Readonly<Record<string, RegExp>> = {
  key: /(?:mon|turn?|hoc|joc|don|whis|[nmrdjl]ic|hac|lac|mc|smo|spar)$/i,
  pas: /(?:com|by|sur|tres)$/i,
  sec: /victorias$/i,
  cre: /(?:in|ac|sa)$/i,
};

/** Whether the keyword at `at` is a word of its own or part of a credential's name, not of some other word. */
export function isCredentialWord(text: string, at: number): boolean {
  const head = text.slice(at, at + 3).toLowerCase();
  if (head === 'otp' || head === 'sig') return standsAlone(text, at);
  if (head === 'pwd' && isDirectory(text, at)) return false;
  if (head === '_pa' || head === 'pat') return !isLetter(text.charCodeAt(at + (head === '_pa' ? 4 : 3)));
  const other = OTHER_WORDS[head];
  if (other === undefined) return true;
  const rest = text.slice(at + 3, at + 18);
  if (other.test(rest) || other.test(rest.replace(/([a-z])(?=[A-Z])/g, '$1 '))) return false;
  // Public keys are fetched by their id.
  if (head === 'key' && text.startsWith('recv-', at - 5)) return false;
  const isInside =
    (kindOf(text.charCodeAt(at - 1)) & LOWER) !== 0 && (kindOf(text.charCodeAt(at)) & LOWER) !== 0;
  return !(isInside && OTHER_STARTS[head]?.test(text.slice(Math.max(0, at - 5), at)));
}

/** No lower-case letter before and after three letters that stand in many words; `signature` is one of its own. */
function standsAlone(text: string, at: number): boolean {
  if ((kindOf(text.charCodeAt(at - 1)) & LOWER) !== 0) return false;
  return text.startsWith('nature', at + 3) || (kindOf(text.charCodeAt(at + 3)) & LOWER) === 0;
}

/** `$(pwd):/src`, `$(shell pwd)/x`, `${PWD}:/src`, `$PWD:/src`, and pwd in backquotes: where a command runs. */
function isDirectory(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 9), at);
  const after = text.slice(at + 3, at + 5);
  if (/(?:\(|\(shell |\$\{|`)$/.test(before)) return /^[)}`]/.test(after);
  return /\$$/.test(before) && /^[:/]/.test(after);
}
