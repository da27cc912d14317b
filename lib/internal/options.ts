/** The command line's options, as `runtime/base/options.h` lists them. */
import options from "binding:options";
import { onStart } from "./startup";

export interface Options {
  execPath: string;
  argv0: string;
  script: string;
  args: string[];
  execArgv: string[];
  /** `report`: what runs instead of a script, with `args`. */
  command: "" | "report";
  hasEval: boolean;
  eval: string;
  print: boolean;
  check: boolean;
  inputType: "" | "commonjs" | "module";
  require: string[];
  import: string[];
  conditions: string[];
  preserveSymlinks: boolean;
  preserveSymlinksMain: boolean;
  unhandledRejections: "strict" | "warn" | "warn-with-error-codes" | "none" | "throw";
  noWarnings: boolean;
  disableWarning: string[];
  noDeprecation: boolean;
  traceWarnings: boolean;
  traceDeprecation: boolean;
  throwDeprecation: boolean;
  traceUncaught: boolean;
  /** -1: not given. */
  stackTraceLimit: number;
  maxHttpHeaderSize: number;
  insecureHttpParser: boolean;
  useEnvProxy: boolean;
  longTasks: "victims" | "all" | "off";
  longTaskThreshold: number;
}

let current: Options;
onStart(() => {
  current = options.get() as Options;
});

/** One option's value at this start. */
export function getOption<K extends keyof Options>(name: K): Options[K] {
  return current[name];
}
