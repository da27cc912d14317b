/** `Module._resolveFilename`: from a request and the module that makes it to a file or a built-in's name. */
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { builtinIdOf, isMissingNodeBuiltin, unknownBuiltin } from "./builtin_names";
import { existingTarget, splitBareRequest } from "./cjs_find";
import { isRelative, nodeModulePaths } from "./cjs_paths";
import { type CjsModule, type ModuleConstructor, requireStackOf } from "./cjs_state";
import { conditionsForRequire } from "./conditions";
import { moduleNotFound } from "./errors";
import { resolveExports, resolveImports } from "./package_exports";
import { packageScope } from "./package_json";

interface ResolveOptions {
  paths?: string[];
}

/** The folders for `require.resolve(request, { paths })`. */
function pathsFromOptions(Module: ModuleConstructor, request: string, paths: unknown): string[] {
  if (!Array.isArray(paths)) throw new ERR_INVALID_ARG_VALUE("options.paths", paths);
  if (isRelative(request)) return paths;
  const fake = new Module("", null);
  const all: string[] = [];
  for (const path of paths) {
    fake.paths = nodeModulePaths(path);
    for (const folder of Module._resolveLookupPaths(request, fake) ?? []) {
      if (!all.includes(folder)) all.push(folder);
    }
  }
  return all;
}

/** `#name`, by the package of the file that asks. */
function resolveInternal(Module: ModuleConstructor, request: string, parent: CjsModule): string | undefined {
  const pkg = packageScope(parent.filename!);
  if (!pkg?.imports) return undefined;
  let isFile = true;
  const resolved = resolveImports(request, parent.filename!, conditionsForRequire(), (specifier, directory) => {
    isFile = false;
    const fake = new Module(`${directory}/package.json`, null);
    fake.filename = `${directory}/package.json`;
    fake.paths = nodeModulePaths(directory);
    return Module._resolveFilename(specifier, fake, false);
  });
  return isFile ? existingTarget(resolved, pkg.directory) : resolved;
}

/** A package that names itself, if it has `exports`. */
function resolveSelf(request: string, parentPath: string): string | undefined {
  const pkg = packageScope(parentPath);
  if (!pkg || pkg.exports == null || pkg.name === undefined) return undefined;
  if (request !== pkg.name && !request.startsWith(`${pkg.name}/`)) return undefined;
  const subpath = `.${request.slice(pkg.name.length)}`;
  return existingTarget(resolveExports(pkg, subpath, conditionsForRequire(), parentPath), pkg.directory);
}

function notFound(request: string, parent: CjsModule | null | undefined): Error {
  if (isMissingNodeBuiltin(request)) return unknownBuiltin(request);
  const requireStack = requireStackOf(parent);
  const suffix = requireStack.length > 0 ? `\nRequire stack:\n- ${requireStack.join("\n- ")}` : "";
  return moduleNotFound(`Cannot find module '${request}'${suffix}`, { requireStack });
}

/** See `Module._resolveFilename`. */
export function resolveFilename(
  Module: ModuleConstructor,
  request: string,
  parent: CjsModule | null | undefined,
  isMain: boolean,
  options: ResolveOptions | null | undefined,
): string {
  if (builtinIdOf(request) !== undefined) return request;
  if (request.startsWith("node:")) throw unknownBuiltin(request);
  const paths =
    options && typeof options === "object" && options.paths !== undefined
      ? pathsFromOptions(Module, request, options.paths)
      : Module._resolveLookupPaths(request, parent);
  if (request.startsWith("#") && parent?.filename) {
    const internal = resolveInternal(Module, request, parent);
    if (internal !== undefined) return internal;
  }
  const bare = parent?.filename && !isRelative(request) && splitBareRequest(request) !== undefined;
  if (bare) {
    const self = resolveSelf(request, parent!.filename!);
    if (self !== undefined) return self;
  }
  const found = Module._findPath(request, paths, isMain);
  if (found) return found;
  throw notFound(request, parent);
}
