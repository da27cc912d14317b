/**
 * The `exports` and `imports` fields of a package.json, resolved by the algorithm in Node's documentation
 * ("Resolution Algorithm Specification" in esm.md). Works on file paths.
 *
 * The npm package resolve.exports was tried first and left out: it throws when a nested condition leads nowhere instead of
 * going on to the next key, reads the keys of patterns as regular expressions, and checks no target, so that a request
 * with `..` in it leaves the package.
 */
import {
  ERR_INVALID_MODULE_SPECIFIER,
  ERR_INVALID_PACKAGE_CONFIG,
  ERR_INVALID_PACKAGE_TARGET,
  ERR_PACKAGE_IMPORT_NOT_DEFINED,
  ERR_PACKAGE_PATH_NOT_EXPORTED,
} from "./errors";
import { type PackageConfig, packageScope } from "./package_json";

export type Conditions = ReadonlySet<string>;

/** Resolves a bare specifier that an `imports` target names. */
export type ResolvePackage = (specifier: string, fromDirectory: string) => string;

interface Request {
  readonly pkg: PackageConfig;
  /** The key that matched, for messages. */
  readonly key: string;
  /** What `*` stands for, or undefined when the key is no pattern. */
  readonly match: string | undefined;
  readonly conditions: Conditions;
  readonly base: string | undefined;
  /** Set for `imports`, whose targets may be packages. */
  readonly resolvePackage: ResolvePackage | undefined;
}

/** True when a part of a path between slashes would leave the package: `.`, `..` or `node_modules`. */
function hasForbiddenSegment(path: string): boolean {
  for (const raw of path.split(/[/\\]|%2f|%5c/i)) {
    const segment = raw.replace(/%2e/gi, ".").toLowerCase();
    if (segment === "." || segment === ".." || decodedOr(segment) === "node_modules") return true;
  }
  return false;
}

function decodedOr(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch {
    return text;
  }
}

const isUrl = (text: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(text);

function invalidTarget(request: Request, target: unknown): Error {
  const shown = typeof target === "object" && target !== null ? JSON.stringify(target, null, "") : target;
  return new ERR_INVALID_PACKAGE_TARGET(
    request.pkg.path, request.key, shown, request.resolvePackage !== undefined, request.base,
  );
}

function resolveStringTarget(request: Request, target: string): string {
  const { match, pkg } = request;
  if (!target.startsWith("./")) {
    const isPackage =
      request.resolvePackage !== undefined && !target.startsWith("../") && !target.startsWith("/") &&
      !isUrl(target);
    if (!isPackage) throw invalidTarget(request, target);
    const specifier = match === undefined ? target : target.replaceAll("*", () => match);
    return request.resolvePackage!(specifier, pkg.directory);
  }
  const rest = target.slice(2);
  if (hasForbiddenSegment(rest)) throw invalidTarget(request, target);
  if (match === undefined) return `${pkg.directory}/${decodePath(rest)}`;
  if (hasForbiddenSegment(match)) {
    const subpath = request.key.replace("*", () => match);
    throw new ERR_INVALID_MODULE_SPECIFIER(
      subpath,
      `request is not a valid match in pattern "${request.key}" for the ` +
        `"${request.resolvePackage ? "imports" : "exports"}" resolution of ${pkg.path}`,
      request.base,
    );
  }
  return `${pkg.directory}/${decodePath(rest.replaceAll("*", () => match))}`;
}

/** Targets are URLs relative to the package: `%20` is a space. An encoded slash stays, for the loader to refuse. */
function decodePath(path: string): string {
  if (!path.includes("%") || /%2f|%5c/i.test(path)) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A file path (or what `resolvePackage` gives); null: refused by a null target; undefined: no condition matched. */
function resolveTarget(request: Request, target: unknown): string | null | undefined {
  if (typeof target === "string") return resolveStringTarget(request, target);
  if (target === null) return null;
  if (Array.isArray(target)) return resolveFallbacks(request, target);
  if (typeof target !== "object") throw invalidTarget(request, target);
  for (const key of Object.keys(target as object)) {
    if (String(Number(key) >>> 0) === key) {
      throw new ERR_INVALID_PACKAGE_CONFIG(
        request.pkg.path, request.base, '"exports" cannot contain numeric property keys.',
      );
    }
  }
  for (const [key, value] of Object.entries(target as object)) {
    if (key !== "default" && !request.conditions.has(key)) continue;
    const resolved = resolveTarget(request, value);
    if (resolved !== undefined) return resolved;
  }
  return undefined;
}

/** The first entry that is valid; a list of invalid ones fails with the last one's error. */
function resolveFallbacks(request: Request, targets: unknown[]): string | null | undefined {
  if (targets.length === 0) return null;
  let last: { error: unknown } | { value: null } | undefined;
  for (const target of targets) {
    let resolved: string | null | undefined;
    try {
      resolved = resolveTarget(request, target);
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_INVALID_PACKAGE_TARGET") throw error;
      last = { error };
      continue;
    }
    if (resolved === undefined) continue;
    if (resolved !== null) return resolved;
    last = { value: null };
  }
  if (last === undefined) return undefined;
  if ("error" in last) throw last.error;
  return null;
}

/** Keys with more before their `*` come first, then longer ones. */
function comparePatterns(a: string, b: string): number {
  const baseA = a.indexOf("*");
  const baseB = b.indexOf("*");
  return baseB - baseA || b.length - a.length;
}

function matchKey(name: string, table: Record<string, unknown>): { key: string; match: string | undefined } | null {
  if (Object.hasOwn(table, name) && !name.includes("*") && !name.endsWith("/")) return { key: name, match: undefined };
  let best: string | undefined;
  for (const key of Object.keys(table)) {
    const star = key.indexOf("*");
    if (star < 0 || star !== key.lastIndexOf("*")) continue;
    const tail = key.slice(star + 1);
    if (!name.startsWith(key.slice(0, star)) || !name.endsWith(tail) || name.length < key.length) continue;
    if (best === undefined || comparePatterns(key, best) < 0) best = key;
  }
  if (best === undefined) return null;
  const star = best.indexOf("*");
  return { key: best, match: name.slice(star, name.length - (best.length - star - 1)) };
}

/** `exports` as a table of subpaths: a target alone, or a list of conditions, stands for `.`. */
function subpathTable(pkg: PackageConfig, base: string | undefined): Record<string, unknown> {
  const { exports } = pkg;
  if (typeof exports !== "object" || exports === null || Array.isArray(exports)) return { ".": exports };
  const keys = Object.keys(exports);
  const dotted = keys.filter((key) => key.startsWith(".")).length;
  if (dotted !== 0 && dotted !== keys.length) {
    throw new ERR_INVALID_PACKAGE_CONFIG(
      pkg.path,
      base && `file://${base}`,
      "\"exports\" cannot contain some keys starting with '.' and some not. The exports object must either be an " +
        "object of package subpath keys or an object of main entry condition name keys only.",
    );
  }
  return dotted > 0 ? (exports as Record<string, unknown>) : { ".": exports };
}

/**
 * The file that a package with an `exports` field gives for `subpath` (`.` or `./x`).
 * @param base The importing file, named in errors; undefined leaves that part out, as `require` does.
 */
export function resolveExports(pkg: PackageConfig, subpath: string, conditions: Conditions, base?: string): string {
  const table = subpathTable(pkg, base);
  const found = matchKey(subpath, table);
  if (found !== null) {
    const request: Request = { pkg, ...found, conditions, base, resolvePackage: undefined };
    const resolved = resolveTarget(request, table[found.key]);
    if (resolved != null) return resolved;
  }
  throw new ERR_PACKAGE_PATH_NOT_EXPORTED(pkg.path, subpath, base);
}

/** What a `#name` specifier in the file `base` stands for: a file path, or what `resolvePackage` gives. */
export function resolveImports(
  specifier: string,
  base: string,
  conditions: Conditions,
  resolvePackage: ResolvePackage,
): string {
  if (specifier === "#" || specifier.endsWith("/")) {
    throw new ERR_INVALID_MODULE_SPECIFIER(specifier, "is not a valid internal imports specifier name", base);
  }
  const pkg = packageScope(base);
  const found = pkg?.imports ? matchKey(specifier, pkg.imports) : null;
  if (pkg?.imports && found !== null) {
    const resolved = resolveTarget({ pkg, ...found, conditions, base, resolvePackage }, pkg.imports[found.key]);
    if (resolved != null) return resolved;
  }
  throw new ERR_PACKAGE_IMPORT_NOT_DEFINED(specifier, pkg?.path, base);
}
