/** setImmediate: callbacks for the loop's check phase. Those queued while a batch runs belong to the next turn. */
import { captureContext, swapContext } from "../async/context";
import { noteWait, originOf, taskInfo } from "../task_info";
import loop from "binding:loop";

/** Shared with C++: [immediates waiting, those that keep the process alive]. */
export const immediateInfo = new Uint32Array(2);

export class Immediate {
  _next: Immediate | null = null;
  _previous: Immediate | null = null;
  _onImmediate: ((...args: any[]) => void) | null;
  _args: any[] | undefined;
  _refed = true;
  _context: unknown;
  /** When the task began that set it. */
  _set: number;
  _origin: number;

  constructor(callback: (...args: any[]) => void, args: any[] | undefined) {
    this._onImmediate = callback;
    this._args = args;
    this._context = captureContext();
    this._set = taskInfo[0]!;
    this._origin = originOf(callback);
    immediateInfo[0]!++;
    immediateInfo[1]!++;
    append(this);
  }
  ref(): this {
    if (!this._refed && this._onImmediate !== null) {
      this._refed = true;
      immediateInfo[1]!++;
    }
    return this;
  }
  unref(): this {
    if (this._refed && this._onImmediate !== null) {
      this._refed = false;
      immediateInfo[1]!--;
    }
    return this;
  }
  hasRef(): boolean {
    return this._refed;
  }
  [Symbol.dispose](): void {
    clearImmediate(this);
  }
}

let first: Immediate | null = null;
let last: Immediate | null = null;
/** The rest of a batch that an exception cut short; it goes on in the same phase. */
let batch: Immediate | null = null;
let lastCallback: Immediate["_onImmediate"] = null;

function append(item: Immediate): void {
  item._previous = last;
  if (last === null) first = item;
  else last._next = item;
  last = item;
}

function forget(item: Immediate): void {
  item._onImmediate = null;
  immediateInfo[0]!--;
  if (item._refed) immediateInfo[1]!--;
  item._refed = false;
}

/** Cancels an Immediate; anything else is ignored. */
export function clearImmediate(item?: unknown): void {
  if (!(item instanceof Immediate) || item._onImmediate === null) return;
  forget(item);
  // One that stands in the batch being run stays linked and is passed over.
  if (item._previous === null && first !== item) return;
  if (item._previous !== null) item._previous._next = item._next;
  else first = item._next;
  if (item._next !== null) item._next._previous = item._previous;
  else last = item._previous;
}

/** Runs the batch. The loop calls it in the check phase, and again after an exception was handled. */
export function processImmediates(): void {
  if (batch === null) {
    batch = first;
    first = last = null;
  }
  let ranOne = false;
  while (batch !== null) {
    const item: Immediate = batch;
    if (item._onImmediate !== null && ranOne) loop.betweenCallbacks();
    batch = item._next;
    item._next = item._previous = null;
    const callback = item._onImmediate;
    if (callback === null) continue; // cancelled, perhaps by that very drain
    ranOne = true;
    forget(item);
    lastCallback = callback;
    noteWait(item._set, item._set, item._origin);
    swapContext(item._context);
    if (item._args === undefined) callback.call(item);
    else callback.apply(item, item._args);
  }
}

/** The callback of the immediate that ran last: whom a report of a long task names. */
export function lastImmediate(): unknown {
  return lastCallback;
}
