/** The checks that readable-stream asks for. */
import { validateAbortSignal, validateBoolean, validateFunction, validateInteger, validateObject } from "../validators";

export default { validateAbortSignal, validateBoolean, validateFunction, validateInteger, validateObject };
