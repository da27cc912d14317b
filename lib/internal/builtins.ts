/**
 * The registry of lib/ modules. The build (tools/build-lib.mjs) fills in the table: files of the core bundle by
 * namespace, all other files as lazy units that C++ compiles on first use.
 */
import engine from "binding:engine";

type Namespace = Record<string, any>;
const core = new Map<string, Namespace>();
const loaded = new Map<string, Namespace>();
let publicIds: readonly string[] = [];
let publicSet: ReadonlySet<string> = new Set();

/** Called once by the generated entry of the core bundle. */
export function registerCore(modules: Record<string, Namespace>, publics: readonly string[]): void {
  for (const [id, namespace] of Object.entries(modules)) core.set(id, namespace);
  publicIds = publics;
  publicSet = new Set(publics);
}

/** A lib/ file's namespace by its path without extension, e.g. `internal/errors`. */
export function loadInternal(id: string): Namespace {
  const known = core.get(id) ?? loaded.get(id);
  if (known) return known;
  const exports: Namespace = {};
  const module = { exports };
  loaded.set(id, exports); // a cycle sees the namespace that is still filling up
  const unit = engine.compileBuiltin(id) as (m: object, e: object, load: (id: string) => Namespace, b: (n: string) => object) => void;
  try {
    unit(module, exports, loadInternal, engine.binding as (n: string) => object);
  } catch (error) {
    loaded.delete(id);
    throw error;
  }
  loaded.set(id, module.exports);
  return module.exports;
}

/** True for the id of a public built-in, without the `node:` scheme. */
export function isBuiltin(id: string): boolean {
  return publicSet.has(id);
}
/** All public built-ins, sorted, without the `node:` scheme. */
export function builtinIds(): readonly string[] {
  return publicIds;
}
/** What `require(id)` returns for a public built-in. */
export function requireBuiltin<T = any>(id: string): T {
  return loadInternal(id).default as T;
}
