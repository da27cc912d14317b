/** The errors of the module loader, worded as Node words them. */
import { coded } from "../errors";

const from = (base: string | undefined): string => (base ? ` imported from ${base}` : "");

export const ERR_UNKNOWN_BUILTIN_MODULE = coded(
  Error,
  "ERR_UNKNOWN_BUILTIN_MODULE",
  (request: string, notYet = false) =>
    `No such built-in module: ${request}${notYet ? " (Node.js has it, Rondo does not provide it yet)" : ""}`,
);
export const ERR_MODULE_NOT_FOUND = coded(
  Error,
  "ERR_MODULE_NOT_FOUND",
  (path: string, base: string | undefined, kind: "module" | "package" = "package") =>
    `Cannot find ${kind} '${path}'${from(base)}`,
);
export const ERR_UNSUPPORTED_DIR_IMPORT = coded(
  Error,
  "ERR_UNSUPPORTED_DIR_IMPORT",
  (path: string, base: string) =>
    `Directory import '${path}' is not supported resolving ES modules imported from ${base}`,
);
export const ERR_INVALID_MODULE_SPECIFIER = coded(
  TypeError,
  "ERR_INVALID_MODULE_SPECIFIER",
  (request: string, reason: string, base?: string) => `Invalid module "${request}" ${reason}${from(base)}`,
);
export const ERR_INVALID_PACKAGE_CONFIG = coded(
  Error,
  "ERR_INVALID_PACKAGE_CONFIG",
  (path: string, base?: string, message?: string) =>
    `Invalid package config ${path}${base ? ` while importing ${base}` : ""}.${message ? ` ${message}` : ""}`,
);
export const ERR_INVALID_PACKAGE_TARGET = coded(
  Error,
  "ERR_INVALID_PACKAGE_TARGET",
  (packageJson: string, key: string, target: unknown, isImport: boolean, base?: string) => {
    const wantsDot =
      typeof target === "string" && !isImport && target.length > 0 && !target.startsWith("./");
    const field = isImport ? "imports" : "exports";
    const what =
      key === "."
        ? `Invalid "exports" main target ${JSON.stringify(target)} defined`
        : `Invalid "${field}" target ${JSON.stringify(target)} defined for '${key}'`;
    const hint = wantsDot ? '; targets must start with "./"' : "";
    return `${what} in the package config ${packageJson}${from(base)}${hint}`;
  },
);
export const ERR_PACKAGE_PATH_NOT_EXPORTED = coded(
  Error,
  "ERR_PACKAGE_PATH_NOT_EXPORTED",
  (packageJson: string, subpath: string, base?: string) =>
    subpath === "."
      ? `No "exports" main defined in ${packageJson}${from(base)}`
      : `Package subpath '${subpath}' is not defined by "exports" in ${packageJson}${from(base)}`,
);
export const ERR_PACKAGE_IMPORT_NOT_DEFINED = coded(
  TypeError,
  "ERR_PACKAGE_IMPORT_NOT_DEFINED",
  (specifier: string, packageJson: string | undefined, base: string) =>
    `Package import specifier "${specifier}" is not defined` +
    `${packageJson ? ` in package ${packageJson}` : ""}${from(base)}`,
);
export const ERR_UNKNOWN_FILE_EXTENSION = coded(
  TypeError,
  "ERR_UNKNOWN_FILE_EXTENSION",
  (extension: string, path: string) => `Unknown file extension "${extension}" for ${path}`,
);
export const ERR_UNKNOWN_MODULE_FORMAT = coded(
  RangeError,
  "ERR_UNKNOWN_MODULE_FORMAT",
  (format: string | null, url: string) => `Unknown module format: ${format} for URL ${url}`,
);
export const ERR_UNSUPPORTED_ESM_URL_SCHEME = coded(
  Error,
  "ERR_UNSUPPORTED_ESM_URL_SCHEME",
  (protocol: string) =>
    `Only URLs with a scheme in: ${/^https?:$/.test(protocol) ? "file and data" : "file, data, and node"} are ` +
    `supported by the default ESM loader. Received protocol '${protocol}'`,
);
export const ERR_UNSUPPORTED_RESOLVE_REQUEST = coded(
  TypeError,
  "ERR_UNSUPPORTED_RESOLVE_REQUEST",
  (request: string, base: string) =>
    `Failed to resolve module specifier "${request}" from "${base}": ` +
    "Invalid relative URL or base scheme is not hierarchical.",
);
export const ERR_IMPORT_ATTRIBUTE_MISSING = coded(
  TypeError,
  "ERR_IMPORT_ATTRIBUTE_MISSING",
  (url: string, key: string, value: string) => `Module "${url}" needs an import attribute of "${key}: ${value}"`,
);
export const ERR_IMPORT_ATTRIBUTE_UNSUPPORTED = coded(
  TypeError,
  "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED",
  (key: string, value: string, url: string) =>
    `Import attribute "${key}" with value "${value}" is not supported in ${url}`,
);
export const ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE = coded(
  TypeError,
  "ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE",
  (url: string, type: string) => `Module "${url}" is not of type "${type}"`,
);
export const ERR_REQUIRE_ASYNC_MODULE = coded(
  Error,
  "ERR_REQUIRE_ASYNC_MODULE",
  (filename: string, requireStack: readonly string[]) =>
    "require() cannot be used on an ESM graph with top-level await. Use import() instead." +
    `\nRequired module: ${filename}` +
    (requireStack.length > 0 ? `\nRequire stack:\n- ${requireStack.join("\n- ")}` : ""),
);
export const ERR_REQUIRE_CYCLE_MODULE = coded(Error, "ERR_REQUIRE_CYCLE_MODULE", (message: string) => message);
export const ERR_UNSUPPORTED_MODULE_FEATURE = coded(
  Error,
  "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM",
  (feature: string, reason: string) => `${feature} is not supported by Rondo: ${reason}`,
);
export const ERR_NATIVE_ADDON = coded(
  Error,
  "ERR_DLOPEN_FAILED",
  (path: string) => `Cannot load native addon '${path}': Rondo does not load Node.js native addons (.node files)`,
);
export const ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING = coded(
  TypeError,
  "ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING",
  "A dynamic import callback was not specified.",
);

/** CommonJS's own "not found": a plain Error with `code` MODULE_NOT_FOUND. */
export function moduleNotFound(message: string, extra?: Record<string, unknown>): Error {
  const error = new Error(message) as Error & { code: string };
  error.code = "MODULE_NOT_FOUND";
  if (extra) Object.assign(error, extra);
  return error;
}
