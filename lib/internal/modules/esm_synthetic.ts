/** Modules that are not written as ES modules: built-ins, JSON, CommonJS. Each becomes a native synthetic module. */
import binding from "binding:modules";
import { dirname, extname } from "../path/posix";
import { loadPublicBuiltin } from "./builtin_exports";
import { builtinIdOf } from "./builtin_names";
import { declaredFormat, provideSource } from "./cjs_extensions";
import { Module } from "./cjs_module";
import { nodeModulePaths } from "./cjs_paths";
import { parseCommonJs } from "../deps/cjs_lexer";
import { onStart } from "../startup";
import { readSource, stripBom } from "./files";
import { builtinJobs } from "./esm_map";
import { lazyExportsOf } from "./lazy_exports";
import { reword } from "./reword";

/** The names a built-in exports besides `default`. */
const builtinNames = (exports: object): string[] => Object.keys(exports).filter((name) => name !== "default");

const isObject = (value: unknown): value is Record<string, unknown> =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** A built-in: `default` is what `require` gives, its own enumerable properties are named exports. */
export function makeBuiltinModule(id: string): number {
  const exports = loadPublicBuiltin(id);
  const names = isObject(exports) ? builtinNames(exports) : [];
  const builtin: Builtin = { exports, names, lazy: lazyExportsOf(id), evaluated: false };
  const handle: number = binding.createSynthetic(`node:${id}`, ["default", ...names], () => {
    builtin.evaluated = true;
    setBuiltinExports(handle, builtin);
  });
  builtinHandles.set(handle, builtin);
  return handle;
}

interface Builtin {
  readonly exports: any;
  readonly names: readonly string[];
  /** Of the names those that are not to be read yet. */
  lazy: readonly string[];
  evaluated: boolean;
}
const builtinHandles = new Map<number, Builtin>();
onStart(() => builtinHandles.clear());

function setBuiltinExports(handle: number, { exports, names, lazy }: Builtin): void {
  for (const name of names) if (!lazy.includes(name)) binding.setExport(handle, name, readQuietly(exports, name));
  binding.setExport(handle, "default", exports);
}

/** Whether a module is that of a built-in with exports that were not read yet. */
export function hasLazyExports(handle: number): boolean {
  const builtin = builtinHandles.get(handle);
  return builtin !== undefined && builtin.lazy.length > 0;
}
/** Gives such exports their values: now, or when the module runs. */
export function readLazyExports(handle: number): void {
  const builtin = builtinHandles.get(handle);
  if (builtin === undefined) return;
  const names = builtin.lazy;
  builtin.lazy = [];
  if (!builtin.evaluated) return;
  for (const name of names) binding.setExport(handle, name, readQuietly(builtin.exports, name));
}

/** `module.syncBuiltinESMExports()`: named exports of built-ins take the values that `require` gives now. */
export function syncBuiltinExports(): void {
  for (const job of builtinJobs()) {
    const builtin = builtinHandles.get(job.handle);
    if (builtin) setBuiltinExports(job.handle, builtin);
  }
}

/** The property's value; undefined when its getter throws. */
function readQuietly(object: any, name: string): unknown {
  try {
    return object[name];
  } catch {
    return undefined;
  }
}

/** JSON text as a module with a default export; shares its value with `require` of the same file. */
export function makeJsonModule(url: string, path: string | undefined, source: string): number {
  const shared = path !== undefined && !/[?#]/.test(url) ? path : undefined;
  const cached = shared === undefined ? undefined : Module._cache[shared];
  let value: unknown;
  if (cached?.loaded) {
    value = cached.exports;
  } else {
    try {
      value = JSON.parse(stripBom(source));
    } catch (error) {
      reword(error as Error, `${path ?? url}: ${(error as Error).message}`);
      throw error;
    }
    if (shared !== undefined) {
      const module = new Module(shared, undefined);
      module.filename = shared;
      module.paths = nodeModulePaths(dirname(shared));
      module.exports = value;
      module.loaded = true;
      Module._cache[shared] = module;
    }
  }
  const handle: number = binding.createSynthetic(url, ["default"], () => {
    binding.setExport(handle, "default", value);
  });
  return handle;
}

/** Export names by file, as the lexer finds them. A file in a cycle of re-exports sees the names found so far. */
const namesOfFile = new Map<string, Set<string>>();
onStart(() => namesOfFile.clear());

function cjsNames(path: string, source: string | undefined): Set<string> {
  const known = namesOfFile.get(path);
  if (known !== undefined) return known;
  const names = new Set<string>();
  namesOfFile.set(path, names);
  let found: { exports: string[]; reexports: string[] };
  try {
    found = parseCommonJs(source ?? stripBom(readSource(path)));
  } catch {
    return names; // running it will tell what is wrong
  }
  for (const name of found.exports) names.add(name);
  if (found.reexports.length === 0) return names;
  const from = new Module(path, undefined);
  from.filename = path;
  from.paths = nodeModulePaths(dirname(path));
  for (const request of found.reexports) {
    for (const name of namesOfReexport(request, from)) names.add(name);
  }
  return names;
}

function namesOfReexport(request: string, from: InstanceType<typeof Module>): Iterable<string> {
  let target: string;
  try {
    target = Module._resolveFilename(request, from, false);
  } catch {
    return [];
  }
  const builtin = builtinIdOf(target);
  if (builtin !== undefined) return builtinNames(loadPublicBuiltin(builtin));
  const extension = extname(target);
  const isCommonJs =
    extension === ".cjs" || ((extension === ".js" || !(extension in Module._extensions)) &&
      declaredFormat(target) !== "module");
  return isCommonJs ? cjsNames(target, undefined) : [];
}

/** A CommonJS file: it runs (or is taken from `require.cache`) when the module is evaluated. */
export function makeCommonJsModule(url: string, path: string, source: string, isMain: boolean): number {
  const names = [...cjsNames(path, source)].filter((name) => name !== "default" && name !== "module.exports");
  const handle: number = binding.createSynthetic(url, ["default", ...names, "module.exports"], () => {
    if (Module._cache[path] === undefined) provideSource(path, source);
    const exports = Module._load(path, undefined, isMain);
    for (const name of names) {
      if (isObject(exports) && Object.hasOwn(exports, name)) {
        binding.setExport(handle, name, readQuietly(exports, name));
      }
    }
    binding.setExport(handle, "default", exports);
    binding.setExport(handle, "module.exports", exports);
  });
  return handle;
}
