/**
 * The last segment of a path, `path.slice(start, end)`, without `suffix`. Trailing separators of `path` begin at `end`.
 *
 * A suffix never removes a whole name; where it covers more than the name, separators after the name come back, as
 * programs have come to see in Node.
 */
export function baseWithoutSuffix(path: string, suffix: string, start: number, end: number): string {
  if (suffix.length > path.length || suffix.length === 0) return path.slice(start, end);
  if (suffix === path) return "";
  if (start >= end) return path.slice(start);
  const base = path.slice(start, end);
  if (base.endsWith(suffix)) return base.length > suffix.length ? base.slice(0, base.length - suffix.length) : base;
  if (suffix.length > base.length && suffix.endsWith(base)) return path.slice(start);
  return base;
}

/** Where the extension of `base` begins: at its last dot, unless that dot starts the name; -1 when it has none. */
export function extensionIndex(base: string): number {
  const dot = base.lastIndexOf(".");
  return dot <= 0 || base === ".." ? -1 : dot;
}
