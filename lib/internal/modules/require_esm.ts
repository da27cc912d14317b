/** `require()` of an ES module: it runs at once, and its namespace is what `require` returns. */
import binding from "binding:modules";
import { pathToFileURL } from "../url/file";
import { Module } from "./cjs_module";
import { type CjsModule, parentOf, requireStackOf } from "./cjs_state";
import { ERR_REQUIRE_ASYNC_MODULE, ERR_REQUIRE_CYCLE_MODULE } from "./errors";
import { explainCommonJsName } from "./esm_errors";
import { kNoAttributes } from "./esm_format";
import { loadModule, loadModuleText } from "./esm_graph";
import { evaluate, instantiate } from "./esm_loader";
import { findJob, type Job } from "./esm_map";
import { runMainModule } from "./run_esm_main";

declare const process: any;

const kEvaluating = binding.kEvaluating;

function refuseCycle(job: Job, filename: string, parent: CjsModule | null | undefined, seen: Set<Job>): void {
  if (seen.has(job)) return;
  seen.add(job);
  if (binding.status(job.handle) === kEvaluating) {
    const from = parent?.filename ? ` (from ${parent.filename})` : "";
    throw new ERR_REQUIRE_CYCLE_MODULE(
      `Cannot require() ES Module ${filename} in a cycle.${from} A cycle involving require(esm) is not allowed to ` +
        "maintain invariants mandated by the ECMAScript specification. Try making at least part of the dependency in " +
        "the graph lazily loaded.",
    );
  }
  for (const dependency of job.dependencies ?? []) refuseCycle(dependency, filename, parent, seen);
}

/** Runs a module without top-level await to its end; throws what it throws. */
function runNow(job: Job, filename: string, parent: CjsModule | null | undefined): object {
  refuseCycle(job, filename, parent, new Set());
  instantiate(job);
  if (binding.isGraphAsync(job.handle)) {
    throw new ERR_REQUIRE_ASYNC_MODULE(filename, requireStackOf(parent));
  }
  // The promise is settled already; handled here so that nobody else hears of its rejection.
  evaluate(job).catch(() => {});
  const failed: [unknown] | undefined = binding.exception(job.handle);
  if (failed !== undefined) {
    explainCommonJsName(failed[0], job, false);
    throw failed[0];
  }
  return binding.namespace(job.handle);
}

/**
 * What `require` gives for a namespace: its `module.exports` export if it has one; the namespace with `__esModule`
 * added when there is a default export, for code that tools have turned from ES modules into CommonJS.
 */
function exportsOf(namespace: Record<string, unknown>, job: Job): unknown {
  if (Object.hasOwn(namespace, "module.exports")) return namespace["module.exports"];
  if (!Object.hasOwn(namespace, "default") || Object.hasOwn(namespace, "__esModule")) return namespace;
  const facade: number = binding.compileModule(
    'export * from "original"; export { default } from "original"; export const __esModule = true;',
    job.url,
  );
  binding.link(facade, (binding.requests(facade) as unknown[]).map(() => job.handle));
  binding.instantiate(facade);
  binding.evaluate(facade);
  return binding.namespace(facade);
}

/** Fills `module.exports` from the ES module in `filename`; `source` is its text. */
export function requireEsm(module: CjsModule, filename: string, source: string): void {
  const url = pathToFileURL(filename).href;
  if (process.mainModule === module) {
    process.mainModule = undefined;
    delete Module._cache[filename];
    runMainModule(url, source);
    return;
  }
  const parent = parentOf(module);
  const known = findJob(url);
  if (known !== undefined) refuseCycle(known, filename, parent, new Set());
  // The text at hand may differ from the file's: packages hook require.extensions to change it.
  const job = known === undefined || known.format !== "module"
    ? loadModuleText(url, source, { forRequire: true, isFile: true })
    : loadModule(url, kNoAttributes, { forRequire: true });
  module.exports = exportsOf(runNow(job, filename, parent) as Record<string, unknown>, job);
}
