import type { Companion, Confidence, Severity } from '../types.js';
import type { Honoured } from './honoured.js';

/** A configuration as the schema lets it pass. */
export interface ConfigInput {
  readonly extends?: string | readonly string[];
  readonly paths?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  readonly allow?: readonly AllowInput[];
  readonly rules?: readonly RuleInput[];
  readonly disabledRules?: readonly string[];
  readonly severities?: Readonly<Record<string, Severity>>;
  readonly confidence?: readonly ConfidenceInput[];
  readonly limits?: {
    readonly maxFileSize?: number | string;
    readonly archiveDepth?: number;
    readonly decodeDepth?: number;
  };
  readonly honour?: readonly Honoured[];
  readonly stores?: readonly unknown[];
  readonly storeValues?: object;
}

export interface AllowInput {
  readonly rules?: readonly string[];
  readonly paths?: readonly string[];
  readonly pathPatterns?: readonly string[];
  readonly values?: readonly string[];
  readonly matches?: readonly string[];
  readonly lines?: readonly string[];
  readonly stopWords?: readonly string[];
  readonly commits?: readonly string[];
  readonly condition?: 'all' | 'any';
  readonly reason?: string;
  readonly expires?: string;
}

export interface ConfidenceInput {
  readonly paths: readonly string[];
  readonly rules?: readonly string[];
  readonly min: Confidence;
}

export interface RuleInput {
  readonly id: string;
  readonly title?: string;
  readonly impact?: string;
  readonly reference?: string;
  readonly remediation?: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly keywords?: readonly string[];
  readonly pattern?: string;
  readonly value?: string;
  readonly assigned?: boolean;
  readonly minEntropy?: number;
  readonly exclude?: string;
  readonly check?: string;
  readonly companions?: readonly (Omit<Companion, 'pattern'> & { readonly pattern: string })[];
  readonly paths?: readonly string[];
  readonly pathPattern?: string;
  readonly examples?: { readonly match?: readonly string[]; readonly noMatch?: readonly string[] };
  readonly allow?: readonly AllowInput[];
}
