type Child = Node | string | undefined | false;
type Properties = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. Text becomes text, never markup; functions become listeners. */
export function h<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Properties = {},
  ...children: Child[]
) {
  return fill(document.createElement(tag), properties, children);
}

/** An SVG element, made like an HTML one. */
export function svg<T extends keyof SVGElementTagNameMap>(
  tag: T,
  properties: Properties = {},
  ...children: Child[]
) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill<E extends Element>(element: E, properties: Properties, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
  return element;
}

/** A link that leaves the report: a new tab that learns nothing of this one. Only http and https. */
export function external(url: string, text: string, className = '') {
  if (!/^https?:\/\//.test(url)) return h('span', {}, text);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer', class: className }, text);
}

/** Numbers and nouns for people: `1 secret`, `20,000 secrets`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? noun : `${noun}s`}`;
}
