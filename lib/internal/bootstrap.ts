/**
 * The root of the core bundle. Loading it defines the built-ins and the globals and reads nothing of the process, so that the
 * result can be frozen in a startup snapshot; `start` is what runs at every start.
 */
import "./stack_trace";
import "./common";
import { attachLoop } from "./loop";
import { longTasks, observeBlocking, poolWaits } from "./observe";
import { installGlobals } from "./process/globals";
import { runMainProgram } from "./main";
import { runStartHooks } from "./startup";

installGlobals(globalThis);
observeBlocking();
for (const [name, value] of Object.entries({ longTasks, poolWaits })) {
  Object.defineProperty(process, name, { value, configurable: true, enumerable: true, writable: true });
}

/** Called by C++ as the main task. */
export function start(): void {
  runStartHooks();
  attachLoop();
  runMainProgram();
}
