/** The options that the functions of `node:vm` share. */
import { ERR_INVALID_ARG_TYPE, coded } from "../errors";
import { registerScriptImport } from "../modules/esm_loader";
import {
  validateBoolean, validateFunction, validateInt32, validateObject, validateString, validateUint32,
} from "../validators";

const ERR_VM_MODULE_NOT_MODULE = coded(
  Error,
  "ERR_VM_MODULE_NOT_MODULE",
  "Provided module is not an instance of Module",
);
const ERR_VM_UNSUPPORTED = coded(
  Error,
  "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM",
  (what: string) => `${what} is not supported by Rondo`,
);
/** An option that Rondo does not have: refused instead of ignored. */
export function unsupported(what: string): Error {
  return new ERR_VM_UNSUPPORTED(what);
}

export const constants = Object.freeze({
  __proto__: null,
  /** `import()` in the script goes through the loader of the main context, from the script's file name. */
  USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol("vm_dynamic_import_main_context_default"),
  /** `createContext(DONT_CONTEXTIFY)` makes a context with an ordinary global object. */
  DONT_CONTEXTIFY: Symbol("vm_context_no_contextify"),
});

export type ImportModuleDynamically =
  | ((specifier: string, referrer: unknown, attributes: Record<string, string>) => unknown)
  | symbol
  | undefined;

export interface CompileOptions {
  /** Shown in stack traces; the place that `import()` starts from. */
  filename?: string;
  lineOffset?: number;
  columnOffset?: number;
  /** What `createCachedData` gave for the same source. */
  cachedData?: ArrayBufferView;
  produceCachedData?: boolean;
  importModuleDynamically?: ImportModuleDynamically;
}
export interface RunOptions {
  /** Attach the source line to errors. Rondo always does. */
  displayErrors?: boolean;
  /** Milliseconds after which the script is ended. */
  timeout?: number;
  breakOnSigint?: boolean;
}

export type Checked = Required<Pick<CompileOptions, "filename" | "lineOffset" | "columnOffset" | "produceCachedData">> &
  Pick<CompileOptions, "cachedData" | "importModuleDynamically">;

/** Options of a compilation with the defaults filled in; a string is a file name. */
export function checkCompileOptions(options: unknown, defaultName: string): Checked {
  if (typeof options === "string") options = { filename: options };
  validateObject(options, "options");
  const {
    filename = defaultName, lineOffset = 0, columnOffset = 0, cachedData, produceCachedData = false,
    importModuleDynamically,
  } = options as CompileOptions;
  validateString(filename, "options.filename");
  validateInt32(lineOffset, "options.lineOffset");
  validateInt32(columnOffset, "options.columnOffset");
  if (cachedData !== undefined && !ArrayBuffer.isView(cachedData)) {
    throw new ERR_INVALID_ARG_TYPE("options.cachedData", ["Buffer", "TypedArray", "DataView"], cachedData);
  }
  validateBoolean(produceCachedData, "options.produceCachedData");
  return { filename, lineOffset, columnOffset, cachedData, produceCachedData, importModuleDynamically };
}

/** The timeout of a run, 0 for none. */
export function checkRunOptions(options: unknown): number {
  if (options === undefined) return 0;
  validateObject(options, "options");
  const { displayErrors = true, timeout, breakOnSigint = false } = options as RunOptions;
  validateBoolean(displayErrors, "options.displayErrors");
  validateBoolean(breakOnSigint, "options.breakOnSigint");
  if (breakOnSigint) throw unsupported("The option breakOnSigint of node:vm");
  if (timeout === undefined) return 0;
  validateUint32(timeout, "options.timeout", true);
  return timeout;
}

const isNamespace = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.prototype.toString.call(value) === "[object Module]";

/**
 * What goes into a script's host-defined options: undefined for the default loader, false for none, a symbol for a
 * function. `self` gives what the function gets as the referrer.
 */
export function importerOf(hook: ImportModuleDynamically, self: () => unknown): undefined | false | symbol {
  if (hook === undefined) return false;
  if (hook === constants.USE_MAIN_CONTEXT_DEFAULT_LOADER) return undefined;
  validateFunction(hook, "options.importModuleDynamically");
  return registerScriptImport(async (specifier, attributes) => {
    const module = await hook(specifier, self(), { ...attributes });
    if (!isNamespace(module)) throw new ERR_VM_MODULE_NOT_MODULE();
    return module as object;
  });
}
