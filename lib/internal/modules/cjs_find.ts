/** From a request and a list of folders to a file: what `Module._findPath` does. */
import { basename, resolve } from "../path/posix";
import { conditionsForRequire } from "./conditions";
import { moduleNotFound } from "./errors";
import { followLinks, kDirectory, kFile, statPath, toRealPath } from "./files";
import { type Conditions, resolveExports } from "./package_exports";
import { readPackage } from "./package_json";
import { isRelative } from "./cjs_paths";

declare const process: any;

type Extensions = Record<string, unknown>;

/** How a main script's symbolic links are treated: `--preserve-symlinks-main`. */
let preserveMain = false;
/** Set at start. */
export function setPreserveSymlinksMain(on: boolean): void {
  preserveMain = on;
}

function realFile(path: string, isMain: boolean): string {
  return isMain ? (preserveMain ? path : followLinks(path)) : toRealPath(path);
}

function tryFile(path: string, isMain: boolean): string | undefined {
  return statPath(path) === kFile ? realFile(path, isMain) : undefined;
}

function tryExtensions(base: string, extensions: readonly string[], isMain: boolean): string | undefined {
  for (const extension of extensions) {
    const found = tryFile(base + extension, isMain);
    if (found !== undefined) return found;
  }
  return undefined;
}

function warnInvalidMain(jsonPath: string, main: string): void {
  process.emitWarning(
    `Invalid 'main' field in '${jsonPath}' of '${main}'. Please either fix that or report it to the module author`,
    "DeprecationWarning",
    "DEP0128",
  );
}

/** A folder as a module: the file that `main` names, or index. */
function tryPackage(
  directory: string,
  extensions: readonly string[],
  isMain: boolean,
  request: string,
): string | undefined {
  const main = readPackage(directory)?.main;
  const index = `${directory === "/" ? "" : directory}/index`;
  if (!main) return tryExtensions(index, extensions, isMain);
  const path = resolve(directory, main);
  const found =
    tryFile(path, isMain) ??
    tryExtensions(path, extensions, isMain) ??
    tryExtensions(`${path}/index`, extensions, isMain);
  if (found !== undefined) return found;
  const fallback = tryExtensions(index, extensions, isMain);
  const jsonPath = resolve(directory, "package.json");
  if (fallback === undefined) {
    throw moduleNotFound(
      `Cannot find module '${path}'. Please verify that the package.json has a valid "main" entry`,
      { path: jsonPath, requestPath: request },
    );
  }
  warnInvalidMain(jsonPath, main);
  return fallback;
}

/** `name` and `/sub/path` of a bare request; undefined for what is no package name. */
export function splitBareRequest(request: string): { name: string; subpath: string } | undefined {
  const match = /^((?:@[^/\\%]+\/)?[^./\\%][^/\\%]*)(\/.*)?$/.exec(request);
  return match ? { name: match[1]!, subpath: match[2] ?? "" } : undefined;
}

/** The file that `exports` or `imports` gave must exist; `directory` is the package's. */
export function existingTarget(path: string, directory: string): string {
  if (statPath(path) !== kFile) throw moduleNotFound(`Cannot find module '${path}'`, { path: directory });
  return toRealPath(path);
}

/** A bare request inside one node_modules folder, when the package has `exports`; else undefined. */
function findThroughExports(folder: string, request: string, conditions: Conditions): string | undefined {
  const bare = splitBareRequest(request);
  if (bare === undefined) return undefined;
  const pkg = readPackage(resolve(folder, bare.name));
  if (pkg === null || pkg.exports == null) return undefined;
  return existingTarget(resolveExports(pkg, `.${bare.subpath}`, conditions), pkg.directory);
}

/**
 * The file for `request` in the first of `paths` that has it, or false.
 * @param cache `Module._pathCache`
 * @param extensionTable `Module._extensions`
 */
export function findPath(
  request: string,
  paths: readonly string[] | null,
  isMain: boolean,
  cache: Record<string, string>,
  extensionTable: Extensions,
): string | false {
  const absolute = request.startsWith("/");
  const folders = absolute ? [""] : paths;
  if (folders === null || folders.length === 0) return false;
  const key = `${request}\0${folders.length === 1 ? folders[0] : folders.join("\0")}`;
  const known = cache[key];
  if (known !== undefined) return known;
  const wantsFolder = request === "" || /(^|\/)\.{0,2}$/.test(request);
  const relative = isRelative(request);
  const conditions = conditionsForRequire();
  let extensions: string[] | undefined;

  for (const folder of folders) {
    if (folder !== "" && statPath(folder) !== kDirectory) continue;
    if (!absolute && !relative) {
      const exported = findThroughExports(folder, request, conditions);
      if (exported !== undefined) return (cache[key] = exported);
    }
    const base = resolve(folder, request);
    const kind = statPath(base);
    let found: string | undefined;
    if (!wantsFolder) {
      if (kind === kFile) found = realFile(base, isMain);
      else found = tryExtensions(base, (extensions ??= Object.keys(extensionTable)), isMain);
    }
    if (found === undefined && kind === kDirectory) {
      found = tryPackage(base, (extensions ??= Object.keys(extensionTable)), isMain, request);
    }
    if (found !== undefined) return (cache[key] = found);
  }
  return false;
}

/** The longest registered extension of the file's name; `.js` when there is none. */
export function registeredExtension(filename: string, extensionTable: Extensions): string {
  const name = basename(filename);
  let dot = name.indexOf(".", 1); // a dot file's name is no extension
  while (dot >= 0) {
    const extension = name.slice(dot);
    if (extension in extensionTable && extension.length > 1) return extension;
    dot = name.indexOf(".", dot + 1);
  }
  return ".js";
}
