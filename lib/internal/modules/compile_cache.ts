/** The compile cache on disk: when it is used, and what programs are told of it. */
import binding from "binding:compile_cache";
import { requireBuiltin } from "../builtins";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { resolve } from "../path/posix";

declare const process: any;

/** `module.constants.compileCacheStatus`. */
export const compileCacheStatus = Object.freeze({
  __proto__: null,
  FAILED: 0,
  ENABLED: 1,
  ALREADY_ENABLED: 2,
  DISABLED: 3,
} as unknown as { FAILED: 0; ENABLED: 1; ALREADY_ENABLED: 2; DISABLED: 3 });

/** What `enableCompileCache` takes. */
export interface CompileCacheOptions {
  /** Where to keep the cache; by default `NODE_COMPILE_CACHE`, else `node-compile-cache` in the temporary folder. */
  directory?: string;
  /**
   * Know modules by their place relative to the directory, so that both can be moved together; by default when
   * `NODE_COMPILE_CACHE_PORTABLE` is 1.
   */
  portable?: boolean;
}

/** What `enableCompileCache` returns. */
export interface CompileCacheResult {
  /** One of `compileCacheStatus`. */
  status: 0 | 1 | 2 | 3;
  /** Why there is no cache (FAILED, DISABLED). */
  message?: string;
  /** ENABLED: the directory as asked for, absolute; ALREADY_ENABLED: the folder in use. */
  directory?: string;
}

const defaultDirectory = (): string =>
  `${requireBuiltin<typeof import("../../os").default>("os").tmpdir()}/node-compile-cache`;

/**
 * `module.enableCompileCache([cacheDir | options])`: from now on the code of modules is taken from disk, or written
 * there when the process ends. A cache that cannot be used is told by the result's status.
 * @throws ERR_INVALID_ARG_TYPE when the directory is no string.
 */
export function enableCompileCache(options?: string | CompileCacheOptions): CompileCacheResult {
  let directory: unknown = options;
  let portable: unknown;
  if (typeof options === "object" && options !== null) ({ directory, portable } = options);
  if (directory !== undefined && typeof directory !== "string") {
    throw new ERR_INVALID_ARG_TYPE(options === directory ? "cacheDir" : "options.directory", "string", directory);
  }
  const { env } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE !== undefined) {
    return { status: compileCacheStatus.DISABLED, message: "Disabled by NODE_DISABLE_COMPILE_CACHE" };
  }
  const used = binding.path();
  if (used !== "") return { status: compileCacheStatus.ALREADY_ENABLED, directory: used };
  const wanted = directory ?? (env.NODE_COMPILE_CACHE || defaultDirectory());
  const isPortable = portable === undefined ? env.NODE_COMPILE_CACHE_PORTABLE === "1" : Boolean(portable);
  let path = wanted;
  let failed: string;
  if (wanted.includes("\0")) {
    failed = "the path has a null character";
  } else {
    try {
      path = resolve(wanted);
      failed = binding.enable(path, isPortable);
    } catch (error) {
      failed = (error as Error).message; // the current directory is gone
    }
  }
  if (failed === "") return { status: compileCacheStatus.ENABLED, directory: path };
  const message = `Cannot create cache directory: ${JSON.stringify(path)}: ${failed}`;
  return { status: compileCacheStatus.FAILED, message };
}

/** `module.getCompileCacheDir()`: the folder in use, undefined when the cache is off. */
export function getCompileCacheDir(): string | undefined {
  return binding.path() || undefined;
}

/** `module.flushCompileCache()`: writes the code of what was loaded so far. What cannot be written is left out. */
export function flushCompileCache(): void {
  binding.flush();
}
