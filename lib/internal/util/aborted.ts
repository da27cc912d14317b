/** `util.aborted`: a promise for the moment when a signal aborts, as long as a resource is in use. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { validateObject } from "../validators";

/**
 * Resolves when `signal` aborts. Holds `resource` weakly: once that is collected, the promise stays pending for ever
 * and nothing keeps the listener.
 */
export async function aborted(signal: AbortSignal, resource: object): Promise<void> {
  if (signal === undefined || signal === null || typeof signal !== "object" || !("aborted" in signal)) {
    throw new ERR_INVALID_ARG_TYPE("signal", "AbortSignal", signal);
  }
  validateObject(resource, "resource", { nullable: false, array: true, func: true });
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const ref = new WeakRef(resource);
    const listener = (): void => {
      registry.unregister(listener);
      if (ref.deref() !== undefined) resolve();
    };
    const registry = new FinalizationRegistry<() => void>((stale) => signal.removeEventListener("abort", stale));
    registry.register(resource, listener, listener);
    signal.addEventListener("abort", listener, { once: true });
    kRegistries.set(resource, registry);
  });
}

/** Keeps a registry alive as long as its resource. */
const kRegistries = new WeakMap<object, FinalizationRegistry<() => void>>();
