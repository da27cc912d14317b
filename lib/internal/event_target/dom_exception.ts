/** DOMException (Web IDL, section 2.8.1): the error of web interfaces, told apart by `name`. */
import { ERR_INVALID_THIS } from "../errors";

// The number of a name is its position, from 1; undefined where the standard dropped the name.
const kLegacy: readonly (readonly [constant: string, name: string])[] = [
  ["INDEX_SIZE_ERR", "IndexSizeError"],
  ["DOMSTRING_SIZE_ERR", ""],
  ["HIERARCHY_REQUEST_ERR", "HierarchyRequestError"],
  ["WRONG_DOCUMENT_ERR", "WrongDocumentError"],
  ["INVALID_CHARACTER_ERR", "InvalidCharacterError"],
  ["NO_DATA_ALLOWED_ERR", ""],
  ["NO_MODIFICATION_ALLOWED_ERR", "NoModificationAllowedError"],
  ["NOT_FOUND_ERR", "NotFoundError"],
  ["NOT_SUPPORTED_ERR", "NotSupportedError"],
  ["INUSE_ATTRIBUTE_ERR", "InUseAttributeError"],
  ["INVALID_STATE_ERR", "InvalidStateError"],
  ["SYNTAX_ERR", "SyntaxError"],
  ["INVALID_MODIFICATION_ERR", "InvalidModificationError"],
  ["NAMESPACE_ERR", "NamespaceError"],
  ["INVALID_ACCESS_ERR", "InvalidAccessError"],
  ["VALIDATION_ERR", ""],
  ["TYPE_MISMATCH_ERR", "TypeMismatchError"],
  ["SECURITY_ERR", "SecurityError"],
  ["NETWORK_ERR", "NetworkError"],
  ["ABORT_ERR", "AbortError"],
  ["URL_MISMATCH_ERR", "URLMismatchError"],
  ["QUOTA_EXCEEDED_ERR", "QuotaExceededError"],
  ["TIMEOUT_ERR", "TimeoutError"],
  ["INVALID_NODE_TYPE_ERR", "InvalidNodeTypeError"],
  ["DATA_CLONE_ERR", "DataCloneError"],
];
const kCodes = new Map<string, number>();
kLegacy.forEach(([, name], index) => {
  if (name !== "") kCodes.set(name, index + 1);
});

/** An error of a web interface. `new DOMException(message, name)` or `new DOMException(message, { name, cause })`. */
export class DOMException extends Error {
  #name: string;
  #message: string;

  constructor(message: string = "", options: string | { name?: string; cause?: unknown } = "Error") {
    // V8 takes the text of the stack's first line here. After that the message is the prototype's, as Web IDL has it.
    super(`${message}`);
    this.#message = `${message}`;
    delete (this as { message?: string }).message;
    if (options !== null && typeof options === "object") {
      this.#name = `${options.name === undefined ? "Error" : options.name}`;
      if ("cause" in options) {
        Object.defineProperty(this, "cause", {
          value: options.cause,
          configurable: true,
          enumerable: false,
          writable: true,
        });
      }
    } else {
      this.#name = `${options}`;
    }
  }

  override get name(): string {
    if (!(#name in this)) throw new ERR_INVALID_THIS("DOMException");
    return this.#name;
  }
  override get message(): string {
    if (!(#name in this)) throw new ERR_INVALID_THIS("DOMException");
    return this.#message;
  }
  /** The number that old programs compare; 0 for names without one. */
  get code(): number {
    if (!(#name in this)) throw new ERR_INVALID_THIS("DOMException");
    return kCodes.get(this.#name) ?? 0;
  }
}
for (const name of ["name", "message", "code"]) Object.defineProperty(DOMException.prototype, name, { enumerable: true });
Object.defineProperty(DOMException.prototype, Symbol.toStringTag, { value: "DOMException", configurable: true });
kLegacy.forEach(([constant], index) => {
  const descriptor = { value: index + 1, enumerable: true };
  Object.defineProperty(DOMException, constant, descriptor);
  Object.defineProperty(DOMException.prototype, constant, descriptor);
});
