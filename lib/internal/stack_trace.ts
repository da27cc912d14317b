/** The text of `error.stack`. */
import binding from "binding:stack_trace";
import { kCoded } from "./errors";
import { onStart } from "./startup";

const errorToString = Error.prototype.toString;

/** `global` is that of the context in which the error was made: each has its own Error. */
function prepare(global: any, error: any, sites: object[]): unknown {
  const custom = global.Error?.prepareStackTrace;
  if (typeof custom === "function") return custom.call(global.Error, error, sites);
  let header: string;
  try {
    header = error[kCoded] ? error.toString() : errorToString.call(error);
  } catch {
    header = "<error>";
  }
  return sites.length === 0 ? header : `${header}\n    at ${sites.join("\n    at ")}`;
}

onStart(() => binding.setPrepare(prepare));
