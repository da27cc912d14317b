/**
 * Queries that speak to DNS servers themselves. They need a resolver library that this runtime does not have: each says
 * so by its name. `dns.lookup` asks the system's resolver and is there.
 */
import { ERR_METHOD_NOT_IMPLEMENTED } from "../errors";

const kQueries = [
  "getServers", "setServers", "resolve", "resolve4", "resolve6", "resolveAny", "resolveCaa", "resolveCname", "resolveMx",
  "resolveNaptr", "resolveNs", "resolvePtr", "resolveSoa", "resolveSrv", "resolveTlsa", "resolveTxt", "reverse",
] as const;

/** Name of a function that is not there. */
export type QueryName = (typeof kQueries)[number];

function refusal(name: string, fail: (name: string) => unknown): () => unknown {
  // Named through the property, as any method.
  const methods = { [name]: () => fail(name) };
  return methods[name]!;
}

/** A function for each query, that throws, or with `rejects` returns a rejected promise where Node returns a promise. */
export function refuseQueries(module: string, rejects: boolean): Record<QueryName, () => unknown> {
  const result: Record<string, () => unknown> = {};
  for (const name of kQueries) {
    const asynchronous = rejects && name !== "getServers" && name !== "setServers";
    result[name] = refusal(name, () => {
      const error = new ERR_METHOD_NOT_IMPLEMENTED(`${module}.${name}()`);
      if (asynchronous) return Promise.reject(error);
      throw error;
    });
  }
  return result as Record<QueryName, () => unknown>;
}

/** `Resolver` of `module`: a class that cannot be made. */
export function refuseResolver(module: string): new () => never {
  return class Resolver {
    constructor() {
      throw new ERR_METHOD_NOT_IMPLEMENTED(`${module}.Resolver`);
    }
  } as unknown as new () => never;
}
