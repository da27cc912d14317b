import { validateObject } from "../validators";
import type { FormatInputPathObject } from "./types";

/** `path.format` for one separator: `dir` wins over `root`, `base` over `name` and `ext`. */
export function formatPath(separator: string, pathObject: FormatInputPathObject): string {
  validateObject(pathObject, "pathObject");
  const { root } = pathObject;
  const dir = pathObject.dir || root;
  let { base } = pathObject;
  if (!base) {
    const { ext } = pathObject;
    base = `${pathObject.name || ""}${ext ? (ext[0] === "." ? ext : `.${ext}`) : ""}`;
  }
  if (!dir) return base;
  return dir === root ? `${dir}${base}` : `${dir}${separator}${base}`;
}
