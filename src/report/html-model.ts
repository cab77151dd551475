/** What the HTML report holds as data; the page in page/ reads it. All text in it is neutral already. */
export interface PageData {
  readonly tool: string;
  readonly rulesDigest: string;
  readonly mode: string;
  readonly outcome: string;
  readonly scanned: { readonly units: number; readonly bytes: number; readonly commits: number };
  /** Where and when, as far as it is known: repository, branch, revision, time. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly rules: readonly PageRule[];
  readonly commits: readonly PageCommit[];
  readonly skipped: readonly {
    readonly path: string;
    readonly reason: string;
    readonly incomplete: boolean;
  }[];
  readonly secrets: readonly PageSecret[];
}

export interface PageRule {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly impact: string;
  readonly remediation: string;
  /** Where to revoke it, where the remediation names a page. */
  readonly rotate?: string;
  readonly reference?: string;
}

export interface PageCommit {
  readonly id: string;
  readonly date?: string;
  readonly author?: string;
}

/** All places where one secret was found by one rule; `rule`, `entered` and `left` are indices. */
export interface PageSecret {
  readonly rule: number;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly confidence: 'certain' | 'probable' | 'possible';
  readonly redacted: string;
  readonly fingerprint: string;
  /** Whether it is in what is checked out, or was scanned as it is now. */
  readonly present: boolean;
  readonly suppressed?: boolean;
  /** The first commit that had it, and the last that took it away where it is gone: indices into `commits`. */
  readonly entered?: number;
  readonly left?: number;
  readonly places: readonly PagePlace[];
}

export interface PagePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly snippet: string;
  /** Short facts: encodings, how many times, where in a log, why suppressed. */
  readonly notes?: readonly string[];
  readonly commit?: number;
  readonly gone?: boolean;
}
