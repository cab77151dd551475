import type { Accepted, AllowText, Imported } from '../../index.js';
import { type Probed, probe } from './probe.js';

type Look = (text: string) => Probed;

/**
 * Takes values in the clear out of what is about to be written: an allowed value goes to the baseline, as what it is
 * found as; any other setting that spells one out is lost.
 */
export async function withoutValues(imported: Imported): Promise<Imported> {
  const { settings } = imported;
  const look = await probe([
    ...settings.allow.flatMap((entry) => [entry.reason ?? '', othersOf(entry), ...(entry.values ?? [])]),
    ...settings.rules.map((rule) => JSON.stringify(rule)),
    ...imported.accepted.map(({ reason }) => reason),
  ]);
  const cleaned = settings.allow.map((entry) => cleanEntry(entry, look));
  const isClean = (rule: object) => !look(JSON.stringify(rule)).holdsSecret;
  return {
    ...imported,
    settings: {
      ...settings,
      allow: cleaned.flatMap(({ entry }) => entry ?? []),
      rules: settings.rules.filter(isClean),
    },
    accepted: [
      ...imported.accepted.map((one) => ({ ...one, reason: cleanReason(one.reason, look) })),
      ...cleaned.flatMap(({ accepted }) => accepted),
    ],
    lost: [
      ...imported.lost,
      ...cleaned.filter(({ isLost }) => isLost).map(() => ({ what: 'an allowlist', why: SPELLS })),
      ...settings.rules
        .filter((rule) => !isClean(rule))
        .map(({ id }) => ({ what: `rule ${id}`, why: SPELLS })),
    ],
  };
}

const SPELLS = 'it spells out what looks like a live secret; decide on that with keyhound triage';

function othersOf({ values: _, reason: __, ...entry }: AllowText): string {
  return JSON.stringify(entry);
}

function cleanReason(reason: string, look: Look): string {
  return look(reason).holdsSecret ? 'imported' : reason;
}

interface Cleaned {
  readonly entry?: AllowText;
  readonly accepted: readonly Accepted[];
  readonly isLost?: boolean;
}

function cleanEntry(entry: AllowText, look: Look): Cleaned {
  const { values = [], reason: given = 'imported', ...others } = entry;
  const reason = cleanReason(given, look);
  const live = values.filter((value) => look(value).holdsSecret);
  const hasOthers = Object.keys(others).some((key) => key !== 'rules' && key !== 'condition');
  if (look(othersOf(entry)).holdsSecret || (live.length > 0 && hasOthers && others.condition !== 'any'))
    return { accepted: [], isLost: true };
  const accepted = live.map(
    (source): Accepted => ({
      entry: `an allowed value (${reason})`,
      isValue: valueTest(source),
      state: 'accepted',
      reason,
    }),
  );
  const kept = values.filter((value) => !live.includes(value));
  if (kept.length === 0 && !hasOthers && live.length > 0) return { accepted };
  return { entry: { ...others, ...(kept.length > 0 ? { values: kept } : {}), reason }, accepted };
}

function valueTest(source: string): (text: string) => boolean {
  const [start = '', flags = ''] = /^\(\?([ims]+)\)/.exec(source) ?? [];
  const expression = new RegExp(source.slice(start.length), flags);
  return (text) => expression.test(text);
}
