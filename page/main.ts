import type { PageData } from '../src/report/html-model.js';
import { h } from './dom.js';
import { gaps } from './gaps.js';
import { header, verdict } from './overview.js';
import { rotateFirst } from './rotate.js';
import { secretList } from './secrets.js';
import { spread } from './spread.js';
import { timeline } from './timeline.js';

const data: PageData = JSON.parse(document.getElementById('data')?.textContent ?? '');
const list = secretList(data);
const sections = [
  verdict(data, (severity) => list.show({ severity })),
  rotateFirst(data, ({ fingerprint }) => list.show({ words: fingerprint })),
  timeline(data, (from, to) => list.show({ from, to })),
  spread(data, (words) => list.show({ words })),
  ...(data.secrets.length > 0 ? [list.element] : []),
  gaps(data),
];
const main = h('main', {}, ...sections);
const footer = h(
  'footer',
  {},
  `Made by ${data.tool}. Rules ${data.rulesDigest}. It says where secrets are: share it with care.`,
);
document.getElementById('page')?.append(header(data), main, footer);
