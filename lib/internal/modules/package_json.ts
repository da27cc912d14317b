/** package.json files: read once, parsed once, found by walking up. */
import binding from "binding:modules";
import { onStart } from "../startup";
import { ERR_INVALID_PACKAGE_CONFIG } from "./errors";

/** The fields of a package.json that module resolution looks at. */
export interface PackageConfig {
  /** The package's folder, without a slash at its end (the root folder is the empty string). */
  readonly directory: string;
  readonly path: string;
  readonly name: string | undefined;
  readonly main: string | undefined;
  readonly type: "commonjs" | "module" | "none";
  readonly exports: unknown;
  readonly imports: Record<string, unknown> | undefined;
}

const packages = new Map<string, PackageConfig | null>();
const scopes = new Map<string, PackageConfig | null>();

onStart(() => {
  packages.clear();
  scopes.clear();
});

function parse(path: string, text: string, importing: string | undefined): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const error = new ERR_INVALID_PACKAGE_CONFIG(path, importing);
    error.cause = cause;
    throw error;
  }
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const stringOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/**
 * The package.json in `directory`, or null when there is none.
 * @param importing What is named in the error about a file that is no JSON: `"x" from /a.mjs`.
 */
export function readPackage(directory: string, importing?: string): PackageConfig | null {
  if (directory.endsWith("/")) directory = directory.slice(0, -1);
  const known = packages.get(directory);
  if (known !== undefined) return known;
  const path = `${directory}/package.json`;
  const text = binding.readTextIfFile(path);
  let result: PackageConfig | null = null;
  if (text !== undefined) {
    const json = parse(path, text, importing);
    result = {
      directory,
      path,
      name: stringOf(json["name"]),
      main: stringOf(json["main"]),
      type: json["type"] === "module" ? "module" : json["type"] === "commonjs" ? "commonjs" : "none",
      exports: json["exports"] ?? undefined,
      imports:
        typeof json["imports"] === "object" && json["imports"] !== null && !Array.isArray(json["imports"])
          ? (json["imports"] as Record<string, unknown>)
          : undefined,
    };
  }
  packages.set(directory, result);
  return result;
}

/** The package that the file at `path` belongs to: the nearest package.json above it, within its node_modules. */
export function packageScope(path: string): PackageConfig | null {
  return scopeOf(path.slice(0, Math.max(path.lastIndexOf("/"), 0)));
}

function scopeOf(directory: string): PackageConfig | null {
  const known = scopes.get(directory);
  if (known !== undefined) return known;
  let result: PackageConfig | null = null;
  if (!directory.endsWith("/node_modules")) {
    result = readPackage(directory);
    if (result === null && directory !== "") {
      result = scopeOf(directory.slice(0, directory.lastIndexOf("/")));
    }
  }
  scopes.set(directory, result);
  return result;
}
