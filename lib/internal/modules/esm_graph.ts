/** Loading and linking: a module, what it imports, what those import, until nothing is missing. */
import binding from "binding:modules";
import { builtinIdOf } from "./builtin_names";
import { Module } from "./cjs_module";
import { executing } from "./cjs_state";
import { conditionsForImport } from "./conditions";
import { ERR_REQUIRE_CYCLE_MODULE } from "./errors";
import { type Attributes, checkAttributes, kNoAttributes, loadSource } from "./esm_format";
import { addJob, findJob, forget, type Job, keyOf } from "./esm_map";
import { resolveEsm } from "./esm_resolve";
import { hasLazyExports, makeBuiltinModule, makeCommonJsModule, makeJsonModule, readLazyExports } from "./esm_synthetic";
import { mayWantLazyExports } from "./lazy_exports";
import { fileURLToPath } from "../url/file";

/** What one `link` made, and how it was asked for. */
interface Loading {
  readonly made: Job[];
  /** Set while `require()` loads an ES module: CommonJS modules that are still running cannot be imported then. */
  readonly forRequire: boolean;
}

/** Makes the module of a URL that is not in the map yet. */
function createJob(key: string, url: string, attributes: Attributes, isMain: boolean): Job {
  if (url.startsWith("node:")) {
    checkAttributes(url, "builtin", attributes);
    return addJob(key, url, "builtin", makeBuiltinModule(builtinIdOf(url)!), undefined);
  }
  const { format, source, path } = loadSource(url, attributes);
  switch (format) {
    case "json":
      return addJob(key, url, format, makeJsonModule(url, path, source), path);
    case "commonjs":
      return addJob(key, url, format, makeCommonJsModule(url, path!, source, isMain), path);
    default:
      return addJob(key, url, format, binding.compileModuleFile(source, url), path, source);
  }
}

function getJob(url: string, attributes: Attributes, loading: Loading, isMain = false): Job {
  const key = keyOf(url, attributes["type"]);
  const known = findJob(key);
  if (known !== undefined) {
    checkAttributes(url, known.format, attributes);
    return known;
  }
  const job = createJob(key, url, attributes, isMain);
  loading.made.push(job);
  return job;
}

/** The attributes of a request as binding:modules lists them: key, value, key, value. */
export function attributesOf(list: readonly string[], start = 0): Attributes {
  if (list.length <= start) return kNoAttributes;
  const attributes: Record<string, string> = {};
  for (let i = start; i < list.length; i += 2) attributes[list[i]!] = list[i + 1]!;
  return attributes;
}

function refuseRunning(job: Job, specifier: string, importer: Job): void {
  if (job.format !== "commonjs" || job.path === undefined) return;
  const module = Module._cache[job.path];
  if (module === undefined || module.loaded || !executing.has(module)) return;
  throw new ERR_REQUIRE_CYCLE_MODULE(
    `Cannot import CommonJS Module ${specifier} in a cycle. (from ${pathOrUrl(importer.url)})`,
  );
}

export const pathOrUrl = (url: string): string => (url.startsWith("file:") ? fileURLToPath(url) : url);

/** Resolves and loads everything below `root`. On failure nothing of what it made stays in the map. */
function linkGraph(root: Job, loading: Loading): void {
  const conditions = conditionsForImport();
  const pending: Job[] = [root];
  for (let job = pending.pop(); job !== undefined; job = pending.pop()) {
    if (job.dependencies !== undefined) continue;
    const dependencies: Job[] = [];
    if (job.format === "module") {
      // One list of strings a request: specifier, then attribute keys and values.
      const requests: string[][] = binding.requests(job.handle);
      for (const request of requests) {
        const specifier = request[0]!;
        const url = resolveEsm(specifier, job.url, conditions);
        const dependency = getJob(url, attributesOf(request, 1), loading);
        if (loading.forRequire) refuseRunning(dependency, specifier, job);
        if (hasLazyExports(dependency.handle) && mayWantLazyExports(job.source!)) readLazyExports(dependency.handle);
        dependencies.push(dependency);
      }
      binding.link(job.handle, dependencies.map((dependency) => dependency.handle));
    }
    job.dependencies = dependencies;
    job.source = undefined;
    for (let i = dependencies.length - 1; i >= 0; i--) {
      if (dependencies[i]!.dependencies === undefined) pending.push(dependencies[i]!);
    }
  }
}

function loadGraph(loading: Loading, start: () => Job): Job {
  let done = false;
  try {
    const job = start();
    linkGraph(job, loading);
    done = true;
    return job;
  } finally {
    if (!done) forget(loading.made);
  }
}

/** The module at `url` with everything it imports, loaded and linked, not instantiated. */
export function loadModule(
  url: string,
  attributes: Attributes = kNoAttributes,
  how: { forRequire?: boolean; isMain?: boolean } = {},
): Job {
  const loading: Loading = { made: [], forRequire: how.forRequire === true };
  return loadGraph(loading, () => {
    const job = getJob(url, attributes, loading, how.isMain);
    readLazyExports(job.handle); // of a built-in, by `import()`: its namespace is handed out
    return job;
  });
}

/** The same for a text that stands for `url`, which is not in the map yet; `isFile` when it was read from there. */
export function loadModuleText(
  url: string,
  source: string,
  how: { forRequire?: boolean; isFile?: boolean } = {},
): Job {
  const loading: Loading = { made: [], forRequire: how.forRequire === true };
  return loadGraph(loading, () => {
    const handle = how.isFile ? binding.compileModuleFile(source, url) : binding.compileModule(source, url);
    const job = addJob(url, url, "module", handle, undefined, source);
    loading.made.push(job);
    return job;
  });
}
