/** `1 secret`, `2 secrets`, `12,345 files`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${number === 1 ? noun : `${noun}s`}`;
}

/** A number with thousands separated, the same on every machine. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `512 bytes`, `4.6 MB`; decimal units. */
export function size(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  if (bytes < 1000) return count(bytes, 'byte');
  let value = bytes / 1000;
  let unit = 0;
  for (; value >= 999.95 && unit < units.length - 1; unit++) value /= 1000;
  return `${value < 99.95 ? value.toFixed(1) : grouped(Math.round(value))} ${units[unit]}`;
}

/** A text of at most `length` characters, an ellipsis for what was cut. */
export function clip(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
