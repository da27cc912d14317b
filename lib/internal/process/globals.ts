/** The global names that no other file defines. */
import { queueMicrotask } from "../ticks";
import { loadInternal } from "../builtins";
import process from "../../process";
import "./stdio/output";

/** Puts them on the global object. */
export function installGlobals(global: any): void {
  const hidden = (name: string, value: unknown): void => {
    Object.defineProperty(global, name, { value, writable: true, enumerable: false, configurable: true });
  };
  const lazy = (name: string, make: () => unknown): void => {
    const set = (value: unknown): void => hidden(name, value);
    Object.defineProperty(global, name, {
      enumerable: false,
      configurable: true,
      get() {
        const value = make();
        set(value);
        return value;
      },
      set,
    });
  };
  hidden("global", global);
  hidden("process", process);
  hidden("queueMicrotask", queueMicrotask);
  const timers = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate"];
  for (const name of timers) lazy(name, () => loadInternal("timers")["default"][name]);
  lazy("console", () => loadInternal("internal/console/global")["default"]);
  lazy("Buffer", () => loadInternal("buffer")["Buffer"]);
  for (const name of ["Event", "CustomEvent"]) lazy(name, () => loadInternal("internal/event_target/event")[name]);
  lazy("EventTarget", () => loadInternal("internal/event_target/event_target")["EventTarget"]);
  lazy("DOMException", () => loadInternal("internal/event_target/dom_exception")["DOMException"]);
  for (const name of ["AbortController", "AbortSignal"]) {
    lazy(name, () => loadInternal("internal/event_target/abort_signal")[name]);
  }
  lazy("performance", () => loadInternal("internal/perf/performance")["performance"]);
  const entries = ["PerformanceEntry", "PerformanceMark", "PerformanceMeasure"];
  for (const name of entries) lazy(name, () => loadInternal("internal/perf/entry")[name]);
  const observers = ["PerformanceObserver", "PerformanceObserverEntryList"];
  for (const name of observers) lazy(name, () => loadInternal("internal/perf/observer")[name]);
  lazy("URL", () => loadInternal("internal/url/url")["URL"]);
  lazy("URLSearchParams", () => loadInternal("internal/url/search_params")["URLSearchParams"]);
}
