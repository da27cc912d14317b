/** What the parts of the CommonJS loader share, without importing each other. */

/** A CommonJS module object, as user code sees it. */
export interface CjsModule {
  id: string;
  path: string;
  exports: any;
  filename: string | null;
  loaded: boolean;
  children: CjsModule[];
  paths?: string[];
  require(id: string): any;
  load(filename: string): void;
  _compile(content: string, filename: string, format?: string): any;
}

export type Extension = (module: CjsModule, filename: string) => void;

/** The `Module` function with its statics, which packages are known to patch. */
export interface ModuleConstructor {
  new (id?: string, parent?: CjsModule | null): CjsModule;
  prototype: CjsModule;
  _cache: Record<string, CjsModule>;
  _pathCache: Record<string, string>;
  _extensions: Record<string, Extension>;
  globalPaths: string[];
  _preloadModules(requests: readonly string[]): void;
  _load(request: string, parent?: CjsModule | null, isMain?: boolean): any;
  _resolveFilename(request: string, parent?: CjsModule | null, isMain?: boolean, options?: { paths?: string[] }): string;
  _findPath(request: string, paths: readonly string[] | null, isMain?: boolean): string | false;
  _resolveLookupPaths(request: string, parent?: CjsModule | null): string[] | null;
  [name: string]: any;
}

/** The module that required another first: kept outside the object, where only `module.parent` shows it. */
const parents = new WeakMap<object, CjsModule | null | undefined>();

export function parentOf(module: CjsModule): CjsModule | null | undefined {
  return parents.get(module);
}
export function setParent(module: CjsModule, parent: CjsModule | null | undefined): void {
  parents.set(module, parent);
}

/** The files that led to `module`, innermost first, for error messages. */
export function requireStackOf(module: CjsModule | null | undefined): string[] {
  const stack: string[] = [];
  const seen = new Set<CjsModule>();
  for (let at = module; at && !seen.has(at); at = parentOf(at)) {
    seen.add(at);
    stack.push(at.filename || at.id);
  }
  return stack;
}

/** Adds `child` to its parent's children, once. */
export function addChild(parent: CjsModule | null | undefined, child: CjsModule, mayBeThere: boolean): void {
  const children = parent?.children;
  if (children && !(mayBeThere && children.includes(child))) children.push(child);
}

/** Modules whose body is running or waits for one that is. */
export const executing = new WeakSet<CjsModule>();
