/** rm and rmdir. */
import binding from "binding:fs";
import { setTimeout } from "../../timers";
import { validateBoolean, validateInt32, validateObject, validateUint32 } from "../validators";
import { systemError } from "./errors";
import { type Callback, validateCallback } from "./options";
import { toPath } from "./paths";
import { readNumbers } from "./stats";

interface RmOptions {
  force: boolean;
  recursive: boolean;
  maxRetries: number;
  retryDelay: number;
}

function toRmOptions(options: any): RmOptions {
  if (options === undefined) return { force: false, recursive: false, maxRetries: 0, retryDelay: 100 };
  validateObject(options, "options");
  const { force = false, recursive = false, maxRetries = 0, retryDelay = 100 } = options;
  validateBoolean(force, "options.force");
  validateBoolean(recursive, "options.recursive");
  validateInt32(retryDelay, "options.retryDelay", 0);
  validateUint32(maxRetries, "options.maxRetries");
  return { force, recursive, maxRetries, retryDelay };
}

const kWorthAnotherTry = new Set(["EBUSY", "EMFILE", "ENFILE", "ENOTEMPTY", "EPERM"]);
function mayRetry(error: any, o: RmOptions, tries: number): boolean {
  return o.recursive && tries < o.maxRetries && kWorthAnotherTry.has(error?.code);
}

// A directory, and no leave to remove it with what is in it.
function explain(error: any): any {
  if (error?.code !== "EISDIR" || error.syscall !== "rm") return error;
  const info = { code: "EISDIR", message: "is a directory", path: error.path, syscall: "rm", errno: 21 };
  return systemError("ERR_FS_EISDIR", "Path is a directory", info);
}

/** Removes a file, or with `recursive` a directory and all that is in it. */
export function rm(path: unknown, options: any, callback?: Callback): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  const checked = toPath(path);
  const o = toRmOptions(options);
  validateCallback(callback);
  const done = callback;
  let tries = 0;
  const attempt = (): void => binding.rm(checked, o.recursive, o.force, settle);
  const settle: Callback = (error) => {
    if (mayRetry(error, o, tries)) setTimeout(attempt, ++tries * o.retryDelay);
    else if (error) done(explain(error));
    else done(null);
  };
  attempt();
}

export function rmSync(path: unknown, options?: any): void {
  const checked = toPath(path);
  const o = toRmOptions(options);
  for (let tries = 0; ; ) {
    try {
      return binding.rmSync(checked, o.recursive, o.force);
    } catch (error) {
      if (!mayRetry(error, o, tries)) throw explain(error);
      binding.pauseSync(++tries * o.retryDelay);
    }
  }
}

let warned = false;
/** True when what is in the directory shall go too: deprecated in favour of `rm`. */
function isRecursive(options: any): boolean {
  if (options === undefined) return false;
  const { recursive } = toRmOptions({ ...options, force: false });
  if (recursive && !warned) {
    warned = true;
    process.emitWarning(
      "In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. " +
        "Use fs.rm(path, { recursive: true }) instead",
      "DeprecationWarning",
      "DEP0147",
    );
  }
  return recursive;
}

/** Removes an empty directory. */
export function rmdir(path: unknown, options: any, callback?: Callback): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  const checked = toPath(path);
  if (!isRecursive(options)) return binding.rmdir(checked, callback);
  const done = callback;
  binding.lstat(checked, 2, (error: unknown, found: boolean) => {
    // What is no directory fails as it does without `recursive`.
    if (!error && found && readNumbers().isDirectory()) rm(checked, { ...options, force: false }, done);
    else binding.rmdir(checked, done);
  });
}
export function rmdirSync(path: unknown, options?: any): void {
  const checked = toPath(path);
  if (isRecursive(options) && binding.lstatSync(checked, 2) && readNumbers().isDirectory()) {
    rmSync(checked, { ...options, force: false });
  } else {
    binding.rmdirSync(checked);
  }
}
