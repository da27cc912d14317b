/** `node:constants` (deprecated): the constants of `os`, `fs` and `crypto` in one object. */
import fs from "./fs";
import { isBuiltin, requireBuiltin } from "./internal/builtins";

function constantsOf(id: string): any {
  return isBuiltin(id) ? requireBuiltin(id).constants : {};
}

const { dlopen, priority, errno, signals } = constantsOf("os");

export default Object.freeze({
  ...dlopen,
  ...priority,
  ...errno,
  ...signals,
  ...fs.constants,
  ...constantsOf("crypto"),
}) as Readonly<Record<string, number>>;
