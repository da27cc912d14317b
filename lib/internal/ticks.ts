/**
 * process.nextTick: the queue. The loop (runtime/loop) decides when it runs: after each task's JavaScript, before the
 * microtasks, and again as long as there are ticks.
 */
import { validateFunction } from "./validators";
import { captureContext, swapContext } from "./async/context";
import { FixedQueue } from "./fixed_queue";
import loop from "binding:loop";

/** Shared with C++: [there are ticks, there are rejections to look at, ticks run so far, callbacks of queueMicrotask run so far]. */
export const tickInfo = new Int32Array(4);

class Tick {
  callback: (...args: any[]) => void;
  args: any[] | undefined;
  context: unknown;
  constructor(callback: (...args: any[]) => void, args: any[] | undefined, context: unknown) {
    this.callback = callback;
    this.args = args;
    this.context = context;
  }
}

const queue = new FixedQueue<Tick>();
let last: Tick | undefined;

/** `process.nextTick(callback, ...args)` */
export function nextTick(callback: (...args: any[]) => void, ...args: any[]): void {
  validateFunction(callback, "callback");
  if (process._exiting) return;
  queue.push(new Tick(callback, args.length === 0 ? undefined : args, captureContext()));
  tickInfo[0] = 1;
}

/** Runs every tick and those that they queue. When one throws, the loop reports it and calls again for the rest. */
export function runTicks(): void {
  let tick: Tick | undefined;
  while ((tick = queue.shift()) !== undefined) {
    if (queue.isEmpty()) tickInfo[0] = 0;
    tickInfo[2]!++;
    last = tick;
    swapContext(tick.context);
    const args = tick.args;
    const callback = tick.callback;
    if (args === undefined) callback();
    else if (args.length === 1) callback(args[0]);
    else if (args.length === 2) callback(args[0], args[1]);
    else callback(...args);
  }
  tickInfo[0] = 0;
  swapContext(undefined);
}

/** The callback of the tick that ran last: whom a report of a tick flood names. */
export function lastTick(): unknown {
  return last?.callback;
}

/**
 * A microtask that V8 can queue without leaving JavaScript is a reaction of a promise. Each queueMicrotask adds one of them
 * and one callback here; both run in the order of their making, so the reactions need not say which callback is theirs.
 * Within a function: the bundle turns the constants of modules into variables, and V8 does not inline what it calls
 * through a variable.
 */
function makeQueueMicrotask(): { queueMicrotask: (callback: () => void) => void; lastMicrotask: () => unknown } {
  const then = Promise.prototype.then;
  const resolved = Promise.resolve();
  const callbacks = new FixedQueue<() => void>();
  let last: (() => void) | undefined;

  const runNext = (): void => {
    try {
      tickInfo[3]!++;
      last = callbacks.shift();
      last?.(); // there is none when the stack ran over between the two steps of queueMicrotask
    } catch (error) {
      loop.triggerUncaught(error, false);
    }
  };
  function queueMicrotask(callback: () => void): void {
    validateFunction(callback, "callback");
    // The reaction carries the async context of this moment by itself.
    Reflect.apply(then, resolved, [runNext]);
    callbacks.push(callback);
  }
  return { queueMicrotask, lastMicrotask: () => last };
}

const microtasks = makeQueueMicrotask();

/** `queueMicrotask(callback)`: an exception in the callback is an uncaught exception, not a rejection. */
export const queueMicrotask = microtasks.queueMicrotask;

/** The callback of queueMicrotask that ran last: whom a report of a flood names. */
export const lastMicrotask = microtasks.lastMicrotask;
