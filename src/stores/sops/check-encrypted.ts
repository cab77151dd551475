import type { CreationRule } from './creation-rules.js';
import { isVersion } from './decrypt.js';
import type { SopsDocument, SopsLeaf } from './document.js';
import { regionOf, SOPS_RULES, type SopsProblem, type SopsRuleId } from './problem.js';
import { keyGroups } from './recipients.js';
import { createDemand, type Demand, selectorsIn } from './selector.js';
import { parseSopsValue } from './value.js';

/** What is wrong with a file that has SOPS metadata, by the metadata and by its creation rule. */
export function checkEncrypted(path: string, document: SopsDocument, rule?: CreationRule): SopsProblem[] {
  const metadata = document.metadata ?? {};
  const about = createProblem(path, document);
  const problems = [...missing(metadata, about)];
  const demand = fileDemand(metadata, about, problems);
  if (demand) problems.push(...plainValues(document, { demand, rule, about }));
  if (rule && rule.recipients.length > 0) problems.push(...otherRecipients(metadata, rule, about));
  return problems;
}

type About = (ruleId: SopsRuleId, message: string, leaf?: SopsLeaf) => SopsProblem;

function createProblem(path: string, document: SopsDocument): About {
  return (ruleId, message, leaf) => {
    const [from, to] = leaf ? [leaf.from, leaf.to] : [document.metadataAt, document.metadataAt];
    return {
      ...regionOf(document.text, from, to),
      ruleId,
      path,
      severity: SOPS_RULES[ruleId].severity,
      confidence: 'certain',
      ...(leaf && { key: leaf.path }),
      message,
      files: [],
    };
  };
}

function missing(metadata: Readonly<Record<string, unknown>>, about: About): SopsProblem[] {
  const problems: SopsProblem[] = [];
  const mac = metadata.mac;
  if (typeof mac !== 'string' || !parseSopsValue(mac)) {
    problems.push(about('sops-missing-mac', mac ? 'the mac is no SOPS ciphertext' : 'there is no mac'));
  }
  if (!/^\d{4}-\d\d-\d\dT/.test(String(metadata.lastmodified ?? ''))) {
    problems.push(
      about('sops-invalid-metadata', 'lastmodified is missing or no time: the mac cannot be checked'),
    );
  }
  if (!isVersion(metadata.version))
    problems.push(about('sops-invalid-metadata', 'version is missing or no version'));
  if (keyGroups(metadata).length === 0)
    problems.push(about('sops-invalid-metadata', 'no key can decrypt this file'));
  return problems;
}

function fileDemand(
  metadata: Readonly<Record<string, unknown>>,
  about: About,
  problems: SopsProblem[],
): Demand | undefined {
  const [selector, second] = selectorsIn(metadata);
  if (second) {
    problems.push(
      about('sops-invalid-metadata', `both ${selector?.kind} and ${second.kind} are set; sops takes one`),
    );
  }
  try {
    return createDemand(selector);
  } catch {
    // sops takes a regex that does not compile for one that never matches.
    problems.push(
      about('sops-invalid-metadata', `${selector?.kind} is not a regular expression that sops can read`),
    );
    return undefined;
  }
}

interface Wanted {
  readonly demand: Demand;
  readonly rule: CreationRule | undefined;
  readonly about: About;
}

function plainValues(document: SopsDocument, { demand, rule, about }: Wanted): SopsProblem[] {
  return document.leaves.flatMap((leaf) => {
    if (leaf.kind === 'null' || leaf.text === '' || parseSopsValue(leaf.text)) return [];
    const shown = `${leaf.path} is ${/^ENC\[/.test(leaf.text) ? 'no valid SOPS ciphertext' : 'plain text'}`;
    if (demand(leaf.keys, leaf.comments)) {
      return [about('sops-plaintext-value', `${shown}, the file's own selector demands encryption`, leaf)];
    }
    if (!rule || rule.broad || rule.selector === undefined || !rule.demands(leaf.keys, leaf.comments))
      return [];
    const problem = about(
      'sops-plaintext-value',
      `${shown}, the creation rule's ${rule.selector.kind} demands encryption`,
      leaf,
    );
    return [{ ...problem, confidence: 'probable', severity: 'medium' }];
  });
}

function otherRecipients(
  metadata: Readonly<Record<string, unknown>>,
  rule: CreationRule,
  about: About,
): SopsProblem[] {
  const kinds = new Set(rule.recipients.map(({ kind }) => kind));
  const wanted = new Set(rule.recipients.map(({ id }) => id));
  const present = new Set(
    keyGroups(metadata)
      .flat()
      .filter(({ kind }) => kinds.has(kind))
      .map(({ id }) => id),
  );
  const lacking = [...wanted].filter((id) => !hasId(present, id));
  const extra = [...present].filter((id) => !hasId(wanted, id));
  if (lacking.length + extra.length === 0) return [];
  const parts = [
    ...(lacking.length > 0 ? [`not encrypted for ${lacking.join(', ')}`] : []),
    ...(extra.length > 0 ? [`still encrypted for ${extra.join(', ')}`] : []),
  ];
  return [{ ...about('sops-recipients-differ', parts.join('; ')), confidence: 'probable' }];
}

/** PGP keys are often named by the last 16 characters of their fingerprint. */
function hasId(ids: ReadonlySet<string>, id: string): boolean {
  if (ids.has(id)) return true;
  return /^[0-9A-F]{16,}$/.test(id) && [...ids].some((other) => other.endsWith(id) || id.endsWith(other));
}
