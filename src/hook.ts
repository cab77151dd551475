/** What the entry of hooks is made of: it is bundled apart from everything else, so that a commit does not wait for it. */
export { findConfig } from './config/find-config.js';
export { type GlanceData, glanceAtCommit, glanceAtMessage } from './glance.js';
export type { PreparedKernel } from './kernel/kernel-prefilter.js';
export { cleanLine, type Paint } from './report/clean-line.js';
export { workTreeOf } from './sources/git/repository.js';
export { parseBaseline } from './suppress/baseline.js';
