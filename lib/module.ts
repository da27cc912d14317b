/** `node:module`: the `Module` function of CommonJS with the rest of the documented API. */
import { fileURLToPath, pathToFileURL } from "./internal/url/file";
import { URL } from "./internal/url/url";
import { builtinIdOf, isBuiltinRequest, publicBuiltinList } from "./internal/modules/builtin_names";
import "./internal/modules/cjs_extensions";
import { Module } from "./internal/modules/cjs_module";
import { nodeModulePaths } from "./internal/modules/cjs_paths";
import { makeRequire, type Require } from "./internal/modules/cjs_require";
import {
  compileCacheStatus,
  enableCompileCache,
  flushCompileCache,
  getCompileCacheDir,
} from "./internal/modules/compile_cache";
import { conditionsForImport } from "./internal/modules/conditions";
import { ERR_UNSUPPORTED_MODULE_FEATURE } from "./internal/modules/errors";
import { resolveEsm } from "./internal/modules/esm_resolve";
import { syncBuiltinExports } from "./internal/modules/esm_synthetic";
import { packageScope } from "./internal/modules/package_json";
import "./internal/modules/run_main";
import { dirname, isAbsolute } from "./path";
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "./internal/errors";
import { validateString } from "./internal/validators";

const kFilenameText = "must be a file URL object, file URL string, or absolute path string";

/**
 * A `require` function for the file `filename` (an absolute path or a file URL), for use in ES modules.
 * A name that ends with a slash stands for a file in that folder.
 */
function createRequire(filename: string | URL): Require {
  let path: string;
  if (filename instanceof URL || (typeof filename === "string" && !isAbsolute(filename))) {
    try {
      path = fileURLToPath(filename);
    } catch {
      throw new ERR_INVALID_ARG_VALUE("filename", filename, kFilenameText);
    }
  } else if (typeof filename === "string") {
    path = filename;
  } else {
    throw new ERR_INVALID_ARG_VALUE("filename", filename, kFilenameText);
  }
  const isFolder = path.endsWith("/");
  const module = new Module(isFolder ? `${path}noop.js` : path, undefined);
  module.filename = isFolder ? `${path}noop.js` : path;
  module.paths = nodeModulePaths(isFolder ? path : dirname(module.filename));
  return makeRequire(Module, module);
}

/**
 * The package.json that applies to `specifier`, seen from `base`: for a bare specifier the one of that package, else
 * the nearest above the file. Undefined when there is none.
 */
function findPackageJSON(specifier: string | URL, base?: string | URL): string | undefined {
  if (typeof specifier !== "string" && !(specifier instanceof URL)) {
    throw new ERR_INVALID_ARG_TYPE("specifier", ["string", "URL"], specifier);
  }
  const text = String(specifier);
  const from = base === undefined ? undefined : String(base);
  const parent = from === undefined ? undefined : from.startsWith("/") ? pathToFileURL(from).href : from;
  if (text.startsWith("/")) return packageScope(text)?.path;
  if (text.startsWith("file:")) return packageScope(fileURLToPath(text))?.path;
  if (parent === undefined) throw new ERR_INVALID_ARG_TYPE("base", ["string", "URL"], base);
  if (builtinIdOf(text) !== undefined) return undefined;
  let url: string;
  try {
    url = resolveEsm(text, parent, conditionsForImport());
  } catch (error) {
    const missing = (error as { url?: string }).url;
    if (missing === undefined) throw error;
    url = missing;
  }
  return packageScope(fileURLToPath(url))?.path;
}

const unsupported = (name: string, reason: string) => (): never => {
  throw new ERR_UNSUPPORTED_MODULE_FEATURE(`module.${name}()`, reason);
};

Object.assign(Module, {
  createRequire,
  findPackageJSON,
  isBuiltin: isBuiltinRequest,
  syncBuiltinESMExports: syncBuiltinExports,
  register: unsupported("register", "it has no customization hooks for modules"),
  registerHooks: unsupported("registerHooks", "it has no customization hooks for modules"),
  enableCompileCache,
  getCompileCacheDir,
  flushCompileCache,
  stripTypeScriptTypes: unsupported("stripTypeScriptTypes", "it does not compile TypeScript"),
  findSourceMap(path: string): undefined {
    validateString(path, "path");
    return undefined; // source maps are not read, hence there is none for any file
  },
  constants: Object.freeze({ compileCacheStatus }),
  Module,
});

let builtinModules: string[] | undefined;
Object.defineProperty(Module, "builtinModules", {
  enumerable: true,
  configurable: true,
  get: () => (builtinModules ??= publicBuiltinList()),
  set(value: unknown) {
    Object.defineProperty(Module, "builtinModules", { value, writable: true, enumerable: true, configurable: true });
  },
});

export default Module;
