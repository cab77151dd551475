/** Tools whose ignore comments keyhound can honour. */
export const HONOURED = [
  'betterleaks',
  'detect-secrets',
  'gitleaks',
  'kingfisher',
  'secretlint',
  'trufflehog',
] as const;
export type Honoured = (typeof HONOURED)[number];
