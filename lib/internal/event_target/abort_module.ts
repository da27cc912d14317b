/** What npm packages get for `abort-controller`. */
import { AbortController, AbortSignal } from "./abort_signal";

export default { AbortController, AbortSignal };
