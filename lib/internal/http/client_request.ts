/** ClientRequest. */
import { createConnection } from "../net/create";
import { checkTimeout } from "../net/socket_timeout";
import { nextTick } from "../ticks";
import { addAbortListener } from "../events/abort_listener";
import { validateAbortSignal } from "../validators";
import { traced } from "../perf/traced";
import { globalAgent } from "./agent";
import { checkPath, readRequestArguments, readRequestOptions } from "./client_options";
import { authority, setHeaders } from "./client_headers";
import { bindSocket } from "./client_socket";
import { connectionReset, ERR_HTTP_HEADERS_SENT } from "./errors";
import { Leniency } from "./leniency";
import { OutgoingMessage } from "./outgoing";
import { kSeenExpect, storeHead } from "./outgoing_head";
import { deliverPending, type Waiter } from "./outgoing_pieces";
import { parseUniqueHeaders } from "./server_options";
import { kRawHead } from "./text";

const kBodiless = new Set(["GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT"]);

/** `new ClientRequest(url, options, callback)` */
export function ClientRequest(this: any, input: any, given?: any, callback?: any): void {
  OutgoingMessage.call(this);
  const [options, onResponse] = readRequestArguments(input, given, callback);
  const read = readRequestOptions(options, globalAgent.current);
  this.agent = read.agent;
  this.method = read.method;
  this._path = read.path;
  this.host = read.host;
  this.protocol = read.protocol;
  this.socketPath = options.socketPath;
  this.maxHeaderSize = options.maxHeaderSize;
  this.insecureHTTPParser = options.insecureHTTPParser;
  this.httpValidation = options.httpValidation;
  this._leniency = read.leniency;
  if (read.leniency !== Leniency.Strict) this._lenient = true;
  this.joinDuplicateHeaders = options.joinDuplicateHeaders;
  this.maxHeadersCount = null;
  this.reusedSocket = false;
  this.aborted = false;
  this.timeout = options.timeout === undefined ? undefined : checkTimeout(options.timeout, "timeout");
  this.timeoutCb = null;
  this.upgradeOrConnect = false;
  this.parser = null;
  this.res = null;
  this._ended_ = false;
  this._failure = null;
  if (typeof onResponse === "function") this.once("response", onResponse);
  this.useChunkedEncodingByDefault = !kBodiless.has(this.method);
  if (options.uniqueHeaders !== undefined) this._uniqueHeaders = parseUniqueHeaders(options.uniqueHeaders);
  if (options.signal) watchSignal(this, options.signal);
  if (this.agent && (this.agent.keepAlive || Number.isFinite(this.agent.maxSockets))) {
    this._last = false;
    this.shouldKeepAlive = true;
  } else {
    this._last = true;
    this.shouldKeepAlive = false;
  }
  if (options.setDefaultHeaders === false) this._removedConnection = this._removedContLen = this._removedTE = true;
  const proxy = read.agent?._proxyFor?.(options);
  if (proxy !== undefined) this._path = `${read.protocol}//${authority(read, options)}${read.path}`;
  setHeaders(this, options, read, proxy);
  if (traced.http !== null) traced.http.ask(this);
  connect(this, options);
}
Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage);

const proto: any = ClientRequest.prototype;
/** See ./leniency; for those who call a method on the prototype itself. */
proto._leniency = Leniency.Strict;

function watchSignal(request: any, given: unknown): void {
  validateAbortSignal(given, "signal");
  const signal = given!;
  const abort = (): void => {
    const error: any = new Error("The operation was aborted", { cause: signal.reason });
    error.name = "AbortError";
    error.code = "ABORT_ERR";
    request.destroy(error);
  };
  if (signal.aborted) nextTick(abort);
  else {
    const listener = addAbortListener(signal, abort);
    request.once("close", () => listener[Symbol.dispose]());
  }
}

function connect(request: any, options: any): void {
  if (options.socketPath && !request.agent) options = { ...options, path: options.socketPath };
  if (request.agent) {
    // The signal is the request's: the socket may serve another one later. The options are this request's own copy.
    options.signal = undefined;
    options.path = options.socketPath ?? null;
    request.agent.addRequest(request, options);
  } else {
    request._last = true;
    request.shouldKeepAlive = false;
    let called = false;
    const created = (error: Error | null, socket?: any): void => {
      if (called) return;
      called = true;
      if (error) nextTick(failWith, request, error);
      else request.onSocket(socket);
    };
    const make = typeof options.createConnection === "function" ? options.createConnection : createConnection;
    const connectOptions = { ...options, signal: undefined, path: options.socketPath ? options.path : undefined };
    try {
      const socket = make(connectOptions, created);
      if (socket) created(null, socket);
    } catch (error) {
      created(error as Error);
    }
  }
  if ((request._seen & kSeenExpect) !== 0) request.flushHeaders();
}
function failWith(request: any, error: Error): void {
  request.emit("error", error);
}

proto._firstLine = function (): string {
  return `${this.method} ${this._path} HTTP/1.1\r\n`;
};
Object.defineProperty(proto, "path", {
  configurable: true,
  enumerable: true,
  get() {
    return this._path;
  },
  set(value) {
    this._path = checkPath(value);
  },
});
proto._implicitHeader = function _implicitHeader(): void {
  if (this._block !== null) throw new ERR_HTTP_HEADERS_SENT("render");
  storeHead(this, this._outHeaders, 0, this._bodyKnown === true);
};
proto._headFlags = function (): number {
  return this._flags | kRawHead;
};
proto._headBlock = function (): string {
  return this._firstLine() + this._block;
};

// The socket.

/** Called by the agent with the request's socket, or an error. */
proto.onSocket = function onSocket(socket: any, error?: Error): void {
  nextTick(socketAssigned, this, socket, error);
};
function socketAssigned(request: any, socket: any, error: Error | undefined): void {
  if (request._destroyed || error) {
    const reason = request._failure ?? error;
    if (socket) {
      if (!request.agent || error) socket.destroy(reason ?? undefined);
      else {
        // Nothing was sent: the socket serves the next request, or is kept for one.
        socket._httpMessage = request;
        socket.emit("free");
      }
    }
    emitFailure(request, reason);
    return;
  }
  bindSocket(request, socket);
  request.emit("socket", socket);
  if (socket.destroyed) return;
  deliverPending(request);
  if (request.finished) request._prefinish();
  const waiters: Waiter[] | undefined = request._waiters;
  if (waiters !== undefined) {
    request._waiters = undefined;
    for (const waiter of waiters) request._sink.afterSent(waiter);
  }
}
function emitFailure(request: any, error: Error | null | undefined): void {
  request._destroyed = true;
  if (!request._errorEmitted && (error || !request.aborted)) {
    request._errorEmitted = true;
    request.emit("error", error ?? connectionReset("socket hang up"));
  }
  if (!request._closed) {
    request._closed = true;
    request.emit("close");
  }
}

class Finish implements Waiter {
  constructor(readonly request: any) {}
  sent(error: Error | null): void {
    if (error === null) {
      this.request._finishEmitted = true;
      this.request._endCallback?.(null);
      this.request.emit("finish");
    } else {
      this.request._endCallback?.(error);
    }
  }
}
const inheritedFinished = Object.getOwnPropertyDescriptor(OutgoingMessage.prototype, "writableFinished")!.get!;
Object.defineProperty(proto, "writableFinished", {
  configurable: true,
  enumerable: false,
  get() {
    return this._finishEmitted === true || (!this._destroyed && inheritedFinished.call(this));
  },
});
proto._ended = function (): void {
  this._prefinish();
  this._whenSent(new Finish(this));
};

proto.abort = function abort(): void {
  if (this.aborted) return;
  this.aborted = true;
  nextTick(emitAbort, this);
  this.destroy();
};
function emitAbort(request: any): void {
  request.emit("abort");
}
proto.destroy = function destroy(error?: Error) {
  if (this._destroyed) return this;
  this._destroyed = true;
  this.res?._dump();
  this._failure = error ?? null;
  const socket = this.socket;
  if (socket) {
    socket.destroy(error);
  } else if (this.agent && removeWaiting(this.agent, this)) {
    nextTick(emitFailure, this, error);
  }
  return this;
};
/** Takes a request out of the agent's queue. */
function removeWaiting(agent: any, request: any): boolean {
  for (const name of Object.keys(agent.requests ?? {})) {
    const at = agent.requests[name].indexOf(request);
    if (at >= 0) {
      agent.requests[name].splice(at, 1);
      if (agent.requests[name].length === 0) delete agent.requests[name];
      return true;
    }
  }
  return false;
}

// Settings of the socket, now or when there is one.

proto._deferToConnect = function (method: string | null, args: any[] | null, callback?: () => void): void {
  const apply = (socket: any): void => {
    const act = (): void => {
      if (method) socket[method](...(args ?? []));
      callback?.();
    };
    if (socket.connecting) socket.once("connect", act);
    else act();
  };
  if (this.socket) apply(this.socket);
  else this.once("socket", apply);
};
proto.setNoDelay = function setNoDelay(enable?: boolean): void {
  this._deferToConnect("setNoDelay", [enable]);
};
proto.setSocketKeepAlive = function setSocketKeepAlive(enable?: boolean, delay?: number): void {
  this._deferToConnect("setKeepAlive", [enable, delay]);
};
proto.setTimeout = function setTimeout(ms: number, callback?: () => void) {
  if (this._ended_) return this;
  ms = checkTimeout(ms, "msecs");
  if (callback) this.once("timeout", callback);
  const apply = (socket: any): void => {
    listenForTimeout(this, socket);
    if (socket.connecting) socket.once("connect", () => socket.setTimeout(ms));
    else socket.setTimeout(ms);
  };
  if (this.socket) apply(this.socket);
  else this.once("socket", apply);
  return this;
};
proto.clearTimeout = function clearTimeout(callback?: () => void): void {
  this.setTimeout(0, callback);
};

/** The socket's 'timeout' becomes the request's. */
export function listenForTimeout(request: any, socket: any): void {
  if (request.timeoutCb !== null) return;
  request.timeoutCb = () => request.emit("timeout");
  socket.on("timeout", request.timeoutCb);
}
