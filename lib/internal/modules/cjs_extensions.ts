/** How the files of each extension are run, and the body of a CommonJS module. */
import { runScript } from "./script";
import { dirname, extname } from "../path/posix";
import { type CjsFunction, compileCommonJs, failedBecauseEsm, isEsmSyntaxError } from "./cjs_compile";
import { Module } from "./cjs_module";
import { makeRequire } from "./cjs_require";
import type { CjsModule } from "./cjs_state";
import { ERR_NATIVE_ADDON, ERR_UNKNOWN_FILE_EXTENSION } from "./errors";
import { readSource, stripBom } from "./files";
import { packageScope } from "./package_json";
import { requireEsm } from "./require_esm";
import { reword } from "./reword";

declare const process: any;

type Format = "commonjs" | "module" | undefined;

/** Sources that the ES module loader has read already, for the CommonJS loader to use once. */
const readAlready = new Map<string, string>();
/** Hands over the text of a file that is about to be loaded as CommonJS. */
export function provideSource(filename: string, source: string): void {
  readAlready.set(filename, source);
}

function takeSource(filename: string): string {
  const source = readAlready.get(filename);
  if (source === undefined) return readSource(filename);
  readAlready.delete(filename);
  return source;
}

/** The format that a file's name and package give; undefined when the source must tell. */
export function declaredFormat(filename: string): Format {
  if (filename.endsWith(".js")) {
    const type = packageScope(filename)?.type;
    return type === undefined || type === "none" ? undefined : type;
  }
  if (filename.endsWith(".mjs")) return "module";
  return filename.endsWith(".cjs") ? "commonjs" : undefined;
}

Module._extensions[".js"] = function (module, filename) {
  // A package that compiles TypeScript registers these extensions; nothing else here can read such a file.
  if (/\.[cm]?tsx?$/.test(filename)) throw new ERR_UNKNOWN_FILE_EXTENSION(extname(filename), filename);
  module._compile(takeSource(filename), filename, declaredFormat(filename));
};

Module._extensions[".json"] = function (module, filename) {
  const text = stripBom(takeSource(filename));
  try {
    module.exports = JSON.parse(text);
  } catch (error) {
    reword(error as Error, `${filename}: ${(error as Error).message}`);
    throw error;
  }
};

Module._extensions[".node"] = function (_module, filename) {
  throw new ERR_NATIVE_ADDON(filename);
};

// Module.wrap and Module.wrapper are seldom used; who replaces them gets his wrapper around every source.
const kWrapper = ["(function (exports, require, module, __filename, __dirname) { ", "\n});"];
let wrapper: readonly string[] = kWrapper;
const defaultWrap = (script: string): string => wrapper[0] + script + wrapper[1];
let wrap: (script: string) => string = defaultWrap;
let wrapperPatched = false;

Object.defineProperty(Module, "wrap", {
  configurable: true,
  get: () => wrap,
  set(value: typeof wrap) {
    wrapperPatched = true;
    wrap = value;
  },
});
Object.defineProperty(Module, "wrapper", {
  configurable: true,
  get: () =>
    new Proxy(wrapper as string[], {
      set(target, name, value) {
        wrapperPatched = true;
        return Reflect.set(target, name, value);
      },
      defineProperty(target, name, descriptor) {
        wrapperPatched = true;
        return Reflect.defineProperty(target, name, descriptor);
      },
    }),
  set(value: readonly string[]) {
    wrapperPatched = true;
    wrapper = value;
  },
});

/** A warning that must not wait for the next tick: the error that follows may end the program. */
function warnNow(text: string): void {
  const warning = new Error(text);
  warning.name = "Warning";
  process.emit("warning", warning);
}

/** The module's function, or undefined when the source turns out to be an ES module. */
function compile(content: string, filename: string, format: Format): CjsFunction | undefined {
  if (wrapperPatched) return runScript(Module["wrap"](content), filename) as CjsFunction;
  let failed: unknown;
  try {
    return compileCommonJs(content, filename);
  } catch (error) {
    failed = error;
  }
  if (format !== "commonjs" && failedBecauseEsm(failed, content, filename)) return undefined;
  if (isEsmSyntaxError(failed)) {
    warnNow(
      `Failed to load the ES module: ${filename}. Make sure to set "type": "module" in the nearest package.json file ` +
        "or use the .mjs extension.",
    );
  }
  throw failed;
}

/** Compiles and runs `content` as the module's body; gives what the body returned. */
Module.prototype._compile = function (
  this: CjsModule,
  content: string,
  filename: string,
  format?: string,
): any {
  const source = stripBom(content);
  const run = format === "module" ? undefined : compile(source, filename, format as Format);
  if (run === undefined) {
    requireEsm(this, filename, source);
    return undefined;
  }
  const { exports } = this;
  return Reflect.apply(run, exports, [exports, makeRequire(Module, this), this, filename, dirname(filename)]);
};
