/** What kind of module a URL holds, and whether the import attributes fit it. */
import { fileURLToPath } from "../url/file";
import { basename, extname } from "../path/posix";
import { detectFormat } from "./cjs_compile";
import { parseDataUrl } from "./data_url";
import {
  ERR_IMPORT_ATTRIBUTE_MISSING,
  ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE,
  ERR_IMPORT_ATTRIBUTE_UNSUPPORTED,
  ERR_NATIVE_ADDON,
  ERR_UNKNOWN_FILE_EXTENSION,
  ERR_UNKNOWN_MODULE_FORMAT,
  ERR_UNSUPPORTED_MODULE_FEATURE,
} from "./errors";
import { readSource, stripBom } from "./files";
import { packageScope } from "./package_json";

export type Format = "builtin" | "commonjs" | "json" | "module";

/** A module's text and kind; `path` is set for files. */
export interface Loaded {
  readonly format: Format;
  readonly source: string;
  readonly path: string | undefined;
}

export type Attributes = Readonly<Record<string, string>>;
export const kNoAttributes: Attributes = Object.freeze({});

/** The format by name and package; undefined when only the text can tell. */
function formatOfFile(path: string): Format | undefined {
  const extension = extname(path);
  switch (extension) {
    case ".mjs":
      return "module";
    case ".cjs":
      return "commonjs";
    case ".json":
      return "json";
    case ".js":
    case "": {
      const type = packageScope(path)?.type;
      return type === undefined || type === "none" ? undefined : type;
    }
    case ".wasm":
      throw new ERR_UNSUPPORTED_MODULE_FEATURE(`Importing '${basename(path)}'`, "WebAssembly modules have to be " +
        "compiled with WebAssembly.compile()");
    case ".node":
      throw new ERR_NATIVE_ADDON(path);
    default:
      throw new ERR_UNKNOWN_FILE_EXTENSION(extension, path);
  }
}

const kMimeFormats: Record<string, Format> = {
  __proto__: null as unknown as Format,
  "text/javascript": "module",
  "application/javascript": "module",
  "application/json": "json",
};

/** Checks the attributes of an import against what the URL holds. */
export function checkAttributes(url: string, format: Format, attributes: Attributes): void {
  for (const key of Object.keys(attributes)) {
    if (key !== "type") throw new ERR_IMPORT_ATTRIBUTE_UNSUPPORTED(key, attributes[key]!, url);
  }
  const { type } = attributes;
  if (format === "json") {
    if (type === "json") return;
    if (type === undefined) throw new ERR_IMPORT_ATTRIBUTE_MISSING(url, "type", "json");
  } else if (type === undefined) {
    return;
  } else if (type === "json") {
    throw new ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE(url, type);
  }
  throw new ERR_IMPORT_ATTRIBUTE_UNSUPPORTED("type", type, url);
}

/** Finds out the format and reads the text of a `file:` or `data:` URL. */
export function loadSource(url: string, attributes: Attributes): Loaded {
  if (url.startsWith("data:")) {
    const { mimeType, text } = parseDataUrl(url);
    const format = kMimeFormats[mimeType];
    if (format === undefined) throw new ERR_UNKNOWN_MODULE_FORMAT(mimeType, url);
    checkAttributes(url, format, attributes);
    return { format, source: text, path: undefined };
  }
  const path = fileURLToPath(url);
  let format = formatOfFile(path);
  if (format !== undefined) checkAttributes(url, format, attributes);
  const source = stripBom(readSource(path));
  if (format === undefined) {
    format = detectFormat(source, path);
    checkAttributes(url, format, attributes);
  }
  return { format, source, path };
}
