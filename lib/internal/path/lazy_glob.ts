import { loadInternal } from "../builtins";

/** The glob matcher, loaded when the first pattern is asked for. */
export function requireGlob(): typeof import("./glob") {
  return loadInternal("internal/path/glob") as typeof import("./glob");
}
