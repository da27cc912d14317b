/** The global names. What most programs do without is made when it is first used. */
import timers from "../../timers";
import process from "../../process";
import { loadInternal } from "../builtins";
import { queueMicrotask } from "../ticks";
import "../console/global";
import "./stdio/output";

/** Classes and objects by the file of lib/ that exports them under their own names. */
const kLazy: Record<string, readonly string[]> = {
  buffer: ["Buffer"],
  "internal/buffer/blob": ["Blob"],
  "internal/buffer/file": ["File"],
  "internal/console/global": ["console"],
  "internal/deps/undici": ["WebSocket", "CloseEvent", "MessageEvent"],
  "internal/encoding/text": ["TextEncoder", "TextDecoder"],
  "internal/event_target/abort_signal": ["AbortController", "AbortSignal"],
  "internal/event_target/dom_exception": ["DOMException"],
  "internal/event_target/event": ["Event", "CustomEvent"],
  "internal/event_target/event_target": ["EventTarget"],
  "internal/perf/entry": ["PerformanceEntry", "PerformanceMark", "PerformanceMeasure"],
  "internal/perf/observer": ["PerformanceObserver", "PerformanceObserverEntryList"],
  "internal/perf/performance": ["Performance"],
  "internal/process/navigator": ["Navigator", "navigator"],
  "internal/streams/web/readable_stream": [
    "ReadableStream", "ReadableStreamDefaultController", "ReadableStreamDefaultReader",
  ],
  "internal/streams/web/shared": ["ByteLengthQueuingStrategy", "CountQueuingStrategy"],
  "internal/streams/web/text_streams": ["TextDecoderStream", "TextEncoderStream"],
  "internal/streams/web/transform_stream": ["TransformStream", "TransformStreamDefaultController"],
  "internal/streams/web/writable_stream": [
    "WritableStream", "WritableStreamDefaultController", "WritableStreamDefaultWriter",
  ],
  "internal/url/search_params": ["URLSearchParams"],
  "internal/url/url": ["URL"],
};
/** The same for those that are enumerable, as the specifications of the web have it. */
const kLazyEnumerable: Record<string, readonly string[]> = {
  "internal/encoding/base64": ["atob", "btoa"],
  "internal/perf/performance": ["performance"],
};

function structuredClone(value: unknown, options?: { transfer?: unknown[] }): unknown {
  return loadInternal("internal/process/structured_clone")["structuredClone"](value, options, arguments.length);
}

/** Puts them on the global object. */
export function installGlobals(global: any): void {
  const define = (name: string, value: unknown, enumerable: boolean): void => {
    Object.defineProperty(global, name, { value, writable: true, enumerable, configurable: true });
  };
  const defineLazy = (name: string, id: string, enumerable: boolean): void => {
    // Named by their place, as `get console` and `set console`.
    const accessors = {
      get [name](): unknown {
        const exports = loadInternal(id);
        const value = name === "console" ? exports["default"] : exports[name];
        define(name, value, enumerable);
        return value;
      },
      set [name](value: unknown) {
        define(name, value, enumerable);
      },
    };
    const { get, set } = Object.getOwnPropertyDescriptor(accessors, name)!;
    Object.defineProperty(global, name, { get: get!, set: set!, enumerable, configurable: true });
  };

  Object.defineProperty(global, Symbol.toStringTag, { value: "global", configurable: true });
  define("global", global, true);
  define("process", process, false);
  const functions = { ...timers, queueMicrotask, structuredClone } as Record<string, unknown>;
  delete functions["promises"];
  for (const [name, value] of Object.entries(functions)) define(name, value, true);
  for (const [id, names] of Object.entries(kLazy)) for (const name of names) defineLazy(name, id, false);
  for (const [id, names] of Object.entries(kLazyEnumerable)) for (const name of names) defineLazy(name, id, true);
}
