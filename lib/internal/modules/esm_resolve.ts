/** ES module specifiers to URLs: "ESM_RESOLVE" of the documentation's resolution algorithm. */
import { fileURLToPath, pathToFileURL } from "../url/file";
import { URL } from "../url/url";
import { resolve } from "../path/posix";
import { builtinIdOf, isMissingNodeBuiltin, unknownBuiltin } from "./builtin_names";
import { isRelative } from "./cjs_paths";
import { addSuggestion } from "./esm_suggest";
import {
  ERR_INVALID_MODULE_SPECIFIER,
  ERR_MODULE_NOT_FOUND,
  ERR_UNSUPPORTED_DIR_IMPORT,
  ERR_UNSUPPORTED_ESM_URL_SCHEME,
  ERR_UNSUPPORTED_RESOLVE_REQUEST,
} from "./errors";
import { kDirectory, kFile, statPath, toRealPath } from "./files";
import { type Conditions, resolveExports, resolveImports } from "./package_exports";
import { type PackageConfig, packageScope, readPackage } from "./package_json";

/** A package's main file when it has no `exports`; the folder's own file names come last. */
function legacyMain(pkg: PackageConfig, base: string): string {
  if (pkg.main) {
    const main = resolve(`${pkg.directory}/`, pkg.main);
    for (const suffix of ["", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"]) {
      if (statPath(main + suffix) === kFile) return main + suffix;
    }
  }
  for (const name of ["index.js", "index.json", "index.node"]) {
    const path = `${pkg.directory}/${name}`;
    if (statPath(path) === kFile) return path;
  }
  throw new ERR_MODULE_NOT_FOUND(pkg.main ? resolve(pkg.directory, pkg.main) : `${pkg.directory}/index.js`, base);
}

/** `@scope/name` and `./sub/path` of a bare specifier. */
function parsePackageName(specifier: string, base: string): { name: string; subpath: string } {
  let slash = specifier.indexOf("/");
  const scoped = specifier.startsWith("@");
  if (scoped && slash >= 0) slash = specifier.indexOf("/", slash + 1);
  const name = slash < 0 ? specifier : specifier.slice(0, slash);
  if ((scoped && !specifier.includes("/")) || /^\.|%|\\/.test(name)) {
    throw new ERR_INVALID_MODULE_SPECIFIER(specifier, "is not a valid package name", base);
  }
  return { name, subpath: slash < 0 ? "." : `.${specifier.slice(slash)}` };
}

/** A bare specifier, looked for from `directory` upwards. Gives a file path or `node:NAME`. */
function resolvePackage(specifier: string, directory: string, base: string, conditions: Conditions): string {
  const builtin = builtinIdOf(specifier);
  if (builtin !== undefined) return `node:${builtin}`;
  const { name, subpath } = parsePackageName(specifier, base);
  const own = packageScope(`${directory}/x`);
  if (own?.exports != null && own.name === name) return resolveExports(own, subpath, conditions, base);
  for (let at = directory; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const folder = name === "" ? `${at}/node_modules` : `${at}/node_modules/${name}`;
    if (statPath(folder) === kDirectory) {
      const pkg = readPackage(folder, `"${specifier}" from ${base}`);
      if (pkg !== null && pkg.exports != null) return resolveExports(pkg, subpath, conditions, base);
      if (subpath !== ".") return `${folder}/${subpath.slice(2)}`;
      return legacyMain(pkg ?? emptyPackage(folder), base);
    }
    if (at === "") break;
  }
  if (isMissingNodeBuiltin(specifier)) throw unknownBuiltin(specifier);
  throw new ERR_MODULE_NOT_FOUND(name, base);
}

function emptyPackage(directory: string): PackageConfig {
  return {
    directory, path: `${directory}/package.json`,
    name: undefined, main: undefined, type: "none", exports: undefined, imports: undefined,
  };
}

/** The file must exist and be none of the things that an import may not name. Gives its URL, links followed. */
function finish(url: URL, specifier: string, base: string): string {
  if (/%2f|%5c/i.test(url.pathname)) {
    throw new ERR_INVALID_MODULE_SPECIFIER(
      specifierPath(url), 'must not include encoded "/" or "\\" characters', base,
    );
  }
  const path = fileURLToPath(url);
  const kind = path.endsWith("/") ? kDirectory : statPath(path);
  if (kind !== kFile) {
    const missing = kind === kDirectory && statPath(path) === kDirectory;
    const error = missing
      ? new ERR_UNSUPPORTED_DIR_IMPORT(path, base)
      : new ERR_MODULE_NOT_FOUND(path, base, "module");
    (error as Error & { url?: string }).url = url.href;
    throw addSuggestion(error, specifier, base);
  }
  const real = toRealPath(path);
  if (real === path) return url.href;
  const target = pathToFileURL(real);
  target.search = url.search;
  target.hash = url.hash;
  return target.href;
}

const specifierPath = (url: URL): string => decodeURIComponentExceptSlashes(url.pathname);
function decodeURIComponentExceptSlashes(path: string): string {
  return path.replace(/%(?!2f|5c)[0-9a-f]{2}/gi, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });
}

function unsupportedRequest(specifier: string, parent: string, cause: unknown): Error {
  const error = new ERR_UNSUPPORTED_RESOLVE_REQUEST(specifier, parent);
  error.cause = cause;
  return error;
}

function checkScheme(url: URL): void {
  const { protocol } = url;
  if (protocol === "file:" || protocol === "data:" || protocol === "node:") return;
  throw new ERR_UNSUPPORTED_ESM_URL_SCHEME(protocol);
}

/**
 * The URL of the module that `specifier` names in the module `parent` (a URL).
 * Throws what `import` throws when there is no such file or package.
 */
export function resolveEsm(specifier: string, parent: string, conditions: Conditions): string {
  const builtin = builtinIdOf(specifier);
  if (builtin !== undefined) return `node:${builtin}`;
  const fromFile = parent.startsWith("file:");
  const base = fromFile ? fileURLToPath(parent) : parent;
  let url: URL;
  if (isRelative(specifier) || specifier.startsWith("/")) {
    try {
      url = new URL(specifier, parent);
    } catch (cause) {
      throw unsupportedRequest(specifier, parent, cause);
    }
  } else if (specifier.startsWith("#") && fromFile) {
    url = urlOf(
      resolveImports(specifier, base, conditions, (name, directory) =>
        resolvePackage(name, directory, base, conditions),
      ),
    );
  } else {
    const absolute = /^[a-z][a-z0-9+.-]*:/i.test(specifier) ? URL.parse(specifier) : null;
    if (absolute !== null) {
      url = absolute;
    } else {
      if (!fromFile) throw unsupportedRequest(specifier, parent, undefined);
      url = urlOf(resolvePackage(specifier, base.slice(0, base.lastIndexOf("/")), base, conditions));
    }
  }
  if (url.protocol === "file:") return finish(url, specifier, base);
  checkScheme(url);
  if (url.protocol === "node:" && builtinIdOf(url.href) === undefined) throw unknownBuiltin(url.href);
  return url.href;
}

const urlOf = (pathOrBuiltin: string): URL =>
  pathOrBuiltin.startsWith("node:") ? new URL(pathOrBuiltin) : pathToFileURL(pathOrBuiltin);
