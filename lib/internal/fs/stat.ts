/** stat, lstat, fstat, statfs, access, exists. */
import binding from "binding:fs";
import { validateInteger } from "../validators";
import { constants } from "./constants";
import { toFd } from "./flags";
import { type Callback, validateCallback } from "./options";
import { toPath } from "./paths";
import { type BigIntStats, readNumbers, readStats, StatFs, type Stats } from "./stats";

export interface StatOptions {
  bigint?: boolean;
  throwIfNoEntry?: boolean;
}

/** A callback that takes the stats which C++ has just written. */
function statsTo(callback: Callback<any>, bigint: boolean): Callback<boolean> {
  return (error) => {
    if (error) callback(error);
    else callback(null, bigint ? readStats(true) : readNumbers());
  };
}

export function stat(path: unknown, options: any, callback?: Callback<Stats | BigIntStats>): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  binding.stat(toPath(path), 0, statsTo(callback, options?.bigint === true));
}

export function lstat(path: unknown, options: any, callback?: Callback<Stats | BigIntStats>): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  binding.lstat(toPath(path), 0, statsTo(callback, options?.bigint === true));
}

export function fstat(fd: unknown, options: any, callback?: Callback<Stats | BigIntStats>): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  binding.fstat(toFd(fd), statsTo(callback, options?.bigint === true));
}

export function statSync(path: unknown, options?: StatOptions): Stats | BigIntStats | undefined {
  if (!binding.statSync(toPath(path), options?.throwIfNoEntry === false ? 1 : 0)) return undefined;
  return options?.bigint === true ? readStats(true) : readNumbers();
}

export function lstatSync(path: unknown, options?: StatOptions): Stats | BigIntStats | undefined {
  if (!binding.lstatSync(toPath(path), options?.throwIfNoEntry === false ? 1 : 0)) return undefined;
  return options?.bigint === true ? readStats(true) : readNumbers();
}

export function fstatSync(fd: unknown, options?: StatOptions): Stats | BigIntStats {
  binding.fstatSync(toFd(fd));
  return readStats(options?.bigint === true);
}

function toStatFs(values: number[], bigint: boolean): StatFs {
  return new StatFs(bigint ? values.map(BigInt) : values);
}

export function statfs(path: unknown, options: any, callback?: Callback<StatFs>): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  const done = callback;
  binding.statfs(toPath(path), (error: unknown, values: number[]) => {
    if (error) done(error);
    else done(null, toStatFs(values, options?.bigint === true));
  });
}

export function statfsSync(path: unknown, options?: { bigint?: boolean }): StatFs {
  return toStatFs(binding.statfsSync(toPath(path)), options?.bigint === true);
}

const kAll = constants.R_OK! | constants.W_OK! | constants.X_OK!;
function toAccess(mode: unknown): number {
  if (mode == null) return constants.F_OK!;
  validateInteger(mode, "mode", 0, kAll);
  return mode;
}

export function access(path: unknown, mode: any, callback?: Callback): void {
  if (typeof mode === "function") {
    callback = mode;
    mode = undefined;
  }
  const checked = toPath(path);
  const bits = toAccess(mode);
  validateCallback(callback);
  binding.access(checked, bits, callback);
}

export function accessSync(path: unknown, mode?: unknown): void {
  binding.accessSync(toPath(path), toAccess(mode));
}

/** Deprecated in favour of `stat` and `access`; its callback gets one boolean. */
export function exists(path: unknown, callback: (exists: boolean) => void): void {
  validateCallback(callback);
  let checked;
  try {
    checked = toPath(path);
  } catch {
    return callback(false);
  }
  binding.access(checked, constants.F_OK!, (error: unknown) => callback(!error));
}

/** True when something is there that can be reached. Never throws. */
export function existsSync(path: unknown): boolean {
  if (typeof path === "string") return !path.includes("\0") && binding.existsSync(path);
  let checked;
  try {
    checked = toPath(path);
  } catch {
    return false;
  }
  return binding.existsSync(checked);
}

Object.defineProperty(exists, Symbol.for("nodejs.util.promisify.custom"), {
  value: (path: unknown) => new Promise((resolve) => exists(path, resolve)),
});
