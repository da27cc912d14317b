/** `structuredClone(value, { transfer })`. */
import binding from "binding:structured_clone";
import { coded, ERR_INVALID_ARG_TYPE } from "../errors";
import { DOMException } from "../event_target/dom_exception";

const ERR_MISSING_VALUE = coded(TypeError, "ERR_MISSING_ARGS", "The value argument must be specified");

/** The code of the binding's errors that are a DataCloneError. */
const kNotCloned = "RONDO_DATA_CLONE";

type Options = { transfer?: Iterable<unknown> } | undefined;

/** `given` is how many arguments there were. */
export function structuredClone(value: unknown, options: Options, given: number): unknown {
  if (given === 0) throw new ERR_MISSING_VALUE();
  if (options != null && typeof options !== "object" && typeof options !== "function") {
    throw new ERR_INVALID_ARG_TYPE("options", ["Object", "null", "undefined"], options);
  }
  const transfer = options?.transfer === undefined ? [] : [...options.transfer];
  for (const object of transfer) {
    if (!(object instanceof ArrayBuffer)) {
      throw new DOMException("Value not transferable", "DataCloneError");
    }
  }
  try {
    return binding.clone(value, transfer);
  } catch (error: any) {
    if (error?.code !== kNotCloned) throw error;
    throw new DOMException(error.message, "DataCloneError");
  }
}
