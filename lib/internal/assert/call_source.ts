/** The source text of the call that is running, for `assert(x)`'s message. */
import inspectBinding from "binding:inspect";

/** Where the part of the source that begins at `start` (a quote or a backtick) ends. */
function skipText(code: string, start: number): number {
  const mark = code[start];
  for (let at = start + 1; at < code.length; at++) {
    const char = code[at];
    if (char === "\\") at++;
    else if (char === mark) return at;
    else if (mark === "`" && char === "$" && code[at + 1] === "{") at = skipBrackets(code, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

/** Whether a slash behind `code[last]` begins a regular expression, and is no division. */
function startsRegExp(code: string, last: number): boolean {
  const before = code.slice(Math.max(0, last - 10), last + 1);
  return /(?:^|[=(,:;!&|?{}[+\-*%~^<>]|\b(?:return|typeof|in|of|new|void))$/.test(before);
}

function skipRegExp(code: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < code.length && code[at] !== "\n"; at++) {
    const char = code[at];
    if (char === "\\") at++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "/" && !inClass) return at;
  }
  return -1;
}

/** The place of the bracket that closes the one at `start`; -1 when there is none. */
function skipBrackets(code: string, start: number): number {
  let depth = 0;
  // The last place that was neither space nor comment.
  let last = start;
  for (let at = start; at < code.length; at++) {
    const char = code[at]!;
    if (/\s/.test(char)) continue;
    if (char === "/" && code[at + 1] === "/") {
      at = code.indexOf("\n", at);
    } else if (char === "/" && code[at + 1] === "*") {
      const end = code.indexOf("*/", at + 2);
      at = end === -1 ? -1 : end + 1;
    } else {
      if ("([{".includes(char)) depth++;
      else if (")]}".includes(char)) {
        if (--depth === 0) return at;
      } else if (char === "'" || char === '"' || char === "`") at = skipText(code, at);
      else if (char === "/" && startsRegExp(code, last)) at = skipRegExp(code, at);
      last = at;
    }
    if (at === -1) return -1;
  }
  return -1;
}

// `a.b[c]?.d`, `(x)`: what may stand before the last name or the bracket of a call.
const kName = "[\\p{ID_Start}$_][\\p{ID_Continue}$]*";
const kChain = `(?:${kName}|\\([^()\\n]*\\))(?:\\s*\\??\\.\\s*${kName}|\\s*(?:\\?\\.)?\\[[^[\\]\\n]*\\])*`;
// Made when an assertion fails: V8 takes more time over Unicode's classes than over all the rest of `assert`.
const makePatterns = () => ({
  callee: new RegExp(`${kChain}\\s*(?:\\?\\.)?\\s*$`, "u"),
  owner: new RegExp(`${kChain}\\s*\\??\\.\\s*$`, "u"),
  named: new RegExp(`^${kName}\\s*\\(`, "u"),
});
let patterns: ReturnType<typeof makePatterns> | undefined;

/** The text of the call at `line` and `column` (both from 1), without the indentation that it has in the file. */
export function callTextAt(source: string, line: number, column: number): string | undefined {
  patterns ??= makePatterns();
  let start = 0;
  for (let i = 1; i < line; i++) {
    start = source.indexOf("\n", start) + 1;
    if (start === 0) return undefined;
  }
  const lineStart = start;
  start += column - 1;
  // V8 points at the last name of `a.b.c(...)`, or at the bracket when there is none.
  let open = start;
  let before = patterns.callee;
  if (source[start] !== "(") {
    const name = patterns.named.exec(source.slice(start, start + 200));
    if (name === null) return undefined;
    open += name[0].length - 1;
    before = patterns.owner;
  }
  const close = skipBrackets(source, open);
  if (close === -1) return undefined;
  const owner = before.exec(source.slice(lineStart, start));
  if (owner !== null) start -= owner[0].length;
  else if (before === patterns.callee) return undefined;
  const indent = start - lineStart;
  const [first, ...rest] = source.slice(start, close + 1).split("\n");
  return [
    first,
    ...rest.map((text) => {
      let at = 0;
      while (at < indent && (text[at] === " " || text[at] === "\t")) at++;
      return `  ${text.slice(at)}`;
    }),
  ].join("\n");
}

/** The text of the user's call that led here; undefined when its source is not known. */
export function callText(): string | undefined {
  try {
    const place = inspectBinding.callerSource() as [string, number, number] | undefined;
    return place === undefined ? undefined : callTextAt(...place);
  } catch {
    return undefined;
  }
}
