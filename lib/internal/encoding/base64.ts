/** `atob` and `btoa`, by the WHATWG HTML Standard. */
import binding from "binding:buffer";
import { ERR_MISSING_ARGS } from "../errors";
import { DOMException } from "../event_target/dom_exception";

/** The base64 text of a string whose characters are bytes. */
export function btoa(input: unknown): string {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS("input");
  const text = binding.btoa(`${input}`);
  if (text === undefined) throw new DOMException("Invalid character", "InvalidCharacterError");
  return text;
}

/** The bytes of a base64 text, a character each. White space is skipped. */
export function atob(input: unknown): string {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS("input");
  const text = binding.atob(`${input}`);
  if (typeof text === "string") return text;
  throw new DOMException(
    text === undefined ? "Invalid character" : "The string to be decoded is not correctly encoded.",
    "InvalidCharacterError",
  );
}
