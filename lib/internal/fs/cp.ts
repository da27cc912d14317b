/** cp: copies a file, a link, or a directory with all that is in it. */
import { coded, ERR_INVALID_RETURN_VALUE } from "../errors";
import { validateBoolean, validateFunction, validateInteger, validateObject } from "../validators";
import { copyTree, type CpOptions } from "./cp_tree";
import { type Callback, validateCallback } from "./options";
import { toPath, toText } from "./paths";
import { runAsync, runSync } from "./steps";

const ERR_INCOMPATIBLE_OPTION_PAIR = coded(
  TypeError,
  "ERR_INCOMPATIBLE_OPTION_PAIR",
  (one: string, other: string) => `Option "${one}" cannot be used in combination with option "${other}"`,
);
const kBooleans = ["dereference", "errorOnExist", "force", "preserveTimestamps", "recursive", "verbatimSymlinks"];

function toCpOptions(options: any): CpOptions {
  const defaults: CpOptions = {
    dereference: false,
    errorOnExist: false,
    filter: undefined,
    force: true,
    mode: 0,
    preserveTimestamps: false,
    recursive: false,
    verbatimSymlinks: false,
  };
  if (options === undefined) return defaults;
  validateObject(options, "options");
  const given: any = { ...defaults, ...options };
  for (const name of kBooleans) validateBoolean(given[name], `options.${name}`);
  given.mode ??= 0;
  validateInteger(given.mode, "mode", 0, 7);
  if (given.dereference && given.verbatimSymlinks) {
    throw new ERR_INCOMPATIBLE_OPTION_PAIR("dereference", "verbatimSymlinks");
  }
  if (given.filter !== undefined) validateFunction(given.filter, "options.filter");
  return given;
}

/** Copies `src` to `dest` in steps that each leave the loop free. `options.filter` may be asynchronous. */
export async function cpPromise(src: unknown, dest: unknown, options?: any): Promise<void> {
  return start(src, dest, options);
}
function start(src: unknown, dest: unknown, options: any): Promise<void> {
  const given = toCpOptions(options);
  return runAsync(copyTree(toText(toPath(src, "src")), toText(toPath(dest, "dest")), given));
}
export function cp(src: unknown, dest: unknown, options: any, callback?: Callback): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  const done = callback;
  start(src, dest, options).then(
    () => process.nextTick(done, null),
    (error) => process.nextTick(done, error),
  );
}
export function cpSync(src: unknown, dest: unknown, options?: any): void {
  const given = toCpOptions(options);
  const { filter } = given;
  if (filter !== undefined) {
    given.filter = (from, to) => {
      const answer = filter(from, to);
      if (answer !== null && typeof (answer as any)?.then === "function") {
        throw new ERR_INVALID_RETURN_VALUE("boolean", "filter", answer);
      }
      return answer;
    };
  }
  runSync(copyTree(toText(toPath(src, "src")), toText(toPath(dest, "dest")), given));
}
