/** The module map: every ES module of the process, by URL and type. */
import { onStart } from "../startup";
import type { Format } from "./esm_format";

/** A module in the map. `handle` is the native module's number in binding:modules. */
export interface Job {
  readonly key: string;
  readonly url: string;
  readonly format: Format;
  readonly handle: number;
  /** The CommonJS file behind the module, if any. */
  readonly path: string | undefined;
  /** What it imports, in order; undefined until it is linked. */
  dependencies: Job[] | undefined;
  /** The text of an ES module until it is linked. */
  source: string | undefined;
  /** What `evaluate` gave. */
  evaluation: Promise<unknown> | undefined;
}

const byKey = new Map<string, Job>();
const byHandle: (Job | undefined)[] = [];

onStart(() => {
  byKey.clear();
  byHandle.length = 0;
});

export const keyOf = (url: string, type: string | undefined): string => (type ? `${url}\0${type}` : url);

export function findJob(key: string): Job | undefined {
  return byKey.get(key);
}

export function jobOfHandle(handle: number): Job | undefined {
  return byHandle[handle];
}

export function addJob(
  key: string,
  url: string,
  format: Format,
  handle: number,
  path: string | undefined,
  source?: string,
): Job {
  const job: Job = { key, url, format, handle, path, dependencies: undefined, source, evaluation: undefined };
  byKey.set(key, job);
  byHandle[handle] = job;
  return job;
}

/** Forgets modules whose graph could not be loaded, so that a later import tries again. */
export function forget(jobs: readonly Job[]): void {
  for (const job of jobs) {
    if (byKey.get(job.key) === job) byKey.delete(job.key);
  }
}

/** Every module made from a built-in, for `module.syncBuiltinESMExports`. */
export function* builtinJobs(): Iterable<Job> {
  for (const job of byKey.values()) if (job.format === "builtin") yield job;
}
