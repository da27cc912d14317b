/** The program: a file, a text on the command line, and what is loaded before it. */
import binding from "binding:modules";
import { loadInternal } from "../builtins";
import { pathToFileURL } from "../url/file";
import { getOption } from "../options";
import { extname, resolve } from "../path/posix";
import { onStart } from "../startup";
import { defineBuiltinGlobals } from "./builtin_globals";
import { compileCommonJs, detectFormat, failedBecauseEsm } from "./cjs_compile";
import { declaredFormat } from "./cjs_extensions";
import { setPreserveSymlinksMain } from "./cjs_find";
import { Module } from "./cjs_module";
import { nodeModulePaths } from "./cjs_paths";
import { makeRequire } from "./cjs_require";
import { moduleNotFound } from "./errors";
import { ERR_EVAL_ESM_CANNOT_PRINT } from "./esm_errors";
import { loadModuleText } from "./esm_graph";
import { importModule, runModule } from "./esm_loader";
import { readSource, setPreserveSymlinks, stripBom } from "./files";
import { packageScope } from "./package_json";
import { runMainModule, runUntilSettled } from "./run_esm_main";
import { runScript } from "./script";

declare const process: any;
declare const console: any;

export { unsettledExitCode } from "./run_esm_main";

let prepared = false;
onStart(() => {
  prepared = false;
});
/** Reads the options and the environment, once, before the first module is loaded. */
function prepare(): void {
  if (prepared) return;
  prepared = true;
  setPreserveSymlinks(getOption("preserveSymlinks"));
  setPreserveSymlinksMain(getOption("preserveSymlinksMain"));
  Module._initPaths();
  if (process.env.NODE_COMPILE_CACHE) {
    (loadInternal("internal/modules/compile_cache") as typeof import("./compile_cache")).enableCompileCache();
  }
}

/** True when the main file is an ES module by its name or package; a file that does not tell starts as CommonJS. */
function isEsmMain(path: string): boolean {
  const extension = extname(path);
  if (extension === ".mjs" || extension === ".wasm") return true;
  if (extension === ".cjs" || extension === ".json" || extension === ".node") return false;
  return packageScope(path)?.type === "module";
}

/** Runs the program in the file `path`, CommonJS or ES module. Throws what a CommonJS program throws. */
export function runMain(path: string): void {
  prepare();
  const request = resolve(path);
  const found = Module._findPath(request, null, true);
  if (found && isEsmMain(found)) runMainModule(pathToFileURL(found).href);
  else Module._load(found || request, null, true);
}
Module["runMain"] = (path: string = process.argv[1]!) => runMain(path);

/** `--check`: throws the SyntaxError of a file that cannot be compiled; runs nothing. */
export function checkSyntax(path: string): void {
  prepare();
  const request = resolve(path);
  const found = Module._findPath(request, null, true);
  if (!found) throw moduleNotFound(`Cannot find module '${request}'`, { requireStack: [] });
  const source = stripBom(readSource(found));
  const format = isEsmMain(found) ? "module" : declaredFormat(found) ?? detectFormat(source, found);
  if (format === "module") binding.compileModule(source, pathToFileURL(found).href);
  else compileCommonJs(source, found);
}

/** `--require`: modules loaded before the program, in order. */
export function runPreload(ids: readonly string[]): void {
  prepare();
  Module._preloadModules(ids);
}

/** `--import`: modules that are imported one after the other; then `start` runs the program. */
export function runImports(ids: readonly string[], start: () => void): void {
  prepare();
  const parent = pathToFileURL(`${process.cwd()}/`).href;
  void runUntilSettled(async () => {
    for (const id of ids) await importModule(id, parent);
    start();
  });
}

/** How `--eval` and standard input are run. */
export interface EvalOptions {
  /** Print the result. */
  print?: boolean;
  /** How the text is read; without it, by its syntax. */
  inputType?: "" | "commonjs" | "module" | undefined;
  /** `[eval]` or `[stdin]`. */
  name?: string;
}

/** Runs a text as the program. */
export function runEval(source: string, options: EvalOptions = {}): void {
  prepare();
  const name = options.name ?? "[eval]";
  if (options.inputType === "module") {
    if (options.print) throw new ERR_EVAL_ESM_CANNOT_PRINT();
    evalModule(source, name);
  } else {
    evalScript(source, name, options);
  }
}

function evalModule(source: string, name: string): void {
  const url = pathToFileURL(resolve(name.replace("]", "1]"))).href;
  void runUntilSettled(() => runModule(loadModuleText(url, source)));
}

function evalScript(source: string, name: string, options: EvalOptions): void {
  const module = new Module(name, undefined);
  module.filename = resolve(name);
  module.paths = nodeModulePaths(process.cwd());
  defineBuiltinGlobals();
  const globals = globalThis as unknown as Record<string, unknown>;
  globals["__filename"] = name;
  globals["__dirname"] = ".";
  globals["module"] = module;
  globals["exports"] = module.exports;
  globals["require"] = makeRequire(Module, module);
  let failed: { error: unknown } | undefined;
  try {
    binding.checkScript(source, name);
  } catch (error) {
    failed = { error };
  }
  if (failed !== undefined) {
    if (options.inputType || !failedBecauseEsm(failed.error, source, name)) throw failed.error;
    if (options.print) throw new ERR_EVAL_ESM_CANNOT_PRINT();
    evalModule(source, name);
    return;
  }
  const result = runScript(source, name);
  if (options.print) console.log(result);
}
