/** Brace expansion as shells do it: `a{b,c}d` gives `abd` and `acd`, `{1..3}` counts, `{a..e..2}` steps. */

const kMaxExpansions = 100_000;

/** All texts that `pattern` stands for; the pattern itself when it has no braces that expand. */
export function expandBraces(pattern: string): string[] {
  // As in shells, an empty pair at the start stands for itself.
  if (pattern.startsWith("{}")) return expand(pattern.slice(2)).map((rest) => `{}${rest}`);
  return expand(pattern);
}

function expand(pattern: string): string[] {
  for (let open = pattern.indexOf("{"); open !== -1; open = pattern.indexOf("{", open + 1)) {
    const close = closingBrace(pattern, open);
    if (close === -1) continue;
    const before = pattern.slice(0, open);
    // `${...}` is a variable in shells and stays.
    if (before.endsWith("$")) {
      return expand(pattern.slice(close + 1)).map((rest) => pattern.slice(0, close + 1) + rest);
    }
    const choices = alternatives(pattern.slice(open + 1, close));
    if (choices === undefined) continue;
    const rests = expand(pattern.slice(close + 1));
    const all: string[] = [];
    for (const choice of choices) {
      for (const rest of rests) {
        if (all.length >= kMaxExpansions) return all;
        all.push(before + choice + rest);
      }
    }
    return all;
  }
  return [pattern];
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let i = open; i < pattern.length; i++) {
    if (pattern[i] === "{") depth++;
    else if (pattern[i] === "}" && --depth === 0) return i;
  }
  return -1;
}

function alternatives(body: string): string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < body.length; i++) {
    const char = body[i];
    if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (char === "," && depth === 0) {
      parts.push(body.slice(from, i));
      from = i + 1;
    }
  }
  if (parts.length === 0) return sequence(body) ?? nested(body);
  parts.push(body.slice(from));
  return parts.flatMap(expand);
}

/** `{a{b,c}}` expands inside, and keeps its own braces. */
function nested(body: string): string[] | undefined {
  const inner = expand(body);
  return inner.length > 1 ? inner.map((text) => `{${text}}`) : undefined;
}

const kNumbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/;
const kLetters = /^([a-zA-Z])\.\.([a-zA-Z])(?:\.\.(-?\d+))?$/;

function sequence(body: string): string[] | undefined {
  const numbers = kNumbers.exec(body);
  const match = numbers ?? kLetters.exec(body);
  if (match === null) return undefined;
  const [, first = "", last = "", stepText] = match;
  const from = numbers ? Number(first) : first.charCodeAt(0);
  const to = numbers ? Number(last) : last.charCodeAt(0);
  const step = Math.max(Math.abs(Number(stepText ?? 1)), 1);
  const padded = numbers !== null && (/^-?0\d/.test(first) || /^-?0\d/.test(last));
  const width = padded ? Math.max(first.length, last.length) : 0;
  const all: string[] = [];
  for (let value = from, n = 0; (from <= to ? value <= to : value >= to) && n < kMaxExpansions; n++) {
    all.push(numbers ? pad(value, width) : String.fromCharCode(value));
    value += from <= to ? step : -step;
  }
  return all;
}

function pad(value: number, width: number): string {
  const digits = String(Math.abs(value));
  return value < 0 ? `-${digits.padStart(width - 1, "0")}` : digits.padStart(width, "0");
}
