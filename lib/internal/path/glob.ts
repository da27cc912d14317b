/** Glob patterns over whole paths: `path.matchesGlob`. */
import { validateString } from "../validators";
import { expandBraces } from "./braces";
import { compileSegment, type Segment } from "./glob_segment";

const kGlobstar = Symbol("**");

/** A pattern made ready for many paths. */
export class Glob {
  private readonly alternatives: (Segment | typeof kGlobstar)[][];
  private readonly windows: boolean;

  /** With `windows`, `\` separates in paths as well. */
  constructor(pattern: string, windows: boolean) {
    this.windows = windows;
    // Case is of no account where the file systems of this machine say so, whichever flavour was asked.
    const nocase = process.platform === "darwin" || process.platform === "win32";
    // A backslash separates in a pattern on every system; it never escapes.
    this.alternatives = expandBraces(pattern.replaceAll("\\", "/")).map((text) =>
      simplify(text.split(/\/+/)).map((part) => (part === "**" ? kGlobstar : compileSegment(part, nocase))),
    );
  }

  /** Does the whole path match? */
  matches(path: string): boolean {
    const text = this.windows ? path.replaceAll("\\", "/") : path;
    const parts = simplify(text.split(/\/+/));
    return this.alternatives.some((pattern) => matchParts(pattern, parts));
  }
}

/** Without `name/..` pairs, and without `.` and empty segments between others; those at either end mean something. */
function simplify(parts: string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const previous = out[out.length - 1];
    if (i > 0 && i < parts.length - 1 && (part === "." || part === "")) continue;
    if (part === ".." && previous !== undefined && ![".", "..", "**", ""].includes(previous)) out.pop();
    else out.push(part);
  }
  if (out.length === 2 && out[0] === "." && (out[1] === "." || out[1] === "")) out.pop();
  return out.length === 0 ? [""] : out;
}

function matchParts(pattern: readonly (Segment | typeof kGlobstar)[], parts: readonly string[]): boolean {
  // reach[i]: the pattern read so far can stand for the first i parts.
  let reach = new Array<boolean>(parts.length + 1).fill(false);
  reach[0] = true;
  for (let p = 0; p < pattern.length; p++) {
    const segment = pattern[p]!;
    const next = new Array<boolean>(parts.length + 1).fill(false);
    if (segment === kGlobstar) {
      let open = false;
      for (let i = 0; i <= parts.length; i++) {
        // `a/**` matches what is inside a, not a itself.
        if (i < parts.length) open ||= reach[i]!;
        next[i] = open;
        // A hidden name ends what ** stands for.
        if (i < parts.length && parts[i]!.startsWith(".")) open = false;
      }
    } else {
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!;
        if (reach[i]) next[i + 1] = typeof segment === "string" ? segment === part : segment.test(part);
      }
    }
    reach = next;
  }
  // A separator at the end of the path is of no account.
  const length = parts.length;
  return reach[length]! || (length > 1 && parts[length - 1] === "" && reach[length - 1]!);
}

let last: { pattern: string; windows: boolean; glob: Glob } | undefined;

/** `path.matchesGlob` for one flavour. */
export function matchesGlob(path: string, pattern: string, windows: boolean): boolean {
  validateString(path, "path");
  validateString(pattern, "pattern");
  if (last === undefined || last.pattern !== pattern || last.windows !== windows) {
    last = { pattern, windows, glob: new Glob(pattern, windows) };
  }
  return last.glob.matches(path);
}
