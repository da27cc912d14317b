/** CommonJS: the `Module` function. Its statics are plain properties, since packages are known to replace them. */
import { dirname } from "../path/posix";
import { onStart } from "../startup";
import { loadPublicBuiltin } from "./builtin_exports";
import { builtinIdOf, unknownBuiltin } from "./builtin_names";
import { finishExports, unfinishedExports } from "./cjs_circular";
import { findPath, registeredExtension } from "./cjs_find";
import { isRelative, lookupPaths, nodeModulePaths, readGlobalFolders } from "./cjs_paths";
import { checkRequest } from "./cjs_require";
import { resolveFilename } from "./cjs_resolve";
import {
  addChild, type CjsModule, executing, type ModuleConstructor, parentOf, setParent,
} from "./cjs_state";
import { beginStatCache, endStatCache } from "./files";

declare const process: any;

// As properties of an object the functions get their names from the keys, which bundling cannot change.
const named = {
  Module: function (this: CjsModule, id = "", parent?: CjsModule | null) {
    this.id = id;
    this.path = dirname(id);
    this.exports = {};
    setParent(this, parent);
    addChild(parent, this, false);
    this.filename = null;
    this.loaded = false;
    this.children = [];
  },
};
/** A module: `new Module(id, parent)`. */
export const Module = named.Module as unknown as ModuleConstructor;

Module._cache = Object.create(null);
Module._pathCache = Object.create(null);
Module._extensions = Object.create(null);
Module.globalPaths = [];
Module["_debug"] = () => {};

/** Relative requests that were resolved before: `FOLDER\0REQUEST` to a file. */
let relativeCache: Record<string, string> = Object.create(null);
let depth = 0;
let preloading = false;

onStart(() => {
  relativeCache = Object.create(null);
  depth = 0;
  preloading = false;
});

Module._nodeModulePaths = nodeModulePaths;
Module._resolveLookupPaths = lookupPaths;
Module._findPath = (request, paths, isMain = false) =>
  findPath(request, paths, isMain, Module._pathCache, Module._extensions);
Module._resolveFilename = (request, parent, isMain = false, options) =>
  resolveFilename(Module, request, parent, isMain, options);
Module._initPaths = () => {
  Module.globalPaths = readGlobalFolders(process.env, process.execPath);
};

/** The exports of a cached module; a module that is still loading is watched (see cjs_circular). */
function cachedExports(parent: CjsModule | null | undefined, cached: CjsModule): any {
  addChild(parent, cached, true);
  return cached.loaded ? cached.exports : unfinishedExports(cached);
}

/** The exports that `request` from `parent` stands for; loads the module unless it is in the cache. */
Module._load = (request, parent, isMain = false) => {
  let relativeKey: string | undefined;
  if (parent && isRelative(request)) {
    relativeKey = `${parent.path}\0${request}`;
    const filename = relativeCache[relativeKey];
    if (filename !== undefined) {
      const cached = Module._cache[filename];
      if (cached !== undefined) return cachedExports(parent, cached);
      delete relativeCache[relativeKey];
    }
  }
  if (request.startsWith("node:")) {
    const id = builtinIdOf(request);
    if (id === undefined) throw unknownBuiltin(request);
    return loadPublicBuiltin(id);
  }
  const filename = Module._resolveFilename(request, parent, isMain);
  const cached = Module._cache[filename];
  if (cached !== undefined) return cachedExports(parent, cached);
  const builtin = builtinIdOf(filename);
  if (builtin !== undefined) return loadPublicBuiltin(builtin);

  const module = new Module(filename, parent);
  if (isMain) becomeMain(module);
  if (relativeKey !== undefined) relativeCache[relativeKey] = filename;
  loadInto(module, filename, parent, relativeKey);
  return module.exports;
};

/** Marks the module of the program itself. */
export function becomeMain(module: CjsModule): void {
  process.mainModule = module;
  module.id = ".";
  setParent(module, null);
}

function loadInto(
  module: CjsModule,
  filename: string,
  parent: CjsModule | null | undefined,
  relativeKey: string | undefined,
): void {
  Module._cache[filename] = module;
  let done = false;
  try {
    module.load(filename);
    done = true;
  } finally {
    // Not a catch: V8 remembers the place of an uncaught error as long as nobody rethrows it.
    if (done) {
      finishExports(module);
    } else {
      delete Module._cache[filename];
      if (relativeKey !== undefined) delete relativeCache[relativeKey];
      const children = parent?.children;
      const index = Array.isArray(children) ? children.indexOf(module) : -1;
      if (index >= 0) children!.splice(index, 1);
    }
  }
}

/** Runs the file through the handler of its extension. */
Module.prototype.load = function (this: CjsModule, filename: string): void {
  this.filename ??= filename;
  this.paths ??= nodeModulePaths(dirname(filename));
  executing.add(this);
  try {
    Module._extensions[registeredExtension(filename, Module._extensions)]!(this, filename);
  } finally {
    executing.delete(this);
  }
  this.loaded = true;
};

/** What `require(id)` inside the module does. */
Module.prototype.require = function (this: CjsModule, id: string): any {
  checkRequest(id);
  if (depth++ === 0) beginStatCache();
  try {
    return Module._load(id, this, false);
  } finally {
    if (--depth === 0) endStatCache();
  }
};

Object.defineProperty(Module.prototype, "isPreloading", {
  configurable: true,
  enumerable: false,
  get: () => preloading,
});
Object.defineProperty(Module.prototype, "parent", {
  configurable: true,
  enumerable: false,
  get(this: CjsModule) {
    return parentOf(this);
  },
  set(this: CjsModule, parent: CjsModule | null | undefined) {
    setParent(this, parent);
  },
});

/** Loads the modules given with `--require`, resolved from the current folder. */
Module._preloadModules = (requests) => {
  if (!Array.isArray(requests) || requests.length === 0) return;
  preloading = true;
  const parent = new Module("internal/preload", null);
  parent.paths = nodeModulePaths(process.cwd());
  try {
    for (const request of requests) parent.require(request);
  } finally {
    preloading = false;
  }
};
