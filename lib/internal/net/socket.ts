/** net.Socket: a TCP or local connection as a Duplex. */
import net from "binding:net";
import { Duplex } from "../../stream";
import { FastBuffer } from "../buffer/fast_buffer";
import { loadInternal } from "../builtins";
import { nextTick } from "../ticks";
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { validateAbortSignal, validateInt32, validateNumber } from "../validators";
import { keepAliveDelay, readBlockList } from "./arguments";
import { callError, ERR_INVALID_FD_TYPE, ERR_SOCKET_CLOSED } from "./errors";
import { installSocketAddresses } from "./socket_addresses";
import { connectSocket } from "./connect";
import { installSocketOptions } from "./socket_options";
import { installSocketTimeout } from "./socket_timeout";
import { installSocketWriting } from "./socket_write";

declare function clearTimeout(timer: any): void;

type Callback = (error?: Error | null) => void;

/** `new Socket(options)`; a number is a file descriptor. */
export function Socket(this: any, options?: any): any {
  if (!(this instanceof (Socket as any))) return new (Socket as any)(options);
  if (typeof options === "number") options = { fd: options };
  else options = { ...options };
  if (options.objectMode || options.readableObjectMode || options.writableObjectMode) {
    throw new ERR_INVALID_ARG_VALUE("options.objectMode", true, "is not supported");
  }
  this.connecting = false;
  this._hadError = false;
  this._parent = null;
  this._host = null;
  this._closeAfterHandlingError = false;
  this._handle = null;
  this._peername = undefined;
  this._sockname = undefined;
  this._bytesRead = 0;
  this._bytesWritten = 0;
  this._reading = false;
  this._timer = null;
  this._noDelay = Boolean(options.noDelay);
  this._keepAlive = Boolean(options.keepAlive);
  this._keepAliveDelay = keepAliveDelay(options.keepAliveInitialDelay);
  this._onread = options.onread;
  this.server = null;
  this._server = null;
  this.timeout = undefined;
  if (options.typeOfService !== undefined) {
    validateNumber(options.typeOfService, "options.typeOfService");
    validateInt32(options.typeOfService, "options.typeOfService", 0, 255);
    this._typeOfService = options.typeOfService;
  }
  if (options.blockList !== undefined) this._blockList = readBlockList(options.blockList);
  if (options.signal !== undefined) checkSignal(options.signal);

  options.emitClose = false;
  options.autoDestroy = true;
  options.decodeStrings = false;
  options.allowHalfOpen = Boolean(options.allowHalfOpen);
  const { handle, fd } = options;
  if (handle !== undefined && handle !== null) {
    this._handle = handle instanceof net.StreamHandle || typeof handle.isPipe !== "boolean" ? handle : adopt(this, handle);
  } else if (fd !== undefined) {
    this._handle = openDescriptor(fd);
    if (options.readable === undefined && options.writable === undefined) options.readable = options.writable = true;
  }
  Duplex.call(this, options);
  this.allowHalfOpen = options.allowHalfOpen;
  this.on("end", onEnd);
  if (this._handle !== null) {
    this._handle.owner = this;
    if (this._bound === true) this.connecting = false;
    else if (options.pauseOnCreate) this.pause();
    else if (!options.manualStart && this.readable) this.read(0);
  }
}
Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);

const proto: any = Socket.prototype;

function checkSignal(signal: unknown): void {
  validateAbortSignal(signal, "signal");
}

proto._blockList = undefined;
/** The handle is bound to a local address and waits for `connect`. */
proto._bound = false;

function adopt(socket: any, handle: any): any {
  const { adoptBound, isBoundSocket } = loadInternal("internal/net/bound_socket") as typeof import("./bound_socket");
  if (!isBoundSocket(handle)) return handle;
  const taken = adoptBound(handle);
  socket._bound = true;
  return taken.handle;
}

function openDescriptor(fd: unknown): any {
  validateInt32(fd, "fd", 0);
  const type = net.guessHandle(fd);
  if (type !== "TCP" && type !== "PIPE") throw new ERR_INVALID_FD_TYPE(type);
  const handle = new net.StreamHandle(type === "TCP" ? net.TCP_SOCKET : net.PIPE_SOCKET);
  const err = handle.open(fd);
  if (err) {
    handle.close();
    throw callError(err, "open");
  }
  return handle;
}

// Reading.

function onEnd(this: any): void {
  if (!this.allowHalfOpen) this.write = writeAfterEnd;
}
function writeAfterEnd(this: any, chunk: unknown, encoding?: any, callback?: any): boolean {
  if (!this.writableEnded) return Duplex.prototype.write.call(this, chunk, encoding, callback);
  const done = typeof encoding === "function" ? encoding : callback;
  const error: any = new Error("This socket has been ended by the other party");
  error.code = "EPIPE";
  if (typeof done === "function") nextTick(done, error);
  this.destroy(error);
  return false;
}

/** `this` is the handle. */
function onRead(this: any, count: number, buffer: ArrayBuffer, offset: number): void {
  const socket = this.owner;
  if (count > 0) {
    if (socket._onread !== undefined) {
      readInto(socket, new FastBuffer(buffer, offset, count));
    } else if (!socket.push(new FastBuffer(buffer, offset, count)) && socket._handle !== null) {
      socket._reading = false;
      socket._handle.readStop();
    }
    return;
  }
  if (count !== net.EOF) {
    socket.destroy(callError(count, "read"));
    return;
  }
  if (socket._handle !== null) socket._reading = false;
  // What waits is read first; 'end' comes behind it.
  socket.push(null);
  socket.read(0);
}

/** The `onread` option: into a buffer of the program's, piece by piece. */
function readInto(socket: any, chunk: any): void {
  const { buffer, callback } = socket._onread;
  const target = typeof buffer === "function" ? buffer() : buffer;
  for (let at = 0; at < chunk.length; ) {
    const size = Math.min(target.length, chunk.length - at);
    target.set(chunk.subarray(at, at + size));
    at += size;
    if (callback(size, target) === false) {
      socket._reading = false;
      socket._handle?.readStop();
    }
  }
}

function startReading(socket: any): void {
  socket._reading = true;
  const err = socket._handle.readStart(onRead);
  if (err) socket.destroy(callError(err, "read"));
}
proto._read = function _read(size: number): void {
  if (this.connecting || this._handle === null) this.once("connect", () => this._read(size));
  else if (!this._reading) startReading(this);
};
proto.pause = function pause() {
  if (this._onread !== undefined && this._handle !== null && this._reading) {
    this._reading = false;
    this._handle.readStop();
  }
  return Duplex.prototype.pause.call(this);
};
proto.resume = function resume() {
  if (this._onread !== undefined && this._handle !== null && !this.connecting && !this._reading) startReading(this);
  return Duplex.prototype.resume.call(this);
};
proto.read = function read(size?: number) {
  if (this._onread !== undefined && this._handle !== null && !this.connecting && !this._reading) startReading(this);
  return Duplex.prototype.read.call(this, size);
};

// Ending.

proto.end = function end(data?: any, encoding?: any, callback?: any) {
  Duplex.prototype.end.call(this, data, encoding, callback);
  return this;
};
/** Destroys the socket once all was written. */
proto.destroySoon = function destroySoon(): void {
  if (this.writable) this.end();
  if (this.writableFinished) this.destroy();
  else this.once("finish", this.destroy);
};
/** Closes with a reset. */
proto.resetAndDestroy = function resetAndDestroy() {
  const handle = this._handle;
  if (handle !== null && this._peername !== null) {
    if (this.connecting) this.once("connect", () => this._reset());
    else this._reset();
  } else {
    this.destroy(new ERR_SOCKET_CLOSED());
  }
  return this;
};
proto._reset = function (): void {
  this._resets = true;
  this.destroy();
};

proto._destroy = function _destroy(error: Error | null, callback: Callback): void {
  this.connecting = false;
  for (let socket = this; socket !== null && socket !== undefined; socket = socket._parent) clearTimeout(socket._timer);
  this._timer = null;
  const hadError = Boolean(error);
  const handle = this._handle;
  if (handle !== null) {
    this._bytesRead = handle.bytesRead();
    this._bytesWritten = handle.bytesWritten() + handle.queued();
    this._handle = null;
    this._sockname = undefined;
    const closed = (): void => {
      this.emit("close", hadError);
    };
    if (this._resets) handle.reset(closed);
    else handle.close(closed);
    callback(error);
  } else {
    callback(error);
    nextTick(emitClose, this, hadError);
  }
  const server = this._server;
  if (server) {
    this._server = null;
    server._connectionGone();
  }
};
function emitClose(socket: any, hadError: boolean): void {
  socket.emit("close", hadError);
}

proto.connect = function connect(...args: any[]) {
  return connectSocket(this, args);
};
installSocketAddresses(proto);
installSocketOptions(proto);
installSocketTimeout(proto);
installSocketWriting(proto);
