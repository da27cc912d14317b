/** The limit of listeners for an event where neither the emitter nor the program set another. */
import { validateNumber } from "../validators";

export let defaultMaxListeners = 10;

/** Changes the default for every emitter without a limit of its own. */
export function setDefaultMaxListeners(count: unknown): void {
  validateNumber(count, "defaultMaxListeners", 0);
  defaultMaxListeners = count;
}
