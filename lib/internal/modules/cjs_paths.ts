/** Where CommonJS looks for packages: `node_modules` folders upwards, then NODE_PATH and the global folders. */
import { dirname, resolve } from "../path/posix";
import { builtinIdOf } from "./builtin_names";

/** Folders that are searched after the `node_modules` ones; `Module.globalPaths` is a copy. */
let globalFolders: string[] = [];

/** `/a/node_modules/b` gives `/a/node_modules/b/node_modules`, `/a/node_modules`, `/node_modules`. */
export function nodeModulePaths(from: string): string[] {
  let directory = resolve(from);
  const paths: string[] = [];
  while (directory !== "/") {
    const slash = directory.lastIndexOf("/");
    if (directory.slice(slash + 1) !== "node_modules") paths.push(`${directory}/node_modules`);
    directory = slash === 0 ? "/" : directory.slice(0, slash);
  }
  paths.push("/node_modules");
  return paths;
}

/** Reads NODE_PATH and HOME. Returns the folders, newly made. */
export function readGlobalFolders(env: Record<string, string | undefined>, execPath: string): string[] {
  const folders = [resolve(dirname(execPath), "..", "lib", "node")];
  const home = env["HOME"];
  if (home) folders.unshift(resolve(home, ".node_modules"), resolve(home, ".node_libraries"));
  const nodePath = env["NODE_PATH"];
  if (nodePath) folders.unshift(...nodePath.split(":").filter(Boolean));
  globalFolders = folders;
  return folders.slice();
}

/** True for `.`, `..`, `./x` and `../x`. */
export function isRelative(request: string): boolean {
  if (request.charCodeAt(0) !== 46) return false;
  if (request.length === 1 || request.charCodeAt(1) === 47) return true;
  return request.charCodeAt(1) === 46 && (request.length === 2 || request.charCodeAt(2) === 47);
}

interface Requirer {
  id?: string;
  filename?: string | null;
  paths?: string[];
}

/** The folders in which `request` is looked for; null for a built-in. */
export function lookupPaths(request: string, parent: Requirer | null | undefined): string[] | null {
  if (builtinIdOf(request) !== undefined) return null;
  if (!isRelative(request)) {
    return parent?.paths?.length ? parent.paths.concat(globalFolders) : globalFolders.slice();
  }
  if (!parent?.id || !parent.filename) return [".", ...nodeModulePaths("."), ...globalFolders];
  return [dirname(parent.filename)];
}
