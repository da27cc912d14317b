/** The heart of `path`: removing empty, `.` and `..` segments. */

const kDot = 46;

/**
 * `path` without empty and `.` segments, with `..` applied, and without a separator at its end. The first `start`
 * characters (the root) are kept as they are. `keepUp` keeps a `..` that climbs above the start, as relative paths need.
 * When nothing is to be changed, `path` itself is returned: no allocation.
 *
 * Only `separator` (one character, whose code is `code`) splits segments.
 */
export function collapse(path: string, start: number, keepUp: boolean, separator: string, code: number): string {
  const length = path.length;
  let out = ""; // what is finished, without the root
  let run = start; // path[run, segment) waits to be copied in one piece
  let segment = start; // where the current segment begins
  let depth = 0; // segments that a `..` may take back
  let changed = false;

  for (let i = start; i <= length; i++) {
    if (i !== length && path.charCodeAt(i) !== code) continue;
    const size = i - segment;
    const drop = size === 0 || (size === 1 && path.charCodeAt(segment) === kDot);
    const up = size === 2 && path.charCodeAt(segment) === kDot && path.charCodeAt(segment + 1) === kDot;
    if (up && depth === 0 && keepUp) {
      // An ordinary segment, except that no `..` takes it back.
    } else if (drop || up) {
      if (i !== length || size !== 0 || segment !== start) changed = true;
      if (segment - 1 > run) {
        const piece = path.slice(run, segment - 1);
        out = out.length === 0 ? piece : out + separator + piece;
      }
      if (up && depth > 0) {
        const cut = out.lastIndexOf(separator);
        out = cut === -1 ? "" : out.slice(0, cut);
        depth--;
      }
      run = i + 1;
    } else {
      depth++;
    }
    segment = i + 1;
  }
  if (!changed) return path;
  if (run < length) {
    const piece = path.slice(run);
    out = out.length === 0 ? piece : out + separator + piece;
  }
  return start === 0 ? out : path.slice(0, start) + out;
}
