/** The `require` function of a module. */
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { validateString } from "../validators";
import type { CjsModule, ModuleConstructor } from "./cjs_state";

declare const process: any;

/** What user code calls `require`. */
export interface Require {
  (id: string): any;
  resolve: {
    (request: string, options?: { paths?: string[] }): string;
    paths(request: string): string[] | null;
  };
  main: CjsModule | undefined;
  extensions: ModuleConstructor["_extensions"];
  cache: ModuleConstructor["_cache"];
}

export function checkRequest(id: unknown): asserts id is string {
  validateString(id, "id");
  if (id === "") throw new ERR_INVALID_ARG_VALUE("id", id, "must be a non-empty string");
}

/** Makes `require` for `module`; it calls `module.require`, which packages replace. */
export function makeRequire(Module: ModuleConstructor, module: CjsModule): Require {
  // The keys give the functions their names.
  const made = {
    require(path: string): any {
      return module.require(path);
    },
    resolve(request: string, options?: { paths?: string[] }): string {
      validateString(request, "request");
      return Module._resolveFilename(request, module, false, options);
    },
    paths(request: string): string[] | null {
      validateString(request, "request");
      return Module._resolveLookupPaths(request, module);
    },
  };
  const require = made.require as Require;
  require.resolve = made.resolve as Require["resolve"];
  require.resolve.paths = made.paths;
  require.main = process.mainModule as CjsModule | undefined;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}
