/** One segment of a glob pattern (no separators) as a regular expression. */

const kPosixClasses: Readonly<Record<string, string>> = {
  alnum: "\\p{L}\\p{Nl}\\p{Nd}",
  alpha: "\\p{L}\\p{Nl}",
  ascii: "\\x00-\\x7f",
  blank: "\\p{Zs}\\t",
  cntrl: "\\p{Cc}",
  digit: "\\p{Nd}",
  lower: "\\p{Ll}",
  print: "\\P{C}",
  punct: "\\p{P}",
  space: "\\p{Z}\\t\\r\\n\\v\\f",
  upper: "\\p{Lu}",
  word: "\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}",
  xdigit: "A-Fa-f0-9",
};

const kNoDot = "(?!\\.)";
const kNotDots = "(?!\\.{1,2}$)";

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** A compiled segment: a text to be equal to, or a regular expression. */
export type Segment = string | RegExp;

/** Compiles a segment. */
export function compileSegment(pattern: string, nocase: boolean): Segment {
  if (!/[*?[(]/.test(pattern)) return nocase ? new RegExp(`^${literal(pattern)}$`, "iu") : pattern;
  const parser = new SegmentParser(pattern);
  let source = parser.sequence(true, "$");
  if (!parser.magic && !nocase) return pattern;
  if (/^\*+$/.test(pattern)) source = `${kNoDot}[^/]+`;
  else if (pattern.startsWith(".")) source = kNotDots + source;
  return new RegExp(`^${source}$`, nocase ? "isu" : "su");
}

class SegmentParser {
  magic = false;
  private at = 0;
  private depth = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  /** Up to the end, or to `|` or `)` inside a group. `start`: nothing stands before it in the segment. */
  sequence(start: boolean, rest: string): string {
    let out = "";
    let first = start;
    while (this.at < this.text.length) {
      const char = this.text[this.at]!;
      if (this.depth > 0 && (char === "|" || char === ")")) break;
      if ("?*+@!".includes(char) && this.text[this.at + 1] === "(" && this.groupEnd(this.at + 1) !== -1) {
        out += this.group(char, first, rest);
        first = false;
        continue;
      }
      this.at++;
      if (char === "*" || char === "?") {
        while (char === "*" && this.text[this.at] === "*" && this.text[this.at + 1] !== "(") this.at++;
        this.magic = true;
        out += (first ? kNoDot : "") + (char === "*" ? "[^/]*?" : "[^/]");
      } else if (char === "[") {
        out += this.class(first);
      } else {
        out += literal(char);
      }
      first = false;
    }
    return out;
  }

  private groupEnd(open: number): number {
    let depth = 0;
    for (let i = open; i < this.text.length; i++) {
      if (this.text[i] === "(") depth++;
      else if (this.text[i] === ")" && --depth === 0) return i;
    }
    return -1;
  }

  /** An extended glob: `?(a|b)`, `*(a|b)`, `+(a|b)`, `@(a|b)`, `!(a|b)`. */
  private group(kind: string, first: boolean, rest: string): string {
    const end = this.groupEnd(this.at + 1);
    const after = end + 1;
    this.magic = true;
    this.at += 2;
    this.depth++;
    const choices: string[] = [];
    for (;;) {
      choices.push(this.sequence(first && kind !== "!", rest));
      if (this.text[this.at] !== "|") break;
      this.at++;
    }
    this.depth--;
    this.at = after;
    const body = choices.join("|");
    if (kind !== "!") return `(?:${body})${kind === "@" ? "" : kind}`;
    const tail = new SegmentParser(this.text.slice(after)).sequence(false, rest);
    const guard = first && !choices.some((choice) => choice.startsWith("\\.")) ? kNoDot : "";
    return `(?:${guard}(?!(?:${body})${tail}${rest})[^/]*?)`;
  }

  /** A bracket expression; `[` alone stands for itself. */
  private class(first: boolean): string {
    const text = this.text;
    let i = this.at;
    const negated = text[i] === "!" || text[i] === "^";
    if (negated) i++;
    let body = "";
    for (let begin = i; i < text.length; ) {
      const char = text[i]!;
      if (char === "]" && i > begin) {
        this.at = i + 1;
        this.magic = true;
        return (first ? kNoDot : "") + (body === "" ? (negated ? "[^/]" : "(?!)") : `[${negated ? "^" : ""}${body}]`);
      }
      const named = /^\[:(\w+):\]/.exec(text.slice(i, i + 12));
      const set = named && kPosixClasses[named[1]!];
      if (named && set !== undefined && set !== null) {
        body += set;
        i += named[0].length;
      } else if (text[i + 1] === "-" && i + 2 < text.length && text[i + 2] !== "]") {
        const last = text[i + 2]!;
        if (char <= last) body += `${literal(char)}-${literal(last)}`;
        i += 3;
      } else {
        body += literal(char);
        i++;
      }
    }
    return "\\[";
  }
}
