export type Verdict = 'proven' | 'plausible' | 'refuted';
export type Check = (secret: string) => Verdict;
export const checks: Readonly<Record<string, Check>> = {};
