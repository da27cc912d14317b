/**
 * Promises that were rejected with nobody listening. V8 tells of each event as it happens; what to do about it is decided
 * after the ticks and microtasks of the task, as in Node: 'unhandledRejection', 'rejectionHandled', or the end.
 */
import loop from "binding:loop";
import { tickInfo } from "./ticks";
import { getOption } from "./options";
import { describe } from "./errors";

// v8::PromiseRejectEvent
const kRejectWithNoHandler = 0;
const kHandlerAddedAfterReject = 1;

interface Pending {
  reason: unknown;
  id: number;
  warned: boolean;
}

let lastId = 0;
/** Rejected in this drain, not yet reported. */
let pending = new Map<Promise<unknown>, Pending>();
/** Reported as unhandled; weak, since only a later catch() asks for them. */
const reported = new WeakMap<Promise<unknown>, Pending>();
/** Reported earlier, and handled since. */
let handledLate: { promise: Promise<unknown>; entry: Pending }[] = [];

/** Called by C++ in the middle of JavaScript: only takes a note. */
export function onReject(event: number, promise: Promise<unknown>, reason: unknown): void {
  if (event === kRejectWithNoHandler) {
    pending.set(promise, { reason, id: ++lastId, warned: false });
    tickInfo[1] = 1;
  } else if (event === kHandlerAddedAfterReject) {
    if (pending.delete(promise)) return;
    const entry = reported.get(promise);
    if (entry === undefined) return;
    reported.delete(promise);
    handledLate.push({ promise, entry });
    tickInfo[1] = 1;
  }
}

class UnhandledRejectionError extends Error {
  code = "ERR_UNHANDLED_REJECTION";
  constructor(reason: unknown) {
    super(
      "This error originated either by throwing inside of an async function without a catch block, or by rejecting a " +
        `promise which was not handled with .catch(). The promise rejected with the reason "${describe(reason)}".`,
    );
    this.name = "UnhandledPromiseRejection";
  }
}

function warnUnhandled(entry: Pending): void {
  const reason = entry.reason;
  const text = reason instanceof Error ? (reason.stack ?? String(reason)) : describe(reason);
  process.emitWarning(text, "UnhandledPromiseRejectionWarning");
  process.emitWarning(
    "Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch " +
      "block, or by rejecting a promise which was not handled with .catch(). To terminate the process on unhandled promise " +
      "rejection, use the CLI flag `--unhandled-rejections=strict`. (rejection id: " + entry.id + ")",
    "UnhandledPromiseRejectionWarning",
  );
}

function report(promise: Promise<unknown>, entry: Pending): void {
  const mode = getOption("unhandledRejections");
  const asError = (): unknown => (entry.reason instanceof Error ? entry.reason : new UnhandledRejectionError(entry.reason));
  switch (mode) {
    case "strict":
      entry.warned = true;
      loop.triggerUncaught(asError(), true);
      if (!process.emit("unhandledRejection", entry.reason, promise)) warnUnhandled(entry);
      return;
    case "none":
      entry.warned = true;
      process.emit("unhandledRejection", entry.reason, promise);
      return;
    case "warn":
      entry.warned = true;
      process.emit("unhandledRejection", entry.reason, promise);
      warnUnhandled(entry);
      return;
    case "warn-with-error-codes":
      if (!process.emit("unhandledRejection", entry.reason, promise)) {
        entry.warned = true;
        warnUnhandled(entry);
        process.exitCode = 1;
      }
      return;
    default:
      if (!process.emit("unhandledRejection", entry.reason, promise)) loop.triggerUncaught(asError(), true);
  }
}

/** Called by the loop when tickInfo[1] is set and ticks and microtasks are drained. */
export function processRejections(): void {
  tickInfo[1] = 0;
  while (handledLate.length > 0) {
    const { promise, entry } = handledLate.shift()!;
    if (entry.warned) {
      const warning = new Error(`Promise rejection was handled asynchronously (rejection id: ${entry.id})`);
      warning.name = "PromiseRejectionHandledWarning";
      process.emitWarning(warning);
    }
    process.emit("rejectionHandled", promise);
  }
  const batch = pending;
  pending = new Map();
  for (const [promise, entry] of batch) {
    reported.set(promise, entry);
    batch.delete(promise);
    try {
      report(promise, entry);
    } catch (error) {
      // A listener threw: the rest of the batch waits for the next round of the drain.
      for (const [p, e] of batch) pending.set(p, e);
      if (pending.size > 0) tickInfo[1] = 1;
      throw error;
    }
  }
}
