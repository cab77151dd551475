/** A value, and what of it may be printed alone: each of its lines, and the texts in it where it is JSON. */
export function partsOf(value: Buffer): Buffer[] {
  const lines = value.toString('utf8').split(/\r?\n/);
  return [
    value,
    ...(lines.length > 1 ? lines.map((line) => Buffer.from(line.trim())) : []),
    ...jsonLeaves(value),
  ];
}

function jsonLeaves(value: Buffer): Buffer[] {
  try {
    return leaves(JSON.parse(value.toString('utf8')));
  } catch {
    return [];
  }
}

function leaves(value: unknown): Buffer[] {
  if (typeof value === 'string') return [Buffer.from(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
