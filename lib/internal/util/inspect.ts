/** `util.inspect`, `util.format` and what belongs to them: the one file that others import. */
export { format, formatArgs, formatWithOptions } from "./inspect/format";
export { inspect } from "./inspect/inspect";
export type { Inspect } from "./inspect/inspect";
export { Kind, kindOf, previewEntries, promiseDetails, proxyDetails } from "./inspect/kinds";
export { defaults, plain, type Context, type InspectOptions } from "./inspect/options";
export { stringWidth, stripVTControlCharacters } from "./inspect/text";
export { custom } from "./inspect/value";
