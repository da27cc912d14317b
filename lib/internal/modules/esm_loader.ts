/** ES modules: running what is loaded, `import()`, and the hooks that V8 calls. */
import binding from "binding:modules";
import { pathToFileURL } from "../url/file";
import { onStart } from "../startup";
import { conditionsForImport } from "./conditions";
import { ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING } from "./errors";
import { explainCommonJsName, explainMissingExport } from "./esm_errors";
import type { Attributes } from "./esm_format";
import { attributesOf, loadModule } from "./esm_graph";
import { type Job, jobOfHandle } from "./esm_map";
import { resolveEsm } from "./esm_resolve";
import { initImportMeta } from "./import_meta";

declare const process: any;

/** Links names between the modules of a graph; throws the SyntaxError of a missing export. */
export function instantiate(job: Job): void {
  // [error, importing module's URL, source line], or undefined when all is well.
  const failed: [unknown, string, string] | undefined = binding.instantiate(job.handle);
  if (failed === undefined) return;
  const [error, importer, line] = failed;
  explainMissingExport(error, importer, line);
  throw error;
}

/** Runs an instantiated module, once; the promise settles when it is done. */
export function evaluate(job: Job): Promise<unknown> {
  return (job.evaluation ??= binding.evaluate(job.handle) as Promise<unknown>);
}

/** Runs the module and gives its namespace. */
export async function runModule(job: Job): Promise<object> {
  await undefined; // never inside the caller: import() returns first
  instantiate(job);
  try {
    await evaluate(job);
  } catch (error) {
    explainCommonJsName(error, job, binding.hasTopLevelAwait(job.handle));
    throw error;
  }
  return binding.namespace(job.handle);
}

/** `import(specifier, { with: attributes })` in the module `parent` (a URL). */
export async function importModule(specifier: string, parent: string, attributes?: Attributes): Promise<object> {
  return runModule(loadModule(resolveEsm(specifier, parent, conditionsForImport()), attributes));
}

/** What a script's resource name is as a URL: scripts are named by path, by URL, or by something like `[eval]`. */
export function referrerUrl(name: string): string {
  if (/^(file|data|node):/.test(name)) return name;
  return pathToFileURL(name.startsWith("/") ? name : `${process.cwd()}/`).href;
}

type DynamicImport = (specifier: string, attributes: Attributes) => Promise<object>;
/** `importModuleDynamically` of scripts made through `vm`, by the symbol in the script's host-defined options. */
const scriptImports = new WeakMap<symbol, DynamicImport>();

/** Makes the symbol for a script whose `import()` calls go to `hook`. */
export function registerScriptImport(hook: DynamicImport): symbol {
  const id = Symbol("importModuleDynamically");
  scriptImports.set(id, hook);
  return id;
}

/**
 * Called by V8 for every `import()`. `host` comes from the script's host-defined options: undefined for the default
 * loader, false for scripts that may not import, or a symbol from registerScriptImport.
 */
async function onDynamicImport(
  specifier: string,
  attributes: readonly string[],
  name: string,
  host: symbol | false | undefined,
): Promise<object> {
  const checked = attributesOf(attributes);
  if (host === undefined) return importModule(specifier, referrerUrl(name), checked);
  const hook = host === false ? undefined : scriptImports.get(host);
  if (hook === undefined) throw new ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING();
  return hook(specifier, checked);
}

function onImportMeta(handle: number, meta: Record<string, unknown>): void {
  const job = jobOfHandle(handle);
  if (job !== undefined) initImportMeta(job, meta);
}

onStart(() => binding.setHooks(onDynamicImport, onImportMeta));
