/** Everything on the process object, in one place. */
import stdio from "binding:stdio";
import { isBuiltin, loadInternal, requireBuiltin } from "../builtins";
import { coded } from "../errors";
import { nextTick } from "../ticks";
import { format } from "../util/inspect";
import { validateString } from "../validators";
import { define, process } from "./object";
import "./capture";
import "./clock";
import "./environment";
import "./ids";
import "./info";
import "./lifecycle";
import "./resources";
import "./signals";
import "./stdio";
import "./usage";
import "./warnings";

const ERR_INVALID_MODULE = coded(Error, "ERR_INVALID_MODULE", (name: string) => `No such binding: ${name}`);
const ERR_UNAVAILABLE_SOURCE_MAPS = coded(
  Error,
  "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM",
  "Source maps are not supported by Rondo",
);

function refOrUnref(value: any, name: "ref" | "unref"): void {
  const method = value?.[Symbol.for(`nodejs.${name}`)] ?? value?.[name];
  if (typeof method === "function") method.call(value);
}

define({
  nextTick,
  /** A built-in module, or undefined: for code that must not fail where it is missing. */
  getBuiltinModule(id: string): unknown {
    validateString(id, "id");
    const name = id.startsWith("node:") ? id.slice(5) : id;
    return isBuiltin(name) ? requireBuiltin(name) : undefined;
  },
  binding(name: string): never {
    throw new ERR_INVALID_MODULE(name);
  },
  setSourceMapsEnabled(enabled: boolean): void {
    if (enabled) throw new ERR_UNAVAILABLE_SOURCE_MAPS();
  },
  /** Makes a handle or timer keep the process alive, or no longer. */
  ref(value: any): void {
    refOrUnref(value, "ref");
  },
  unref(value: any): void {
    refOrUnref(value, "unref");
  },
  /** Text on standard error at once, whatever state the streams are in. */
  _rawDebug(...args: unknown[]): void {
    stdio.writeText(2, `${format(...args)}\n`);
  },
  loadEnvFile(path?: string): void {
    loadInternal("internal/process/env_file")["loadEnvFile"](path);
  },
});

let flags: Set<string> | undefined;
Object.defineProperty(process, "allowedNodeEnvironmentFlags", {
  enumerable: true,
  configurable: true,
  get: () => (flags ??= loadInternal("internal/process/env_flags")["makeEnvironmentFlags"]()),
});
