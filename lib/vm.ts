/** `node:vm`: compiling and running code, also in contexts of its own. Not a security boundary. */
import binding from "binding:vm";
import { ERR_INVALID_ARG_TYPE } from "./internal/errors";
import {
  validateArray, validateBoolean, validateObject, validateOneOf, validateString,
} from "./internal/validators";
import {
  checkCompileOptions, checkRunOptions, type CompileOptions, constants, importerOf, type RunOptions, unsupported,
} from "./internal/vm/options";

const kDefaultName = "evalmachine.<anonymous>";

export interface CreateContextOptions {
  name?: string;
  origin?: string;
  codeGeneration?: { strings?: boolean; wasm?: boolean };
  microtaskMode?: "afterEvaluate";
  importModuleDynamically?: CompileOptions["importModuleDynamically"];
}

/** Throws unless `object` was made a context by `createContext`. */
function validateContext(object: unknown, name: string): asserts object is object {
  if (object === null || typeof object !== "object" || !binding.isContext(object)) {
    throw new ERR_INVALID_ARG_TYPE(name, "vm.Context", object);
  }
}

/** A compiled script, which can be run more than once. */
class Script {
  #native: any;
  declare cachedDataRejected: boolean | undefined;
  declare cachedDataProduced: boolean | undefined;
  declare cachedData: Uint8Array | undefined;
  declare sourceMapURL: string | undefined;

  constructor(code: unknown, options: CompileOptions | string = {}) {
    const text = `${code}`;
    const checked = checkCompileOptions(options, kDefaultName);
    this.#native = new binding.VmScript(
      text, checked.filename, checked.lineOffset, checked.columnOffset, checked.cachedData,
      importerOf(checked.importModuleDynamically, () => this),
    );
    if (checked.cachedData !== undefined) this.cachedDataRejected = this.#native.cacheRejected();
    if (checked.produceCachedData) {
      this.cachedData = this.#native.createCachedData();
      this.cachedDataProduced = true;
    }
    this.sourceMapURL = this.#native.sourceMapUrl();
  }

  /** Runs in the main context; gives the value of the last statement. */
  runInThisContext(options?: RunOptions): unknown {
    return this.#native.run(undefined, checkRunOptions(options));
  }

  /** Runs with the properties of `contextifiedObject` as globals. */
  runInContext(contextifiedObject: object, options?: RunOptions): unknown {
    validateContext(contextifiedObject, "contextifiedObject");
    return this.#native.run(contextifiedObject, checkRunOptions(options));
  }

  /** Makes a context of `contextObject` and runs in it. */
  runInNewContext(contextObject?: object | symbol, options?: RunOptions & NewContextOptions): unknown {
    return this.runInContext(createContext(contextObject, contextOptions(options)), options);
  }

  /** V8's code cache of the script as it is now, for the option `cachedData`. */
  createCachedData(): Uint8Array {
    return this.#native.createCachedData();
  }
}

interface NewContextOptions {
  contextName?: string;
  contextOrigin?: string;
  contextCodeGeneration?: { strings?: boolean; wasm?: boolean };
  microtaskMode?: "afterEvaluate";
}

/** createContext's options from the names that runInNewContext has for them. */
function contextOptions(options: NewContextOptions | string | undefined): CreateContextOptions {
  if (options === undefined || typeof options === "string") return {};
  validateObject(options, "options");
  const { contextName, contextOrigin, contextCodeGeneration, microtaskMode } = options;
  if (contextName !== undefined) validateString(contextName, "options.contextName");
  if (contextOrigin !== undefined) validateString(contextOrigin, "options.contextOrigin");
  if (contextCodeGeneration !== undefined) validateObject(contextCodeGeneration, "options.contextCodeGeneration");
  const result: CreateContextOptions = {};
  if (contextName !== undefined) result.name = contextName;
  if (contextOrigin !== undefined) result.origin = contextOrigin;
  if (contextCodeGeneration !== undefined) result.codeGeneration = contextCodeGeneration;
  if (microtaskMode !== undefined) result.microtaskMode = microtaskMode;
  return result;
}

/** Makes `contextObject` the globals of a new context, unless it is a context already, and gives it back. */
function createContext(contextObject: object | symbol = {}, options: CreateContextOptions = {}): object {
  const vanilla = contextObject === constants.DONT_CONTEXTIFY;
  if (!vanilla) {
    validateObject(contextObject, "contextObject", { array: true, func: true });
    if (binding.isContext(contextObject)) return contextObject;
  }
  validateObject(options, "options");
  const { name, origin, codeGeneration, microtaskMode } = options;
  // V8 keeps no name of a context: both are for the inspector.
  if (name !== undefined) validateString(name, "options.name");
  if (origin !== undefined) validateString(origin, "options.origin");
  let strings = true;
  if (codeGeneration !== undefined) {
    validateObject(codeGeneration, "options.codeGeneration");
    const { wasm = true } = codeGeneration;
    strings = codeGeneration.strings ?? true;
    validateBoolean(strings, "options.codeGeneration.strings");
    validateBoolean(wasm, "options.codeGeneration.wasm");
    if (!wasm) throw unsupported("The option codeGeneration.wasm: false of node:vm");
  }
  if (microtaskMode !== undefined) {
    validateOneOf(microtaskMode, "options.microtaskMode", ["afterEvaluate", undefined]);
    throw unsupported("The option microtaskMode of node:vm");
  }
  const global = binding.makeContext(vanilla ? undefined : contextObject, strings) as object;
  return vanilla ? global : (contextObject as object);
}

/** True for an object that createContext made the globals of a context. */
function isContext(object: unknown): boolean {
  validateObject(object, "object", { array: true, func: true });
  return binding.isContext(object) as boolean;
}

const runOptions = (options: unknown): RunOptions | undefined =>
  typeof options === "string" ? undefined : (options as RunOptions | undefined);

/** `new Script(code, options).runInThisContext(options)` */
function runInThisContext(code: unknown, options?: (CompileOptions & RunOptions) | string): unknown {
  return new Script(code, options).runInThisContext(runOptions(options));
}

/** `new Script(code, options).runInContext(contextifiedObject, options)` */
function runInContext(
  code: unknown,
  contextifiedObject: object,
  options?: (CompileOptions & RunOptions) | string,
): unknown {
  validateContext(contextifiedObject, "contextifiedObject");
  return new Script(code, options).runInContext(contextifiedObject, runOptions(options));
}

/** Runs code with the properties of `contextObject` as globals. */
function runInNewContext(
  code: unknown,
  contextObject?: object | symbol,
  options?: (CompileOptions & RunOptions & NewContextOptions) | string,
): unknown {
  const context = createContext(contextObject, contextOptions(options));
  return runInContext(code, context, options);
}

/** `new Script(code, options)` */
function createScript(code: unknown, options?: CompileOptions | string): Script {
  return new Script(code, options);
}

interface CompileFunctionOptions extends CompileOptions {
  parsingContext?: object;
  contextExtensions?: object[];
}

/** The function with the body `code` and the parameters `params`. */
function compileFunction(code: string, params: readonly string[] = [], options: CompileFunctionOptions = {}): Function {
  validateString(code, "code");
  validateArray(params, "params");
  params.forEach((param, i) => validateString(param, `params[${i}]`));
  const checked = checkCompileOptions(options, "");
  const { parsingContext, contextExtensions = [] } = options;
  if (parsingContext !== undefined) validateContext(parsingContext, "options.parsingContext");
  validateArray(contextExtensions, "options.contextExtensions");
  contextExtensions.forEach((extension, i) =>
    validateObject(extension, `options.contextExtensions[${i}]`, { nullable: true }));
  let made: any;
  const [compiled, rejected] = binding.compileFunction(
    code, checked.filename, checked.lineOffset, checked.columnOffset, params as string[], parsingContext,
    contextExtensions, checked.cachedData, importerOf(checked.importModuleDynamically, () => made),
  ) as [any, boolean | undefined];
  made = compiled;
  if (rejected !== undefined) made.cachedDataRejected = rejected;
  if (checked.produceCachedData) {
    made.cachedData = binding.functionCache(made);
    made.cachedDataProduced = true;
  }
  return made;
}

function measureMemory(): never {
  throw unsupported("vm.measureMemory()");
}

export default {
  Script, createContext, createScript, runInContext, runInNewContext, runInThisContext, isContext, compileFunction,
  measureMemory, constants,
};
