/** Built-in modules as user code gets them. */
import { isBuiltin, requireBuiltin } from "../builtins";

declare const process: any;

/** What `require("ID")` returns; `id` must be one that Rondo provides. */
export function loadPublicBuiltin(id: string): any {
  return id === "process" ? process : requireBuiltin(id);
}

/** `process.getBuiltinModule(id)`. */
export function getBuiltinModule(request: string): any {
  const id = request.startsWith("node:") ? request.slice(5) : request;
  return isBuiltin(id) ? loadPublicBuiltin(id) : undefined;
}
