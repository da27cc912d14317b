/** Socket.setTimeout: 'timeout' when nothing was read or written for a while. */
import { ERR_OUT_OF_RANGE } from "../errors";
import { validateFunction, validateNumber } from "../validators";

const kMaxTimeout = 2 ** 31 - 1;

/** Checks a number of milliseconds; one that no timer can hold becomes the longest, with a warning. */
export function checkTimeout(ms: unknown, name: string): number {
  validateNumber(ms, name);
  if (ms < 0 || !Number.isFinite(ms)) throw new ERR_OUT_OF_RANGE(name, "a non-negative finite number", ms);
  if (ms > kMaxTimeout) {
    process.emitWarning(
      `${ms} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${kMaxTimeout}.`,
      "TimeoutOverflowWarning",
    );
    return kMaxTimeout;
  }
  return ms;
}

declare function setTimeout(fn: (...args: any[]) => void, ms: number, ...args: any[]): any;
declare function clearTimeout(timer: any): void;

/** The timer is not touched when something is read or written: it looks back when it fires. */
function expired(socket: any): void {
  socket._timer = null;
  const handle = socket._handle;
  if (handle !== null && !socket.connecting) {
    const idle = handle.idleMs();
    if (idle < socket.timeout) {
      arm(socket, socket.timeout - idle);
      return;
    }
    // Between two requests of an HTTP connection it is the server's keepAliveTimeout that counts.
    if (handle.keptAlive === true) {
      arm(socket, socket.timeout);
      return;
    }
    // A write that makes progress is activity, although it has not ended yet.
    const waiting = handle.queued();
    if (waiting > 0 && waiting !== socket._timeoutWaiting) {
      socket._timeoutWaiting = waiting;
      arm(socket, socket.timeout);
      return;
    }
  }
  socket.emit("timeout");
}
function arm(socket: any, ms: number): void {
  socket._timer = setTimeout(expired, ms, socket);
  socket._timer.unref();
}

export function installSocketTimeout(proto: any): void {
  proto.setTimeout = function (ms: number, callback?: () => void) {
    if (this.destroyed) return this;
    this.timeout = ms;
    ms = checkTimeout(ms, "msecs");
    clearTimeout(this._timer);
    this._timer = null;
    if (ms === 0) {
      if (callback !== undefined) {
        validateFunction(callback, "callback");
        this.removeListener("timeout", callback);
      }
    } else {
      this.timeout = ms;
      arm(this, ms);
      if (callback !== undefined) {
        validateFunction(callback, "callback");
        this.once("timeout", callback);
      }
    }
    return this;
  };
  /** The time begins anew. */
  proto._active = function (): void {
    for (let socket = this; socket !== null && socket !== undefined; socket = socket._parent) socket._timer?.refresh();
  };
  proto._unrefTimer = proto._active;
  proto._onTimeout = function (): void {
    expired(this);
  };
}
