/** ServerResponse: status line, informational responses, and the moment when a response is done. */
import { nextTick } from "../ticks";
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { serverTimingLine } from "./blame";
import {
  connectionReset,
  ERR_HTTP_HEADERS_SENT,
  ERR_HTTP_INVALID_STATUS_CODE,
  ERR_HTTP_SOCKET_ASSIGNED,
  ERR_INVALID_CHAR,
} from "./errors";
import { hasForbiddenChar } from "./header_names";
import { abandonMessage } from "./abandon";
import { hasStreamState, isBeingRead } from "./incoming";
import { installInformation } from "./informational";
import { OutgoingMessage, setOptions } from "./outgoing";
import { storeHead } from "./outgoing_head";
import { installFileMethods } from "./outgoing_file";
import { deliverPending, type Waiter } from "./outgoing_pieces";
import { SocketSink } from "./socket_sink";
import { kHeadBody, kStandardTexts, STATUS_CODES } from "./text";

/** Where finished responses are told of: the native connection that they came from. */
export interface ResponseOwner {
  current: any;
  responseEnded(response: any): void;
  afterSent(waiter: Waiter): void;
  /** True while the present turn began before `turn` ended: what is done now still precedes 'finish'. */
  sameTurn(turn: number): boolean;
  turn(): number;
}

/** `new ServerResponse(request, options)` */
export function ServerResponse(this: any, request: any, options?: any): void {
  // As OutgoingMessage does it, in one place.
  this._sink = null;
  this._block = null;
  this._flags = 0;
  this._headSent = false;
  this._outHeaders = null;
  this._pieces = null;
  this.finished = false;
  this.req = request;
  this.statusCode = 200;
  this.statusMessage = undefined;
  this._turn = 0;
  this._owner = null;
  if (options !== undefined && options !== null) setOptions(this, options);
  if (request.method === "HEAD") this._hasBody = false;
  if (request._flags === undefined || (request._flags & 0xff0000) !== 0x110000) olderVersion(this, request);
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);

const proto: any = ServerResponse.prototype;
proto.sendDate = true;
/** After the last response the connection closes. */
proto._endsConnection = true;
/** The status text when it is not the one that C++ knows. */
proto._text = undefined;
/** See the server's option serverTiming. */
proto._serverTiming = false;
proto._sent100 = false;
proto._expect_continue = false;

const kChunkedTransfer = /(?:^|\W)chunked(?:$|\W)/i;
function olderVersion(response: any, request: any): void {
  if (request.httpVersionMajor < 1 || request.httpVersionMinor < 1) {
    response.useChunkedEncodingByDefault = kChunkedTransfer.test(request.headers?.te);
    response.shouldKeepAlive = false;
  }
}

proto._firstLine = function (): string {
  return `HTTP/1.1 ${this.statusCode} ${this.statusMessage}\r\n`;
};
proto._implicitHeader = function _implicitHeader(): void {
  this.writeHead(this.statusCode);
};
proto._headFlags = function (): number {
  return this._flags | this.statusCode;
};
proto._statusText = function (): string | undefined {
  return this._text;
};
proto._isCurrent = function _isCurrent(): boolean {
  return this._owner === null || this._owner.current === this;
};

function mergeHeaders(response: any, headers: any): void {
  if (Array.isArray(headers)) {
    if (headers.length > 0 && Array.isArray(headers[0])) headers = headers.flat();
    if (headers.length % 2 !== 0) throw new ERR_INVALID_ARG_VALUE("headers", headers);
    // Repeated names add up, and replace what was set before.
    for (let i = 0; i < headers.length; i += 2) response.removeHeader(headers[i]);
    for (let i = 0; i < headers.length; i += 2) {
      if (headers[i]) response.appendHeader(headers[i], `${headers[i + 1]}`);
    }
    return;
  }
  for (const name of Object.keys(headers)) {
    if (name) response.setHeader(name, headers[name]);
  }
}

/** `writeHead(statusCode, statusMessage, headers)` */
proto.writeHead = function writeHead(status: any, reason?: any, headers?: any) {
  if (this._block !== null) throw new ERR_HTTP_HEADERS_SENT("write");
  const code = status | 0;
  if (code < 100 || code > 999) throw new ERR_HTTP_INVALID_STATUS_CODE(status);
  if (typeof reason === "string") {
    this.statusMessage = reason;
  } else {
    this.statusMessage ||= STATUS_CODES[code] || "unknown";
    headers ??= reason;
  }
  if (this.statusMessage !== kStandardTexts[code]) {
    if (hasForbiddenChar(this.statusMessage)) throw new ERR_INVALID_CHAR("statusMessage");
    this._text = this.statusMessage;
  }
  this.statusCode = code;
  if (this._outHeaders !== null) {
    if (headers !== undefined && headers !== null) mergeHeaders(this, headers);
    headers = this._outHeaders;
  }
  if (code === 204 || code === 304 || code < 200) this._hasBody = false;
  // Without waiting for "100 Continue" a client may have sent the body or not: only closing makes that certain.
  if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
  storeHead(this, headers, code, this._bodyKnown === true);
  if (this._serverTiming && code >= 200) this._block += serverTimingLine(this.req);
  return this;
};
proto.writeHeader = proto.writeHead;

installInformation(proto);
installFileMethods(proto, proto.write);

/** Emits 'finish' and 'close' once everything is sent. */
class Finish implements Waiter {
  constructor(readonly response: any) {}
  sent(error: Error | null): void {
    const response = this.response;
    if (error !== null) {
      // It had been handed over, but the connection went away before all was sent.
      if (response._owner !== null && !response._closed) {
        abandonMessage(response.req);
        closeResponse(response);
      }
    } else if (!response._finishEmitted) {
      // The request is let go first, and then the program hears of it.
      const { req } = response;
      if (response._owner !== null && !isBeingRead(req)) letGo(req);
      nextTick(emitClose, response);
      response._endCallback?.();
      response._finishEmitted = true;
      response.emit("finish");
    }
  }
}
function letGo(request: any): void {
  request._dump();
  // The end of a request without a body comes before 'close' of the response.
  if ((request._flags & kHeadBody) === 0 && hasStreamState(request) && !request.destroyed) request.read(0);
}
function emitClose(response: any): void {
  if (response._closed) return;
  response._destroyed = true;
  response._closed = true;
  response.emit("close");
}
/** Its turn never came, so that it never had the socket. */
export function neverSent(response: any): void {
  response._sink = null;
  response._errored = connectionReset("aborted");
}
/** The connection went away: 'close', and no 'finish'. */
export function closeResponse(response: any): void {
  if (response._closed) return;
  response._destroyed = true;
  response._closed = true;
  if (response._events !== undefined) response.emit("close");
}

const inheritedFinished = Object.getOwnPropertyDescriptor(OutgoingMessage.prototype, "writableFinished")!.get!;
Object.defineProperty(proto, "writableFinished", {
  configurable: true,
  enumerable: false,
  get() {
    // What was destroyed before 'finish' never got to the client, unless nobody listened and it had been sent.
    if (!this._destroyed || this._finishEmitted) return inheritedFinished.call(this);
    return this._turn !== 0 && !this._finishScheduled && this._pieces === null && this._owner.flushed;
  },
});

/** Its turn has come: what waited for it is sent. */
proto._adopt = function (): void {
  deliverPending(this);
  if (this.finished) this._prefinish();
  const waiters: Waiter[] | undefined = this._waiters;
  if (waiters !== undefined) {
    this._waiters = undefined;
    for (const waiter of waiters) this._sink.afterSent(waiter);
  }
};
proto._ended = function (): void {
  const owner = this._owner;
  this._prefinish();
  if (owner === null) {
    this._whenSent(new Finish(this));
    return;
  }
  this._turn = owner.turn();
  const request = this.req;
  if (this._turn === 0 || this._events !== undefined || this._endCallback !== undefined || request._events !== undefined || hasStreamState(request)) {
    scheduleFinish(this);
  }
  if (owner.current === this) owner.responseEnded(this);
};
function scheduleFinish(response: any): void {
  if (response._finishScheduled) return;
  response._finishScheduled = true;
  response._whenSent(new Finish(response));
}

// Nobody hears 'finish' of most responses, so it is not prepared. A listener that comes after end() but in the same turn is
// in time, as in Node.
for (const method of ["on", "addListener", "once", "prependListener", "prependOnceListener"] as const) {
  const inherited = proto[method];
  proto[method] = function (name: string | symbol, listener: any) {
    const result = inherited.call(this, name, listener);
    if (this.finished && (name === "finish" || name === "close") && this._owner !== null && !this._finishScheduled) {
      if (this._turn !== 0 && this._owner.sameTurn(this._turn)) scheduleFinish(this);
    }
    return result;
  };
  Object.defineProperty(proto[method], "name", { value: method, configurable: true });
}

Object.defineProperty(proto, "destroyed", {
  configurable: true,
  enumerable: false,
  get() {
    if (this._destroyed) return true;
    return isOver(this);
  },
  set(value) {
    this._destroyed = value;
  },
});
Object.defineProperty(proto, "closed", {
  configurable: true,
  enumerable: false,
  get() {
    return this._closed || isOver(this);
  },
});
/** What would have happened after 'finish', had anybody listened. */
function isOver(response: any): boolean {
  const owner = response._owner;
  return response.finished && owner !== null && response._turn !== 0 && !response._finishScheduled && !owner.sameTurn(response._turn);
}
/** A response that is done has let go of its socket. */
const inheritedSocket = Object.getOwnPropertyDescriptor(OutgoingMessage.prototype, "socket")!;
Object.defineProperty(proto, "socket", {
  configurable: true,
  enumerable: false,
  get() {
    if (this._owner !== null && (this._finishEmitted === true || isOver(this))) return null;
    return inheritedSocket.get!.call(this);
  },
  set(value) {
    this._socket = value;
  },
});

/** Binds the response to a socket that is not a native connection's: tests, proxies, other transports. */
proto.assignSocket = function assignSocket(socket: any): void {
  if (socket._httpMessage) throw new ERR_HTTP_SOCKET_ASSIGNED();
  socket._httpMessage = this;
  this._onSocketClose = () => emitClose(this);
  socket.on("close", this._onSocketClose);
  this._socket = socket;
  this._sink = new SocketSink(socket);
  this.emit("socket", socket);
  this._adopt();
};
proto.detachSocket = function detachSocket(socket: any): void {
  if (this._onSocketClose) socket.removeListener("close", this._onSocketClose);
  socket._httpMessage = null;
  this._socket = null;
  this._sink = null;
};
