/** `util.styleText`: text in colours and styles by name. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { validateBoolean, validateOneOf, validateString } from "../validators";
import { shouldColorize } from "./colors";
import { inspect } from "./inspect";

export interface StyleTextOptions {
  /** Leaves the text plain where `stream` has no colours; true by default. */
  validateStream?: boolean;
  /** process.stdout by default. */
  stream?: any;
}

const isStream = (value: any): boolean =>
  value !== null &&
  typeof value === "object" &&
  (typeof value.pipe === "function" || typeof value.write === "function" || typeof value.getReader === "function" ||
    typeof value.getWriter === "function");

/** Wraps `text` in the codes of `format`: a name of `util.inspect.colors`, `none`, or a list of them, outermost first. */
export function styleText(format: string | readonly string[], text: string, options: StyleTextOptions = {}): string {
  const { validateStream = true } = options;
  const stream = options.stream === undefined && validateStream ? process.stdout : options.stream;
  validateString(text, "text");
  validateBoolean(validateStream, "options.validateStream");
  let skip = false;
  if (validateStream) {
    if (!isStream(stream)) {
      throw new ERR_INVALID_ARG_TYPE("stream", ["ReadableStream", "WritableStream", "Stream"], stream);
    }
    skip = !shouldColorize(stream);
  }
  let before = "";
  let after = "";
  for (const name of Array.isArray(format) ? (format as string[]) : [format as string]) {
    if (name === "none") continue;
    const codes = typeof name === "string" ? inspect.colors[name] : undefined;
    if (codes === undefined) validateOneOf(name, "format", Object.keys(inspect.colors));
    before += `\u001b[${codes![0]}m`;
    after = `\u001b[${codes![1]}m${after}`;
  }
  return skip ? text : before + text + after;
}
