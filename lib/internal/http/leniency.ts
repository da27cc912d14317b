/** How strict a parser is, and what may stand in the values of headers that are sent: the options httpValidation, insecureHTTPParser. */
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { getOption } from "../options";
import { validateOneOf } from "../validators";

/** As C++ knows it; see HttpParser::Leniency. */
export const enum Leniency {
  Strict,
  /** Control characters may stand in the values of headers, but for NUL, CR and LF. */
  Relaxed,
  /** Whatever llhttp can make sense of; what is sent is as with Relaxed. */
  Insecure,
}
const kNames = ["strict", "relaxed", "insecure"];

/** Reads the two options, of which one may be given. */
export function readLeniency(options: any): Leniency {
  const { httpValidation, insecureHTTPParser } = options;
  if (httpValidation === undefined) {
    return (insecureHTTPParser ?? getOption("insecureHttpParser")) ? Leniency.Insecure : Leniency.Strict;
  }
  validateOneOf(httpValidation, "options.httpValidation", kNames);
  if (insecureHTTPParser !== undefined) {
    throw new ERR_INVALID_ARG_VALUE("options.httpValidation", httpValidation, "cannot be used together with options.insecureHTTPParser");
  }
  return kNames.indexOf(httpValidation);
}
