/** `util.diff`, and the line difference in assertion messages: E. Myers' shortest edit script. */
import { ERR_INVALID_ARG_TYPE } from "../errors";

/** 0: in both; 1: only in the actual list; -1: only in the expected one. */
export type Operation = 0 | 1 | -1;
export type DiffEntry = [operation: Operation, value: string];

type Same = (a: string, b: string) => boolean;
type Merge = (a: string, b: string) => string;

// Effort and memory grow with the square of the number of differences: past this many, what is left is not matched.
const kMaxDifferences = 3000;

/**
 * The way from `actual` to `expected`; of neighbouring differences the actual ones come first. Where `same` takes two
 * unequal values for the same, `merge` says which of them is listed.
 */
export function diffLists(
  actual: readonly string[],
  expected: readonly string[],
  same: Same = Object.is,
  merge: Merge = (a) => a,
): DiffEntry[] {
  let start = 0;
  let actualEnd = actual.length;
  let expectedEnd = expected.length;
  while (start < actualEnd && start < expectedEnd && same(actual[start]!, expected[start]!)) start++;
  while (actualEnd > start && expectedEnd > start && same(actual[actualEnd - 1]!, expected[expectedEnd - 1]!)) {
    actualEnd--;
    expectedEnd--;
  }
  const result: DiffEntry[] = [];
  for (let i = 0; i < start; i++) result.push([0, merge(actual[i]!, expected[i]!)]);
  const middle = myers(actual.slice(start, actualEnd), expected.slice(start, expectedEnd), same, merge);
  for (const entry of middle) result.push(entry);
  for (let i = 0; actualEnd + i < actual.length; i++) {
    result.push([0, merge(actual[actualEnd + i]!, expected[expectedEnd + i]!)]);
  }
  return result;
}

function myers(a: readonly string[], b: readonly string[], same: Same, merge: Merge): DiffEntry[] {
  const [n, m] = [a.length, b.length];
  const most = Math.min(n + m, kMaxDifferences);
  // furthest[k + offset]: how far in `a` the best path on diagonal k = x - y has come.
  const offset = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(furthest.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[offset + k - 1]! < furthest[offset + k + 1]!);
      let x = down ? furthest[offset + k + 1]! : furthest[offset + k - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && same(a[x]!, b[y]!)) {
        x++;
        y++;
      }
      furthest[offset + k] = x;
      if (x >= n && y >= m) return walkBack(a, b, trace, merge);
    }
  }
  return [...a.map((value): DiffEntry => [1, value]), ...b.map((value): DiffEntry => [-1, value])];
}

/** Follows the recorded steps from the end to the beginning. */
function walkBack(a: readonly string[], b: readonly string[], trace: readonly Int32Array[], merge: Merge): DiffEntry[] {
  const reversed: DiffEntry[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const furthest = trace[d]!;
    const at = (k: number): number => furthest[k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : at(fromK);
    const fromY = d === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      x--;
      y--;
      reversed.push([0, merge(a[x]!, b[y]!)]);
    }
    if (d === 0) break;
    if (down) reversed.push([-1, b[--y]!]);
    else reversed.push([1, a[--x]!]);
  }
  return reversed.reverse();
}

function listOf(value: unknown, name: string): readonly string[] {
  if (typeof value === "string") return [...value];
  if (!Array.isArray(value)) throw new ERR_INVALID_ARG_TYPE(name, ["string", "Array"], value);
  value.forEach((item, i) => {
    if (typeof item !== "string") throw new ERR_INVALID_ARG_TYPE(`${name}[${i}]`, "string", item);
  });
  return value as string[];
}

/**
 * Compares two strings (by character) or two lists of strings. Each entry is `[0, value]` for what both have, `[1, value]`
 * for what only `actual` has, `[-1, value]` for what only `expected` has; nothing when they are equal.
 */
export function diff(actual: string | readonly string[], expected: string | readonly string[]): DiffEntry[] {
  if (actual === expected) return [];
  const entries = diffLists(listOf(actual, "actual"), listOf(expected, "expected"));
  return entries.every(([operation]) => operation === 0) ? [] : entries;
}
