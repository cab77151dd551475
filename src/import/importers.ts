import { detectSecrets } from './detect-secrets.js';
import { ggshield } from './ggshield.js';
import { gitAllowed, gitSecrets } from './git-secrets.js';
import { gitleaksConfig } from './gitleaks-config.js';
import { gitleaksIgnore } from './gitleaks-ignore.js';
import { gitleaksReport } from './gitleaks-report.js';
import type { Importer } from './imported.js';
import { secretlint, secretlintIgnore } from './secretlint.js';
import { credsweeper, githubScanning, kingfisher, ripsecrets, vaultRadar } from './small-formats.js';
import { talisman } from './talisman.js';
import { trufflehogConfig, trufflehogExclude, trufflehogReport } from './trufflehog.js';

/** All formats, in the order in which they are asked whether a file is theirs. */
export const importers: readonly Importer[] = [
  gitleaksConfig,
  gitleaksIgnore,
  gitleaksReport,
  detectSecrets,
  secretlint,
  secretlintIgnore,
  trufflehogExclude,
  trufflehogConfig,
  trufflehogReport,
  talisman,
  ripsecrets,
  gitAllowed,
  gitSecrets,
  ggshield,
  kingfisher,
  githubScanning,
  vaultRadar,
  credsweeper,
];
