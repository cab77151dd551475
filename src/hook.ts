/** What the entry of hooks is made of: it is bundled apart from everything else, so that a commit does not wait for it. */
export { CONFIG_NAMES, holdsConfig } from './config/find-config.js';
export { type GlanceData, type GlanceSurroundings, glanceAtCommit, glanceAtMessage } from './glance.js';
export type { PreparedKernel } from './kernel/kernel-prefilter.js';
export { cleanLine, type Paint } from './report/clean-line.js';
export { workTreeOf } from './sources/git/repository.js';
export { parseBaseline } from './suppress/baseline.js';
