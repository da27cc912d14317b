/** Primitive values as text: quoting, numbers, widths, control sequences. */
import { validateString } from "../../validators";
import type { Context, Stylize } from "./options";

// What a quoted string must not show as it is: controls, the backslash, lone surrogates; and the quote in use.
const kUnsafe = /[\x00-\x1f\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const kUnsafeAll = new RegExp(kUnsafe.source, "g");
const kUnsafeOrQuote = new RegExp(`'|${kUnsafe.source}`, "g");
const kShort: Record<string, string> = {
  "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "\\": "\\\\", "'": "\\'",
};

function escapeUnit(unit: string): string {
  const short = kShort[unit];
  if (short !== undefined) return short;
  const code = unit.charCodeAt(0);
  if (code > 0xff) return `\\u${code.toString(16)}`;
  return `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
}
/** Escapes control characters, for property keys in brackets. */
export const escapeControls = (text: string): string => text.replace(kUnsafeAll, escapeUnit);

/** A string literal in the quotes that need the fewest escapes: single, then double, then backticks. */
export function quote(text: string): string {
  if (!text.includes("'")) return kUnsafe.test(text) ? `'${text.replace(kUnsafeAll, escapeUnit)}'` : `'${text}'`;
  const mark = !text.includes('"') ? '"' : !text.includes("`") && !text.includes("${") ? "`" : "'";
  return mark + text.replace(mark === "'" ? kUnsafeOrQuote : kUnsafeAll, escapeUnit) + mark;
}

/** Digits in groups of three, counted from the right: `1_234_567`. */
export function groupDigits(digits: string): string {
  const first = digits.startsWith("-") ? 1 : 0;
  let end = digits.length;
  let grouped = "";
  for (; end >= first + 4; end -= 3) grouped = `_${digits.slice(end - 3, end)}${grouped}`;
  return digits.slice(0, end) + grouped;
}
/** Digits after the decimal point, grouped from the left: `123_456_7`. */
function groupFraction(digits: string): string {
  let start = 0;
  let grouped = "";
  for (; start < digits.length - 3; start += 3) grouped += `${digits.slice(start, start + 3)}_`;
  return grouped + digits.slice(start);
}

/** A number; -0 keeps its sign, except (as in Node) among digits in groups. */
export function numberText(value: number, separator: boolean): string {
  if (value === 0) return Object.is(value, -0) && !separator ? "-0" : "0";
  const text = `${value}`;
  if (!separator || !Number.isFinite(value) || text.includes("e")) return text;
  const whole = `${Math.trunc(value)}`;
  if (whole === text) return groupDigits(text);
  const point = text.indexOf(".");
  return `${groupDigits(text.slice(0, point))}.${groupFraction(text.slice(point + 1))}`;
}
export function bigintText(value: bigint, separator: boolean): string {
  const text = String(value);
  return `${separator ? groupDigits(text) : text}n`;
}

/** Wide enough to be broken at its newlines. */
const kMinimumToBreak = 16;

function stringText(stylize: Stylize, value: string, ctx: Context): string {
  let text = value;
  let trailer = "";
  if (text.length > ctx.maxStringLength) {
    const rest = text.length - ctx.maxStringLength;
    text = text.slice(0, ctx.maxStringLength);
    trailer = `... ${rest} more character${rest > 1 ? "s" : ""}`;
  }
  if (
    ctx.compact !== true &&
    text.length > kMinimumToBreak &&
    text.length > ctx.breakLength - ctx.indent - 4 &&
    text.includes("\n")
  ) {
    const lines = text.split(/(?<=\n)/);
    return lines.map((line) => stylize(quote(line), "string")).join(` +\n${" ".repeat(ctx.indent + 2)}`) + trailer;
  }
  return stylize(quote(text), "string") + trailer;
}

/** Any value that is not an object or a function. */
export function primitiveText(stylize: Stylize, value: unknown, ctx: Context): string {
  switch (typeof value) {
    case "string":
      return stringText(stylize, value, ctx);
    case "number":
      return stylize(numberText(value, ctx.numericSeparator), "number");
    case "bigint":
      return stylize(bigintText(value, ctx.numericSeparator), "bigint");
    case "boolean":
      return stylize(`${value}`, "boolean");
    case "symbol":
      return stylize(Symbol.prototype.toString.call(value), "symbol");
    default:
      return value === null ? stylize("null", "null") : stylize("undefined", "undefined");
  }
}

// ECMA-48: a control sequence; a string (OSC, DCS, SOS, PM, APC) up to its terminator; any other escape.
const kControlSequence = new RegExp(
  [
    String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`,
    String.raw`(?:\u001b[\]PX^_]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)`,
    String.raw`\u001b[ -/]*[0-~]`,
  ].join("|"),
  "g",
);

/** `util.stripVTControlCharacters`: the text without ANSI control sequences. */
export function stripVTControlCharacters(text: string): string {
  validateString(text, "str");
  return /[\u001b\u009b\u009d]/.test(text) ? text.replace(kControlSequence, "") : text;
}

const kColour = /\u001b\[\d\d?m/g;
/** The length without the colours that `inspect` itself adds. */
export const lengthWithoutColours = (text: string): number => text.replace(kColour, "").length;

const kZeroWidth = /[\p{Mn}\p{Me}\p{Cf}\u0000-\u001f\u007f-\u009f]/u;
// East Asian wide and fullwidth ranges, and emoji that are shown as pictures.
const kWide = new RegExp(
  String.raw`[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff` +
    String.raw`\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}` +
    String.raw`\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}`,
  "u",
);

/** How many terminal columns the text takes. */
export function stringWidth(text: string, stripControls = true): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  const shown = (stripControls ? stripVTControlCharacters(text) : text).normalize("NFC");
  let width = 0;
  for (const char of shown) width += kZeroWidth.test(char) ? 0 : kWide.test(char) ? 2 : 1;
  return width;
}
