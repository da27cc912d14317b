/** `util.getCallSites`: the caller's stack as data. */
import inspectBinding from "binding:inspect";
import { ERR_METHOD_NOT_IMPLEMENTED, ERR_OUT_OF_RANGE } from "../errors";
import { validateBoolean, validateNumber, validateObject } from "../validators";

export interface CallSite {
  functionName: string;
  scriptId: string;
  scriptName: string;
  lineNumber: number;
  columnNumber: number;
  column: number;
}
export interface CallSitesOptions {
  /** Places in the original sources: refused when true, since source maps are not read. */
  sourceMap?: boolean;
}

/** The stack above the caller, nearest frame first; at most `frameCount` (1 to 200, 10 by default) frames. */
export function getCallSites(frameCount: number | CallSitesOptions = 10, options: CallSitesOptions = {}): CallSite[] {
  let count = 10;
  let given = options;
  if (typeof frameCount === "object" && frameCount !== null) given = frameCount;
  else count = frameCount as number;
  validateNumber(count, "frameCount", 1, 200);
  if (!Number.isInteger(count)) throw new ERR_OUT_OF_RANGE("frameCount", "an integer", count);
  validateObject(given, "options");
  if (given.sourceMap !== undefined) validateBoolean(given.sourceMap, "options.sourceMap");
  if (given.sourceMap) throw new ERR_METHOD_NOT_IMPLEMENTED("util.getCallSites({ sourceMap: true })");
  // This function's own frame does not count.
  return (inspectBinding.callSites(count + 1) as CallSite[]).slice(1);
}
