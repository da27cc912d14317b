/** Sets and maps: entries are matched whatever their order. */
import { kLoose, kPartial, type Memo, type Mode } from "./types";

/** How elements are compared: `deepEqual`, which cannot be imported by what it imports. */
type Equal = (a: unknown, b: unknown, mode: Mode, memo: Memo) => boolean;

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Takes an element of `candidates` that equals `value` out of them. */
function takeEqual(candidates: Set<unknown>, value: unknown, mode: Mode, memo: Memo, deepEqual: Equal): boolean {
  for (const candidate of candidates) {
    if (deepEqual(candidate, value, mode, memo)) {
      candidates.delete(candidate);
      return true;
    }
  }
  return false;
}

/** Every element of `b` has a partner of its own in `a`. */
export function setsEqual(a: Set<unknown>, b: Set<unknown>, mode: Mode, memo: Memo, deepEqual: Equal): boolean {
  if (mode === kPartial ? b.size > a.size : a.size !== b.size) return false;
  let open: unknown[] | undefined;
  for (const value of b) {
    if (a.has(value)) continue;
    // A primitive value that is not there can only be found by `==`.
    if (!isObject(value) && mode !== kLoose) return false;
    (open ??= []).push(value);
  }
  if (open === undefined) return true;
  const candidates = new Set<unknown>();
  for (const value of a) {
    if (!b.has(value) && (mode === kLoose || isObject(value))) candidates.add(value);
  }
  return open.every((value) => takeEqual(candidates, value, mode, memo, deepEqual));
}

/** Every entry of `b` has a partner of its own in `a`. */
export function mapsEqual(
  a: Map<unknown, unknown>,
  b: Map<unknown, unknown>,
  mode: Mode,
  memo: Memo,
  deepEqual: Equal,
): boolean {
  if (mode === kPartial ? b.size > a.size : a.size !== b.size) return false;
  let open: [unknown, unknown][] | undefined;
  for (const entry of b) {
    const [key, value] = entry;
    if (a.has(key) && deepEqual(a.get(key), value, mode, memo)) continue;
    if (!isObject(key) && mode !== kLoose) return false;
    (open ??= []).push(entry);
  }
  if (open === undefined) return true;
  const candidates = new Map<unknown, unknown>();
  for (const [key, value] of a) {
    if (mode === kLoose || isObject(key)) {
      if (!(b.has(key) && deepEqual(value, b.get(key), mode, memo))) candidates.set(key, value);
    }
  }
  return open.every(([key, value]) => {
    for (const [otherKey, otherValue] of candidates) {
      if (deepEqual(otherKey, key, mode, memo) && deepEqual(otherValue, value, mode, memo)) {
        candidates.delete(otherKey);
        return true;
      }
    }
    return false;
  });
}
