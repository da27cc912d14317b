/** `util.inherits`, and what is left of Node's oldest helpers. */
import { ERR_INVALID_ARG_TYPE } from "../errors";

/** Makes instances of `constructor` inherit from `parent`, as programs did before `class`. */
export function inherits(constructor: any, parent: any): void {
  if (constructor === undefined || constructor === null) throw new ERR_INVALID_ARG_TYPE("ctor", "Function", constructor);
  if (parent === undefined || parent === null) throw new ERR_INVALID_ARG_TYPE("superCtor", "Function", parent);
  if (parent.prototype === undefined) {
    throw new ERR_INVALID_ARG_TYPE("superCtor.prototype", "Object", parent.prototype);
  }
  Object.defineProperty(constructor, "super_", { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

/** `Object.assign` of one source; deprecated, but still called by old packages. */
export function extend(target: any, source: any): any {
  if (source === null || typeof source !== "object") return target;
  for (const key of Object.keys(source)) target[key] = source[key];
  return target;
}
