/** Symbols of EventEmitter that programs may use, and those that its files share. */

/** Listeners of this event see every `'error'` before the others do, and do not count as having handled it. */
export const kErrorMonitor: unique symbol = Symbol("events.errorMonitor");
/** A method of this name gets the rejections of listeners when `captureRejections` is on. */
export const kRejection: unique symbol = Symbol.for("nodejs.rejection") as any;
/** True on an emitter that captures rejections. */
export const kCapture: unique symbol = Symbol("kCapture");
