/** In `--eval` programs and the REPL every built-in is a global, loaded when it is first used. */
import { builtinIds } from "../builtins";
import { loadPublicBuiltin } from "./builtin_exports";

/** Defines `fs`, `os` and the rest on globalThis, where that name is free. */
export function defineBuiltinGlobals(): void {
  for (const id of builtinIds()) {
    if (id.startsWith("_") || id.includes("/") || id in globalThis || id === "test" || id === "module") continue;
    const set = (value: unknown): void => {
      Object.defineProperty(globalThis, id, { value, writable: true, enumerable: true, configurable: true });
    };
    Object.defineProperty(globalThis, id, {
      get() {
        const value = loadPublicBuiltin(id);
        Object.defineProperty(globalThis, id, { value, writable: true, enumerable: false, configurable: true });
        return value;
      },
      set,
      enumerable: false,
      configurable: true,
    });
  }
}
