/** Errors: the stack, made to name the class, with cause, further properties, and colours. */
import { isBuiltin } from "../../builtins";
import { Kind } from "./kinds";
import { prefixOf } from "./names";
import type { Context } from "./options";

export const isErrorLike = (value: unknown, kind: number): value is Error =>
  kind === Kind.error || (kind === Kind.plain && value instanceof Error);

const stackOf = (error: any): string => (error.stack ? String(error.stack) : Error.prototype.toString.call(error));

/** Takes out of `keys` what the stack shows already; adds `cause` and `errors`, which are not enumerable. */
function chooseKeys(ctx: Context, error: any, stack: string, keys: PropertyKey[]): void {
  if (!ctx.showHidden && keys.length !== 0) {
    for (const key of ["name", "message", "stack"]) {
      const index = keys.indexOf(key);
      if (index !== -1 && stack.includes(String(error[key]))) keys.splice(index, 1);
    }
  }
  if ("cause" in error && !keys.includes("cause")) keys.push("cause");
  if (Array.isArray(error.errors) && !keys.includes("errors")) keys.push("errors");
}

/** Puts the class's name in the first line where that says only a parent's: `Error: x` of a `class Foo extends Error`. */
function nameClass(stack: string, className: string | null, name: string, tag: string): string {
  let length = name.length;
  const plainStart =
    name.endsWith("Error") &&
    stack.startsWith(name) &&
    (stack.length === length || stack[length] === ":" || stack[length] === "\n");
  if (className !== null && !plainStart) return stack;
  let fallback = "Error";
  if (className === null) {
    const start =
      /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/.exec(stack) ?? /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
    fallback = start?.[1] ?? "";
    length = fallback.length;
    fallback ||= "Error";
  }
  const prefix = prefixOf(className, tag, fallback).slice(0, -1);
  if (name === prefix) return stack;
  if (!prefix.includes(name)) return `${prefix} [${name}]${stack.slice(length)}`;
  return length === 0 ? `${prefix}: ${stack}` : `${prefix}${stack.slice(length)}`;
}

/** Where `lines` has more than three lines in a row that `other` has too. */
function overlap(lines: readonly string[], other: readonly string[]): { at: number; length: number } | undefined {
  for (let at = 0; at < lines.length - 3; at++) {
    const start = other.indexOf(lines[at]!);
    if (start === -1) continue;
    const most = Math.min(lines.length - at, other.length - start);
    if (other.length - start <= 3) continue;
    let length = 1;
    while (length < most && lines[at + length] === other[start + length]) length++;
    if (length > 3) return { at, length };
  }
  return undefined;
}

/** The stack's frames; those that the cause's stack will show again are counted instead. */
function frames(ctx: Context, error: any, text: string): string[] {
  const lines = text.split("\n");
  const cause: unknown = error.cause;
  if (cause instanceof Error) {
    const causeStack = stackOf(cause);
    const start = causeStack.indexOf("\n    at");
    const common = start === -1 ? undefined : overlap(lines, causeStack.slice(start + 1).split("\n"));
    if (common) {
      const skipped = common.length - 2;
      const note = ctx.stylize(`    ... ${skipped} lines matching cause stack trace ...`, "undefined");
      lines.splice(common.at + 1, skipped, note);
    }
  }
  return lines;
}

const kInternalFrame = /^ {4}at (?:[^/\\(]+ \(|)node:(.+):\d+:\d+\)?$/;
const kModule = /([/\\]node_modules[/\\])((?:@[^/\\]+[/\\])?[^/\\]+)(?=[/\\])/g;

/** Greys out the runtime's own frames and the working directory, underlines packages. */
function colourFrame(ctx: Context, line: string, cwd: string | undefined): string {
  const internal = kInternalFrame.exec(line);
  if (internal !== null && (internal[1]!.startsWith("internal/") || isBuiltin(internal[1]!))) {
    return ctx.stylize(line, "undefined");
  }
  const text = line.replace(kModule, (_all, folder, name) => folder + ctx.stylize(name, "module"));
  if (cwd === undefined) return text;
  let start = text.indexOf(cwd);
  let length = cwd.length;
  if (start === -1) {
    const url = `file://${cwd}`;
    start = text.indexOf(url);
    length = url.length;
  } else if (text.startsWith("file://", start - 7)) {
    start -= 7;
    length += 7;
  }
  if (start === -1) return text;
  // The bracket before and the slash behind belong to the greyed part.
  const bracket = text[start - 1] === "(" ? 1 : 0;
  const end = start + length + 1;
  const tail = bracket && text.endsWith(")") ? text.length - 1 : text.length;
  return (
    text.slice(0, start - bracket) +
    ctx.stylize(text.slice(start - bracket, end), "undefined") +
    text.slice(end, tail) +
    (tail === text.length ? "" : ctx.stylize(")", "undefined"))
  );
}

function workingDirectory(): string | undefined {
  try {
    return (globalThis as any).process?.cwd();
  } catch {
    return undefined;
  }
}

/** An error's own text. Takes the keys out of `keys` that it shows, adds those that are listed although hidden. */
export function describeError(
  ctx: Context,
  error: any,
  className: string | null,
  tag: string,
  keys: PropertyKey[],
): string {
  const name = error.name != null ? String(error.name) : "Error";
  let stack = stackOf(error);
  chooseKeys(ctx, error, stack, keys);
  stack = nameClass(stack, className, name, tag);

  // The message may itself hold lines that look like frames.
  const message = error.message;
  let from = (message && stack.indexOf(message)) || -1;
  if (from !== -1) from += message.length;
  const start = stack.indexOf("\n    at", from);
  if (start === -1) {
    stack = `[${stack}]`;
  } else {
    let lines = frames(ctx, error, stack.slice(start + 1));
    if (ctx.colors) {
      const cwd = workingDirectory();
      lines = lines.map((line) => colourFrame(ctx, line, cwd));
    }
    stack = `${stack.slice(0, start)}\n${lines.join("\n")}`;
  }
  return ctx.indent === 0 ? stack : stack.replaceAll("\n", `\n${" ".repeat(ctx.indent)}`);
}
