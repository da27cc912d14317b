/** The text of an assertion that failed: both values, or the lines in which they differ. */
import { shouldColorize } from "../util/colors";
import { diffLists, type DiffEntry } from "../util/diff";
import { inspect } from "../util/inspect";
import { kSentences } from "./operators";

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** A value in full, in an order that does not depend on that of its keys. */
export function show(value: unknown): string {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    breakLength: Infinity,
    sorted: true,
    getters: true,
  });
}

/** The colours of a message: those of stderr, where it will probably be seen. */
export interface Palette {
  green: string;
  red: string;
  blue: string;
  end: string;
}
const kNoColours: Palette = { green: "", red: "", blue: "", end: "" };
const kColours: Palette = { green: "\u001b[32m", red: "\u001b[31m", blue: "\u001b[34m", end: "\u001b[39m" };
function palette(): Palette {
  return shouldColorize(process.stderr) ? kColours : kNoColours;
}

const kShort = 12;
/** Lines without a difference that are shown in a row before the rest is skipped. */
const kContext = 5;
const kMostLines = 50;

/** `1 !== 2`, or the two one below the other with a caret below the first difference. */
function simple(actual: unknown, shownActual: string, expected: unknown, shownExpected: string, colours: Palette): string {
  const strings = typeof actual === "string" && typeof expected === "string";
  const quotes = (typeof actual === "string" ? 2 : 0) + (typeof expected === "string" ? 2 : 0);
  const length = shownActual.length + shownExpected.length;
  if (length - quotes <= kShort && (actual !== 0 || expected !== 0)) return `\n${shownActual} !== ${shownExpected}`;
  const { green, red, end } = colours;
  let text = `${header(colours)}\n\n${green}+${end} ${shownActual}\n${red}-${end} ${shownExpected}`;
  const columns = process.stderr.isTTY ? process.stderr.columns : 80;
  if (strings && length <= columns) {
    let at = 0;
    while (at < shownActual.length && shownActual[at] === shownExpected[at]) at++;
    // Within the first characters the difference is plain to see.
    if (at >= 3 && at < shownActual.length) text += `\n${" ".repeat(at + 2)}^`;
  }
  return text;
}

const header = ({ green, red, end }: Palette): string => `${green}+ actual${end} ${red}- expected${end}`;

/** `+` and `-` lines with some context; `...` stands for lines left out. */
function lines(entries: readonly DiffEntry[], full: boolean, colours: Palette): { text: string; skipped: boolean } {
  const { green, red, blue, end } = colours;
  const out: string[] = [];
  let skipped = false;
  for (let i = 0; i < entries.length; ) {
    const [operation, value] = entries[i]!;
    if (operation !== 0) {
      out.push(operation === 1 ? `${green}+${end} ${value}` : `${red}-${end} ${value}`);
      i++;
      continue;
    }
    let stop = i;
    while (stop < entries.length && entries[stop]![0] === 0) stop++;
    const run = entries.slice(i, stop).map((entry) => `  ${entry[1]}`);
    // A marker in the place of one or two lines would save nothing.
    if (full || run.length <= kContext + 2) {
      out.push(...run);
    } else {
      out.push(...run.slice(0, kContext), `${blue}...${end}`, run[run.length - 1]!);
      skipped = true;
    }
    i = stop;
  }
  return { text: out.join("\n"), skipped };
}

// A comma more at the end of a line, because another entry follows, is no difference.
const withoutComma = (line: string): string => (line.endsWith(",") ? line.slice(0, -1) : line);
const sameLine = (a: string, b: string): boolean => a === b || withoutComma(a) === withoutComma(b);
const withComma = (a: string, b: string): string => (a.endsWith(",") ? a : b);

/** The message of an equality that does not hold; the caller's own sentence stands in the place of ours. */
export function differenceMessage(
  actual: unknown,
  expected: unknown,
  operator: string,
  own: string | undefined,
  full: boolean,
): string {
  const colours = palette();
  let sentence = kSentences[operator];
  if (
    operator === "strictEqual" &&
    ((isObject(actual) && isObject(expected)) || (typeof actual === "function" && typeof expected === "function"))
  ) {
    sentence = kSentences["strictEqualObject"];
  }
  sentence = own ?? sentence;
  const shownActual = show(actual);
  const shownExpected = show(expected);
  const actualLines = shownActual.split("\n");
  const expectedLines = shownExpected.split("\n");
  if (shownActual === shownExpected) {
    // The same in every visible respect, but not the same object.
    const skip = !full && actualLines.length > kMostLines;
    const shown = skip ? `${actualLines.slice(0, kMostLines).join("\n")}\n...}` : shownActual;
    return `${kSentences["notIdentical"]}\n${skip ? "\n... Skipped lines" : ""}\n${shown}\n`;
  }
  const oneLine = actualLines.length === 1 && expectedLines.length === 1;
  if (oneLine && !isObject(actual) && !isObject(expected)) {
    return `${sentence}\n${simple(actual, shownActual, expected, shownExpected, colours)}\n`;
  }
  const comma = isObject(actual) && isObject(expected);
  const entries = diffLists(actualLines, expectedLines, comma ? sameLine : undefined, comma ? withComma : undefined);
  const { text, skipped } = lines(entries, full, colours);
  return `${sentence}\n${header(colours)}${skipped ? "\n... Skipped lines" : ""}\n\n${text}\n`;
}

/** The message of an inequality that does not hold: there is but one value to show. */
export function sameMessage(actual: unknown, operator: string): string {
  let sentence = kSentences[operator]!;
  if (operator === "notStrictEqual" && (isObject(actual) || typeof actual === "function")) {
    sentence = kSentences["notStrictEqualObject"]!;
  }
  let shown = show(actual).split("\n");
  if (shown.length > kMostLines) shown = [...shown.slice(0, kMostLines - 4), `${palette().blue}...${palette().end}`];
  if (shown.length === 1) return `${sentence}${shown[0]!.length > 5 ? "\n\n" : " "}${shown[0]}`;
  return `${sentence}\n\n${shown.join("\n")}\n`;
}

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 3)}...` : text);

/** The message of the loose comparisons, which show both values whole: `1 == 2`. */
export function looseMessage(actual: unknown, expected: unknown, operator: string): string {
  const shownActual = show(actual);
  const shownExpected = show(expected);
  if (operator === "notDeepEqual" && shownActual === shownExpected) {
    return cut(`${kSentences[operator]}\n\n${shownActual}`, 1024);
  }
  const first = cut(shownActual, 512);
  const second = cut(shownExpected, 512);
  if (operator === "deepEqual") {
    return `${kSentences[operator]}\n\n${first}\n\nshould loosely deep-equal\n\n${second}`;
  }
  const unequal = kSentences[`${operator}Unequal`];
  if (unequal !== undefined) return `${unequal}\n\n${first}\n\nshould not loosely deep-equal\n\n${second}`;
  return `${first} ${operator} ${second}`;
}
