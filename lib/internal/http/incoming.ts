/**
 * IncomingMessage: a request at the server, a response at the client. What most handlers never touch (the Readable side,
 * headers, the socket) comes into being when it is touched.
 */
import { Readable } from "../../stream";
import { distinctHeaders, type Headers, installAddHeaderLine, joinHeaders, splitHead, usualHeaders } from "./incoming_headers";
import { kMajorShift, kMinorShift } from "./text";
import { installLoopWait } from "./blame";
import { connectionReset } from "./errors";

declare const AbortController: any;

/** Where an IncomingMessage comes from. */
export interface MessageSource {
  /** The socket, made when it is asked for. */
  readonly socket: any;
  /** The reader wants more of the body of `message`. */
  wantBody(message: any): void;
  /** `message` was destroyed before its end. */
  messageDestroyed(message: any, error: Error | null): void;
  readonly joinDuplicateHeaders: boolean;
  readonly bodyHighWaterMark: number;
}

/** `new IncomingMessage(socket)`; C++'s messages come with a source in place of the socket. */
export function IncomingMessage(this: any, socket?: any): void {
  this._source = null;
  this._head = "";
  this._flags = 0;
  this.url = "";
  this.method = null;
  this.complete = false;
  this.aborted = false;
  this.upgrade = null;
  this._chunks = null;
  this._chunkBytes = 0;
  this._headers = undefined;
  this._streamState = undefined;
  this._dumped = false;
  if (socket !== undefined && socket !== null) {
    if (socket._isMessageSource === true) this._source = socket;
    else setSocket.call(this, socket);
  }
}
Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable);

const proto: any = IncomingMessage.prototype;
proto.statusCode = null;
proto.statusMessage = null;
proto._consumed = false;
proto._streamState = undefined;
/** The turn in which the response to this request ended; false as long as it has not. See ServerConnection.turn. */
proto._answered = false;
/** The connection went away before the response, and nobody listened. */
proto._lost = false;
/** Made without a body to read: see the server's option optimizeEmptyRequests. */
proto._emptied = false;
/** The controller of `signal`, when somebody asked for it. */
proto._controller = undefined;
proto._trailers = "";
proto.client = undefined;
installLoopWait(proto);

/** An AbortSignal, aborted when the connection closes or the message is destroyed before it has been dealt with. */
Object.defineProperty(proto, "signal", {
  configurable: true,
  enumerable: false,
  get() {
    if (this._controller === undefined) {
      this._controller = new AbortController();
      if (this.aborted) this._controller.abort();
    }
    return this._controller.signal;
  },
});

/** Makes a property that is computed once, on first use, and can be assigned. */
function lazy(name: string, make: (this: any) => unknown): void {
  Object.defineProperty(proto, name, {
    configurable: true,
    enumerable: false,
    get() {
      if (this === proto) return undefined;
      const value = make.call(this);
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}

function setSocket(this: any, value: any): void {
  Object.defineProperty(this, "socket", { value, writable: true, configurable: true, enumerable: true });
}
Object.defineProperty(proto, "socket", {
  configurable: true,
  enumerable: false,
  get() {
    return this._source === null || this._source === undefined ? null : this._source.socket;
  },
  set: setSocket,
});
Object.defineProperty(proto, "connection", {
  configurable: true,
  enumerable: false,
  get() {
    return this.socket;
  },
  set(value) {
    this.socket = value;
  },
});

lazy("httpVersionMajor", function () {
  return this._flags === 0 ? null : (this._flags >> kMajorShift) & 15;
});
lazy("httpVersionMinor", function () {
  return this._flags === 0 ? null : (this._flags >> kMinorShift) & 15;
});
lazy("httpVersion", function () {
  if (this._flags === 0) return null;
  return `${(this._flags >> kMajorShift) & 15}.${(this._flags >> kMinorShift) & 15}`;
});
lazy("rawHeaders", function () {
  return splitHead(this._head, false);
});
lazy("rawTrailers", function () {
  return splitHead(this._trailers, false);
});
Object.defineProperty(proto, "joinDuplicateHeaders", {
  configurable: true,
  enumerable: false,
  get() {
    return this === proto ? undefined : this._source?.joinDuplicateHeaders;
  },
  set(value) {
    Object.defineProperty(this, "joinDuplicateHeaders", { value, writable: true, configurable: true, enumerable: true });
  },
});

Object.defineProperty(proto, "headers", {
  configurable: true,
  enumerable: false,
  get(): Headers {
    if (this._headers === undefined) {
      const usual = Object.hasOwn(this, "rawHeaders") ? undefined : usualHeaders(this._head);
      this._headers = usual ?? joinHeaders(rawPairs(this), this.joinDuplicateHeaders === true);
    }
    return this._headers;
  },
  set(value) {
    this._headers = value;
  },
});

function lowered(raw: string[]): string[] {
  return raw.map((text, i) => (i % 2 === 0 ? text.toLowerCase() : text));
}
function rawPairs(message: any): string[] {
  // A program may have changed rawHeaders before it looks at headers.
  return Object.hasOwn(message, "rawHeaders") ? lowered(message.rawHeaders) : splitHead(message._head, true);
}

lazy("headersDistinct", function () {
  return distinctHeaders(rawPairs(this));
});
lazy("trailers", function () {
  return joinHeaders(lowered(this.rawTrailers), this.joinDuplicateHeaders === true);
});
lazy("trailersDistinct", function () {
  return distinctHeaders(lowered(this.rawTrailers));
});

/** The Readable half comes into being when a stream method first looks for its state. */
Object.defineProperty(proto, "_readableState", {
  configurable: true,
  enumerable: false,
  get() {
    if (this._streamState !== undefined || this === proto) return this._streamState;
    const source = this._source;
    Readable.call(this, { autoDestroy: true, highWaterMark: source?.bodyHighWaterMark });
    const chunks = this._chunks;
    if (chunks !== null) {
      this._chunks = null;
      for (const chunk of chunks) this.push(chunk);
    }
    if (this._emptied || isOver(this)) markOver(this._streamState);
    else if (this.complete) this.push(null);
    if (this._lost) this.destroy(connectionReset("aborted"));
    return this._streamState;
  },
  set(value) {
    this._streamState = value;
  },
});

/** Whether the request was answered in an earlier turn, without anybody listening: it has been read and closed then. */
function isOver(message: any): boolean {
  const turn: number | false = message._answered;
  if (turn === false || !message.complete || message._lost) return false;
  return turn === 0 ? message._dumped : !message._source?.sameTurn(turn);
}
function markOver(state: any): void {
  state.ended = state.endEmitted = true;
  state.destroyed = state.closed = state.closeEmitted = true;
}

/** Whether the Readable half exists: not an own `_readableState`, which V8 would take its time to define on every request. */
export function hasStreamState(message: any): boolean {
  return message._streamState !== undefined;
}

/** Whether somebody reads the body, or has begun to. */
export function isBeingRead(message: any): boolean {
  if (!hasStreamState(message)) return false;
  if (message.readableFlowing === true || message.readableDidRead) return true;
  return message.listenerCount("data") > 0 || message.listenerCount("readable") > 0;
}

/** A chunk of the body. Returns false when no more should be read at present. */
export function pushBody(message: any, chunk: Uint8Array): boolean {
  if (message._dumped) return true;
  if (hasStreamState(message)) return message.push(chunk);
  if (message._chunks === null) message._chunks = [];
  message._chunks.push(chunk);
  message._chunkBytes += chunk.length;
  return message._chunkBytes < message._source.bodyHighWaterMark;
}

/** The message has ended; trailers as the parser gives them. */
export function completeMessage(message: any, trailers: string | undefined): void {
  if (trailers !== undefined) {
    message._trailers = trailers;
    // Who looked before the end saw none.
    delete message.rawTrailers;
    delete message.trailers;
    delete message.trailersDistinct;
  }
  message.complete = true;
  if (hasStreamState(message)) message.push(null);
}

proto._read = function _read(): void {
  this._consumed = true;
  this._source?.wantBody(this);
};

proto._destroy = function _destroy(error: Error | null, callback: (error: Error | null) => void): void {
  if (!this.readableEnded || !this.complete) {
    this.aborted = true;
    this._controller?.abort();
    this.emit("aborted");
  }
  if (this._source !== null) this._source.messageDestroyed(this, error);
  else if (this.socket && !this.socket.destroyed && this.aborted) this.socket.destroy(error);
  // What was read to its end closes at once; who destroys it earlier hears of it after the response's own events.
  if (!error && !this.aborted) callback(null);
  else process.nextTick(tellSoon, this, error, callback);
};
function tellSoon(message: any, error: Error | null, callback: (error: Error | null) => void): void {
  // An 'aborted' listener may have been all that the program wanted: without an 'error' listener there is no error.
  process.nextTick(callback, !error?.message || message.listenerCount("error") > 0 ? error : null);
}

proto.setTimeout = function setTimeout(ms: number, callback?: () => void) {
  if (callback) this.on("timeout", callback);
  this.socket?.setTimeout(ms);
  return this;
};

// Nothing is emitted once a request is answered unless somebody listens. Who comes in the same turn is in time.
for (const method of ["on", "addListener", "once", "prependListener", "prependOnceListener"] as const) {
  const inherited = proto[method];
  proto[method] = function (name: string | symbol, listener: any) {
    const result = inherited.call(this, name, listener);
    if ((name === "close" || name === "end") && this._answered !== false && !this._dumped) process.nextTick(letGo, this);
    return result;
  };
  Object.defineProperty(proto[method], "name", { value: method, configurable: true });
}
function letGo(message: any): void {
  message._dump();
}
/** Lets the rest of the body go by unread. */
proto._dump = function _dump(): void {
  if (this._dumped) return;
  this._dumped = true;
  this._chunks = null;
  if (!hasStreamState(this) && this._events === undefined) this._source?.wantBody(this);
  else if (!this.destroyed) this.resume();
};

installAddHeaderLine(proto);
