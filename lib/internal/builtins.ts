/**
 * The registry of lib/ modules. The build (tools/build-lib.mjs) fills in the table: files of the core bundle by
 * namespace, all other files as lazy units that C++ compiles on first use.
 */
import engine from "binding:engine";

type Namespace = Record<string, any>;
const core = new Map<string, Namespace>();
const units = new Map<string, { exports: Namespace }>();
let publicIds: readonly string[] = [];
let publicSet: ReadonlySet<string> = new Set();

/** Bundling puts a number behind a name that several files use (`setTimeout2`); programs see the names of functions. */
function restoreNames(entries: [string, any][]): void {
  for (const [name, value] of entries) {
    if (typeof value !== "function" || typeof value.name !== "string" || value.name === name) continue;
    if (!value.name.startsWith(name) || !/^\d+$/.test(value.name.slice(name.length))) continue;
    Object.defineProperty(value, "name", { value: name, configurable: true });
  }
}

/** Called once by the generated entry of the core bundle. `asked` are the ids that anything may ask for. */
export function registerCore(modules: Record<string, Namespace>, publics: readonly string[], asked: readonly string[]): void {
  for (const [id, namespace] of Object.entries(modules)) {
    if (asked.includes(id)) core.set(id, namespace);
    restoreNames(Object.entries(namespace));
    const main = namespace["default"];
    if (main === null || typeof main !== "object") continue;
    // Getters stay untouched: they may read the process.
    restoreNames(Object.entries(Object.getOwnPropertyDescriptors(main)).map(([name, d]) => [name, d.value]));
  }
  publicIds = publics;
  publicSet = new Set(publics);
}

/** A lib/ file's namespace by its path without extension, e.g. `internal/errors`. */
export function loadInternal(id: string): Namespace {
  const known = core.get(id) ?? units.get(id)?.exports;
  if (known) return known;
  const module = { exports: {} as Namespace };
  units.set(id, module); // a cycle sees the namespace that is still filling up
  const unit = engine.compileBuiltin(id) as (m: object, e: object, load: (id: string) => Namespace, b: (n: string) => object) => void;
  try {
    unit(module, module.exports, loadInternal, engine.binding as (n: string) => object);
  } catch (error) {
    units.delete(id);
    throw error;
  }
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
