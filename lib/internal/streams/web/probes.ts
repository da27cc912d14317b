/** How Node's stream functions (`finished`, `pipeline`, `isReadable` ...) look into a web stream: by registered symbols. */

/** The state of a stream, of either kind. */
export interface Probed {
  readonly state: string;
  readonly settled: { promise: Promise<void> };
  readonly disturbed?: boolean;
  error?(reason: unknown): void;
  errorIfNeeded?(reason: unknown): void;
}

/** Defines the symbols on a prototype; `flag` is `readable` or `writable`. */
export function defineProbes(prototype: object, flag: string, coreOf: (stream: any) => Probed): void {
  const define = (name: string, get: (core: Probed) => unknown): void => {
    Object.defineProperty(prototype, Symbol.for(name), {
      configurable: true,
      get(this: object) {
        return get(coreOf(this));
      },
    });
  };
  define("nodejs.stream.errored", (core) => core.state === "errored");
  define(`nodejs.stream.${flag}`, (core) => core.state === flag);
  define("nodejs.webstream.isClosedPromise", (core) => core.settled);
  define("nodejs.webstream.controllerErrorFunction", (core) => (reason: unknown) => {
    if (core.error !== undefined) core.error(reason);
    else core.errorIfNeeded!(reason);
  });
  if (flag === "readable") define("nodejs.stream.disturbed", (core) => core.disturbed);
}
