/** What happens to an `'error'` event that nobody listens to: it is thrown. */
import { requireBuiltin } from "../builtins";
import { coded, describe } from "../errors";

const ERR_UNHANDLED_ERROR = coded(
  Error,
  "ERR_UNHANDLED_ERROR",
  (shown: string) => `Unhandled error. (${shown})`,
);

/** Where an error was emitted, for the report of an uncaught exception. */
const kEmission: unique symbol = Symbol("emission") as any;
interface Emission {
  owner: string;
  trace: { stack?: string };
}

function show(value: unknown): string {
  try {
    return requireBuiltin("util").inspect(value);
  } catch {
    return describe(value);
  }
}

/**
 * Throws `error` itself, or an ERR_UNHANDLED_ERROR whose `context` is the value when that is not an Error. `above` is the
 * function whose callers the report shows.
 */
export function throwUnhandled(error: unknown, emitter: object, above: Function): never {
  if (error instanceof Error) {
    const trace = {};
    Error.captureStackTrace(trace, above);
    const emission: Emission = { owner: emitter.constructor?.name || "Object", trace };
    if (Object.isExtensible(error)) {
      Object.defineProperty(error, kEmission, { value: emission, configurable: true, enumerable: false });
    }
    throw error;
  }
  const wrapped = new ERR_UNHANDLED_ERROR(show(error)) as Error & { context?: unknown };
  wrapped.context = error;
  throw wrapped;
}

/**
 * `Emitted 'error' event on Server instance at:` and the frames, for an error that was emitted and that nobody listened
 * for; an empty string for any other. Frames that the error's own stack ends with are left out.
 */
export function emittedAt(error: unknown): string {
  const emission = (error as { [kEmission]?: Emission } | null)?.[kEmission];
  if (emission === undefined) return "";
  const frames = String(emission.trace.stack).split("\n").slice(1);
  const own = String((error as Error).stack).split("\n");
  while (frames.length > 1 && frames.at(-1) === own.at(-1)) {
    frames.pop();
    own.pop();
  }
  return `Emitted 'error' event on ${emission.owner} instance at:\n${frames.join("\n")}`;
}
