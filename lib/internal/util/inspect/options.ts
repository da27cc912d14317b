/** Options of `util.inspect`, the state of one inspection, and the colours. */
import { validateObject } from "../../validators";

/** What `util.inspect` accepts, as documented for Node. */
export interface InspectOptions {
  showHidden?: boolean;
  depth?: number | null;
  colors?: boolean;
  customInspect?: boolean;
  showProxy?: boolean;
  maxArrayLength?: number | null;
  maxStringLength?: number | null;
  breakLength?: number;
  compact?: boolean | number;
  sorted?: boolean | ((a: string, b: string) => number);
  getters?: boolean | "get" | "set";
  numericSeparator?: boolean;
  stylize?: Stylize;
}

export type Stylize = (text: string, style: string) => string;

/** One inspection under way: the options in full, and where it is. */
export interface Context {
  showHidden: boolean;
  depth: number | null;
  colors: boolean;
  customInspect: boolean;
  showProxy: boolean;
  maxArrayLength: number;
  maxStringLength: number;
  breakLength: number;
  compact: boolean | number;
  sorted: boolean | ((a: string, b: string) => number);
  getters: boolean | "get" | "set";
  numericSeparator: boolean;
  stylize: Stylize;
  /** Columns to the left of what is being written. */
  indent: number;
  /** The objects between the root and here. */
  seen: object[];
  /** The depth of the object whose entries are being written. */
  currentDepth: number;
  /** Objects that a `[Circular *n]` points to, with their n. */
  circular: Map<object, number> | undefined;
  /** Characters written so far, by indentation: a guard against results that fit into no string. */
  budget: Record<number, number>;
  /** The caller's own options with unknown keys, handed on to custom inspection functions. */
  extra: object | undefined;
}

export const defaults: Required<Omit<InspectOptions, "stylize">> = Object.seal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

/** `util.inspect.defaultOptions = value` */
export function setDefaults(value: unknown): void {
  validateObject(value, "options");
  Object.assign(defaults, value);
}

const sgr = (on: number, off: number): [number, number] => [on, off];
const grey = sgr(90, 39);
const bgGrey = sgr(100, 49);
/** ANSI SGR codes by name: to switch on, and to switch off again. */
export const colors: Record<string, [number, number]> = Object.assign(Object.create(null), {
  reset: sgr(0, 0),
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  italic: sgr(3, 23),
  underline: sgr(4, 24),
  blink: sgr(5, 25),
  inverse: sgr(7, 27),
  hidden: sgr(8, 28),
  strikethrough: sgr(9, 29),
  doubleunderline: sgr(21, 24),
  black: sgr(30, 39),
  red: sgr(31, 39),
  green: sgr(32, 39),
  yellow: sgr(33, 39),
  blue: sgr(34, 39),
  magenta: sgr(35, 39),
  cyan: sgr(36, 39),
  white: sgr(37, 39),
  bgBlack: sgr(40, 49),
  bgRed: sgr(41, 49),
  bgGreen: sgr(42, 49),
  bgYellow: sgr(43, 49),
  bgBlue: sgr(44, 49),
  bgMagenta: sgr(45, 49),
  bgCyan: sgr(46, 49),
  bgWhite: sgr(47, 49),
  framed: sgr(51, 54),
  overlined: sgr(53, 55),
  gray: grey,
  redBright: sgr(91, 39),
  greenBright: sgr(92, 39),
  yellowBright: sgr(93, 39),
  blueBright: sgr(94, 39),
  magentaBright: sgr(95, 39),
  cyanBright: sgr(96, 39),
  whiteBright: sgr(97, 39),
  bgGray: bgGrey,
  bgRedBright: sgr(101, 49),
  bgGreenBright: sgr(102, 49),
  bgYellowBright: sgr(103, 49),
  bgBlueBright: sgr(104, 49),
  bgMagentaBright: sgr(105, 49),
  bgCyanBright: sgr(106, 49),
  bgWhiteBright: sgr(107, 49),
});
// Other names for the same colours: not listed, but accepted.
const aliases: Record<string, string> = {
  grey: "gray",
  blackBright: "gray",
  bgGrey: "bgGray",
  bgBlackBright: "bgGray",
  faint: "dim",
  crossedout: "strikethrough",
  strikeThrough: "strikethrough",
  crossedOut: "strikethrough",
  conceal: "hidden",
  swapColors: "inverse",
  swapcolors: "inverse",
  doubleUnderline: "doubleunderline",
};
for (const [alias, name] of Object.entries(aliases)) {
  Object.defineProperty(colors, alias, {
    get: () => colors[name],
    set: (value) => {
      colors[name] = value;
    },
    configurable: true,
    enumerable: false,
  });
}

/** The colour of each kind of value. */
export const styles: Record<string, string> = Object.assign(Object.create(null), {
  special: "cyan",
  number: "yellow",
  bigint: "yellow",
  boolean: "yellow",
  undefined: "grey",
  null: "bold",
  string: "green",
  symbol: "green",
  date: "magenta",
  regexp: "red",
  module: "underline",
});

export const plain: Stylize = (text) => text;

export function colourful(text: string, style: string): string {
  const name = styles[style];
  const code = name === undefined ? undefined : colors[name];
  return code === undefined ? text : `\u001b[${code[0]}m${text}\u001b[${code[1]}m`;
}

/** A fresh context from the defaults and the caller's options. */
export function makeContext(options: InspectOptions | null | undefined): Context {
  const ctx: Context = {
    showHidden: defaults.showHidden,
    depth: defaults.depth,
    colors: defaults.colors,
    customInspect: defaults.customInspect,
    showProxy: defaults.showProxy,
    maxArrayLength: defaults.maxArrayLength as number,
    maxStringLength: defaults.maxStringLength as number,
    breakLength: defaults.breakLength,
    compact: defaults.compact,
    sorted: defaults.sorted,
    getters: defaults.getters,
    numericSeparator: defaults.numericSeparator,
    stylize: plain,
    indent: 0,
    seen: [],
    currentDepth: 0,
    circular: undefined,
    budget: {},
    extra: undefined,
  };
  if (options) {
    for (const key of Object.keys(options)) {
      if (Object.hasOwn(defaults, key) || key === "stylize") (ctx as any)[key] = (options as any)[key];
      else ctx.extra ??= options;
    }
  }
  return ctx;
}

/** Brings options that need it into the form in which the formatters use them. */
export function settle(ctx: Context): void {
  if (ctx.colors) ctx.stylize = colourful;
  if (ctx.maxArrayLength === null) ctx.maxArrayLength = Infinity;
  if (ctx.maxStringLength === null) ctx.maxStringLength = Infinity;
}

/**
 * The options that a custom inspection function gets. For an object of another realm they must not lead back to this
 * realm's objects: then they have no prototype and hold nothing but primitive values and `stylize`.
 */
export function optionsForCustom(ctx: Context, foreign: boolean): Record<string, unknown> {
  const options: Record<string, unknown> = {
    stylize: ctx.stylize,
    showHidden: ctx.showHidden,
    depth: ctx.depth,
    colors: ctx.colors,
    customInspect: ctx.customInspect,
    showProxy: ctx.showProxy,
    maxArrayLength: ctx.maxArrayLength,
    maxStringLength: ctx.maxStringLength,
    breakLength: ctx.breakLength,
    compact: ctx.compact,
    sorted: ctx.sorted,
    getters: ctx.getters,
    numericSeparator: ctx.numericSeparator,
    ...ctx.extra,
  };
  if (!foreign) return options;
  Object.setPrototypeOf(options, null);
  for (const key of Object.keys(options)) {
    const value = options[key];
    if ((typeof value === "object" || typeof value === "function") && value !== null) delete options[key];
  }
  options["stylize"] = Object.setPrototypeOf((text: unknown, style: string) => {
    try {
      return `${ctx.stylize(text as string, style)}`;
    } catch {
      return text;
    }
  }, null);
  return options;
}
