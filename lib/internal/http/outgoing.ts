/**
 * OutgoingMessage: what ServerResponse and ClientRequest share. A message hands its pieces (head, chunks of body, end) to a sink:
 * the native connection of a server, or a socket. Until there is one, or while it is another message's turn, they wait.
 */
import http from "binding:http";
import { Stream } from "../../stream";
import { ERR_METHOD_NOT_IMPLEMENTED } from "../errors";
import { ERR_HTTP_HEADERS_SENT, ERR_STREAM_CANNOT_PIPE } from "./errors";
import { storeHead } from "./outgoing_head";
import { installHeaderMethods } from "./outgoing_headers";
import { kNoSettings, pendingSize, piecesAsText } from "./outgoing_pieces";
import { kAddLength, kNoBody } from "./text";
import { installWriteMethods } from "./outgoing_write";

export function OutgoingMessage(this: any, options?: any): void {
  this._sink = null;
  this._block = null;
  this._flags = 0;
  this._headSent = false;
  this._outHeaders = null;
  this._pieces = null;
  this.finished = false;
  if (options !== undefined && options !== null) setOptions(this, options);
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream);

/** The options of the constructor. */
export function setOptions(message: any, options: any): void {
  if (options.highWaterMark !== undefined) message._highWaterMark = options.highWaterMark;
  if (options.rejectNonStandardBodyWrites !== undefined) {
    message._rejectNonStandardBodyWrites = options.rejectNonStandardBodyWrites;
  }
  if (options.lenient === true) message._lenient = true;
  if (options.serverTiming === true) message._serverTiming = true;
}

const proto: any = OutgoingMessage.prototype;
proto.writable = true;
proto._destroyed = false;
proto._errored = null;
proto._endCallback = undefined;
proto._closed = false;
proto._last = false;
proto._endsConnection = false;
proto._seen = 0;
proto._highWaterMark = 64 * 1024;
proto._rejectNonStandardBodyWrites = false;
proto._uniqueHeaders = undefined;
/** See ./leniency. */
proto._lenient = false;
proto._needDrain = false;
proto._corked = 0;
proto._bytesWritten = 0;
proto._contentLength = null;
proto._hasBody = true;
proto._trailer = "";
proto._removedConnection = false;
proto._removedContLen = false;
proto._removedTE = false;
proto._defaultKeepAlive = true;
proto._socket = null;
proto.chunkedEncoding = false;
proto.shouldKeepAlive = true;
proto.maxRequestsOnConnectionReached = false;
proto.useChunkedEncodingByDefault = true;
proto.sendDate = false;
proto.strictContentLength = false;
proto.agent = undefined;

installHeaderMethods(proto);
installWriteMethods(proto);

function accessor(name: string, get: (this: any) => unknown, set?: (this: any, value: any) => void): void {
  Object.defineProperty(proto, name, { configurable: true, enumerable: false, get, set });
}
Object.defineProperty(proto, "headersSent", {
  configurable: true,
  enumerable: true,
  get() {
    return this._block !== null;
  },
});
/** The head as text, once it is fixed. Programs test it for being there; tools for tests read it. */
accessor(
  "_header",
  function () {
    return this._block === null ? null : headText(this);
  },
  function (value) {
    this._block = value;
  },
);
function headText(message: any): string {
  const flags = message._headFlags();
  const settings = message._sink?.settings ?? kNoSettings;
  const bytes = http.compose((flags & ~kAddLength) | kNoBody, message._headBlock(), undefined, message._statusText(), settings);
  const text = (bytes as any).latin1Slice();
  return (flags & kAddLength) === 0 ? text : `${text.slice(0, -2)}Content-Length: ${message._knownLength ?? 0}\r\n\r\n`;
}
proto._firstLine = function _firstLine(): string {
  return "";
};
accessor("_headers", function () {
  return this.getHeaders();
});
accessor(
  "socket",
  function () {
    return this._socket ?? (this._sink === null ? null : this._sink.socket);
  },
  function (value) {
    this._socket = value;
  },
);
accessor(
  "connection",
  function () {
    return this.socket;
  },
  function (value) {
    this.socket = value;
  },
);
accessor(
  "destroyed",
  function () {
    return this._destroyed;
  },
  function (value) {
    this._destroyed = value;
  },
);
accessor("errored", function () {
  return this._errored;
});
accessor("closed", function () {
  return this._closed;
});
accessor("writableEnded", function () {
  return this.finished;
});
accessor("writableFinished", function () {
  if (!this.finished || this._pieces !== null) return false;
  return this._sink === null || this._sink.unsent === 0;
});
accessor("writableObjectMode", () => false);
accessor("writableLength", function () {
  return pendingSize(this) + (this._sink === null || this._headSent === false ? 0 : this._sink.waiting);
});
accessor("writableHighWaterMark", function () {
  return this._sink === null ? this._highWaterMark : this._sink.highWaterMark;
});
accessor("writableCorked", function () {
  return this._corked;
});
accessor("writableNeedDrain", function () {
  return !this.destroyed && !this.finished && this._needDrain;
});
accessor("outputSize", function () {
  return pendingSize(this);
});
accessor("outputData", function () {
  return piecesAsText(this);
});

/** 'prefinish': the end was handed over. */
proto._prefinish = function (): void {
  if (this._pieces === null && this._events !== undefined && this._events.prefinish !== undefined) this.emit("prefinish");
};

/** Whether what is written goes out now, and not behind another message. */
proto._isCurrent = function _isCurrent(): boolean {
  return true;
};
proto._implicitHeader = function _implicitHeader(): void {
  throw new ERR_METHOD_NOT_IMPLEMENTED("_implicitHeader()");
};
/** Fixes the head; `_storeHeader` by the name that programs which wrap it know. */
proto._storeHeader = function _storeHeader(_firstLine: string, headers: any): void {
  if (this._block !== null) throw new ERR_HTTP_HEADERS_SENT("set");
  storeHead(this, headers, this.statusCode ?? 0, this._bodyKnown === true);
};

proto.setTimeout = function setTimeout(ms: number, callback?: () => void) {
  if (callback) this.on("timeout", callback);
  const socket = this.socket;
  if (socket) socket.setTimeout(ms);
  else this.once("socket", (given: any) => given.setTimeout(ms));
  return this;
};

proto.destroy = function destroy(error?: Error) {
  if (this.destroyed) return this;
  this._destroyed = true;
  this._errored = error;
  const socket = this.socket;
  if (socket) socket.destroy(error);
  else this.once("socket", (given: any) => given.destroy(error));
  return this;
};

/** A listener's promise was rejected (captureRejections). */
proto[Symbol.for("nodejs.rejection")] = function (error: Error): void {
  this.destroy(error);
};

proto.cork = function cork(): void {
  this._corked++;
  this._sink?.cork();
};
proto.uncork = function uncork(): void {
  if (this._corked === 0) return;
  this._corked--;
  this._sink?.uncork();
};

proto.pipe = function pipe(): void {
  this.emit("error", new ERR_STREAM_CANNOT_PIPE());
};
