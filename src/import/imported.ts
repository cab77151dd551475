/** What an import needs to know of keyhound's own rules. */
export interface KnownRule {
  readonly id: string;
  readonly provider: string;
}

/** An entry of a configuration's `allow`, as it is written. */
export interface AllowText {
  rules?: readonly string[];
  paths?: readonly string[];
  pathPatterns?: readonly string[];
  values?: readonly string[];
  matches?: readonly string[];
  lines?: readonly string[];
  stopWords?: readonly string[];
  commits?: readonly string[];
  condition?: 'any';
  reason?: string;
}

/** A rule of one's own, as a configuration writes it. */
export interface RuleText {
  readonly id: string;
  readonly title?: string;
  readonly keywords?: readonly string[];
  readonly pattern: string;
  readonly minEntropy?: number;
  readonly paths?: readonly string[];
  readonly pathPattern?: string;
  readonly severity?: string;
  readonly allow?: readonly AllowText[];
}

/** Settings to be added to a configuration. */
export interface SettingsText {
  readonly exclude: readonly string[];
  readonly allow: readonly AllowText[];
  readonly rules: readonly RuleText[];
  readonly disabledRules: readonly string[];
  readonly honour: readonly string[];
}

/** Something the other tool lets pass: the baseline gets the fingerprint of what keyhound finds there. */
export interface Accepted {
  /** As the other tool writes it, without a value. */
  readonly entry: string;
  readonly path?: string;
  readonly commit?: string;
  readonly line?: number;
  /** Ids of keyhound's rules that find it; absent: any. */
  readonly rules?: readonly string[];
  /** Whether a text is the value, or its SHA-1 in hex; neither: place and rule are enough. */
  readonly isValue?: (text: string) => boolean;
  readonly sha1?: string;
  /** Whether the file's content is still the one that was accepted. */
  readonly isContent?: (content: Uint8Array) => boolean;
  readonly state: 'false-positive' | 'test-fixture' | 'accepted';
  readonly reason: string;
}

/** Something that could not be carried over, and why. */
export interface Lost {
  readonly what: string;
  readonly why: string;
}

/** What a file of another tool says, in keyhound's words. */
export interface Imported {
  readonly settings: SettingsText;
  readonly accepted: readonly Accepted[];
  readonly lost: readonly Lost[];
  /** What a person should know though nothing is lost. */
  readonly remarks: readonly string[];
}

/** A file to import. */
export interface ImportInput {
  /** Relative to the repository, for messages and for `base` of what is in it. */
  readonly file: string;
  readonly text: string;
  readonly known: readonly KnownRule[];
  /** Takes over rules for which keyhound has its own, too. */
  readonly allRules: boolean;
  /** Another file of the repository; undefined where there is none. */
  readonly readFile: (path: string) => string | undefined;
}

/** Reads one format. `read` throws UserError for a file that is not of it. */
export interface Importer {
  readonly format: string;
  /** Whether a file is of this format, by its name and, where that says little, by its text. */
  recognises(name: string, text: string): boolean;
  read(input: ImportInput): Imported;
}

/** Gathers what an import finds, piece by piece. */
export interface Draft {
  readonly exclude: string[];
  readonly allow: AllowText[];
  readonly rules: RuleText[];
  readonly disabledRules: string[];
  readonly honour: string[];
  readonly accepted: Accepted[];
  readonly lost: Lost[];
  readonly remarks: string[];
}

/** An import that has found nothing yet. */
export function newDraft(): Draft {
  return {
    exclude: [],
    allow: [],
    rules: [],
    disabledRules: [],
    honour: [],
    accepted: [],
    lost: [],
    remarks: [],
  };
}

/** What a draft has come to. */
export function finish({ accepted, lost, remarks, ...settings }: Draft): Imported {
  const disabledRules = [...new Set(settings.disabledRules)].sort();
  return { settings: { ...settings, disabledRules }, accepted, lost, remarks };
}
