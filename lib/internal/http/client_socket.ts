/** A client's socket: responses in, and what happens to the request when the connection ends. */
import http from "binding:http";
import { getOption } from "../options";
import { FastBuffer } from "../buffer/fast_buffer";
import { batch } from "./batch";
import { nextTick } from "../ticks";
import { connectionReset } from "./errors";
import { completeMessage, IncomingMessage, pushBody } from "./incoming";
import { SocketSink } from "./socket_sink";
import { kHeadKeepAlive, kHeadUpgrade, kMajorShift, kMinorShift } from "./text";

/** Where a response comes from. */
class ResponseSource {
  readonly _isMessageSource = true;
  constructor(
    readonly request: any,
    readonly socket: any,
  ) {}
  get joinDuplicateHeaders(): boolean {
    return this.request.joinDuplicateHeaders === true;
  }
  get bodyHighWaterMark(): number {
    return this.socket.readableHighWaterMark ?? 64 * 1024;
  }
  wantBody(): void {
    if (this.socket._bodyPaused) {
      this.socket._bodyPaused = false;
      this.socket.resume();
    }
  }
  messageDestroyed(response: any, error: Error | null): void {
    if (!this.socket.destroyed && !response.complete) {
      this.request._destroyed = true;
      this.socket.destroy(error ?? undefined);
    }
  }
}

/** Makes `socket` the request's. */
export function bindSocket(request: any, socket: any): void {
  installCallbacks();
  const maxHeaders = request.maxHeadersCount === null ? 2000 : request.maxHeadersCount || 0xffffffff;
  const maxHead = request.maxHeaderSize || getOption("maxHttpHeaderSize");
  const lenient = request.insecureHTTPParser ?? getOption("insecureHttpParser");
  let parser = socket.parser;
  if (parser) parser.restart(maxHead, maxHeaders, lenient);
  else parser = new http.HttpParser(http.RESPONSE, maxHead, maxHeaders, lenient);
  socket.parser = parser;
  parser.owner = socket;
  socket._httpMessage = request;
  request.parser = parser;
  request._socket = socket;
  request._sink = new SocketSink(socket);
  request.reusedSocket ||= false;
  socket.on("error", onError);
  socket.on("data", onData);
  socket.on("end", onEnd);
  socket.on("close", onClose);
  socket.on("drain", onDrain);
  if (request.timeout !== undefined && request.timeout > 0 && request.timeoutCb === null) {
    request.timeoutCb = () => request.emit("timeout");
    socket.on("timeout", request.timeoutCb);
  }
}
function unlisten(socket: any, request: any): void {
  socket.removeListener("error", onError);
  socket.removeListener("data", onData);
  socket.removeListener("end", onEnd);
  socket.removeListener("close", onClose);
  socket.removeListener("drain", onDrain);
  if (request.timeoutCb !== null) {
    socket.removeListener("timeout", request.timeoutCb);
    request.timeoutCb = null;
  }
}

/** A request was destroyed: so is its socket. */
export function unbindSocket(_request: any, socket: any, error: Error | undefined): void {
  socket.destroy(error);
}

function onDrain(this: any): void {}

function onError(this: any, error: Error): void {
  const request = this._httpMessage;
  if (request) {
    this._hadError = true;
    emitError(request, error);
  }
  this.removeListener("data", onData);
  this.removeListener("end", onEnd);
  this.destroy();
}
function emitError(request: any, error: Error): void {
  if (request._errorEmitted) return;
  request._errorEmitted = true;
  request.emit("error", error);
}

function onData(this: any, chunk: any): void {
  const parser = this.parser;
  if (!parser) return;
  const taken = parser.execute(chunk);
  if (taken >= 0 && this._upgraded) finishUpgrade(this);
}

function onEnd(this: any): void {
  const request = this._httpMessage;
  if (!request) return;
  if (!request.res && !this._hadError) {
    this._hadError = true;
    emitError(request, connectionReset("socket hang up"));
  }
  const failed = this.parser?.finish();
  if (failed && request.res && !request.res.complete && !this._hadError) {
    // Cut short: onClose tells the response.
    this._truncated = true;
  }
  this.end();
}

function onClose(this: any): void {
  const request = this._httpMessage;
  if (!request) return;
  this.parser?.finish();
  const response = request.res;
  request._destroyed = true;
  if (response) {
    if (!response.complete) response.destroy(connectionReset("aborted"));
    close(request);
    if (!response.aborted && response.readable) response.push(null);
  } else {
    if (!this._hadError) {
      this._hadError = true;
      emitError(request, request._failure ?? connectionReset("socket hang up"));
    }
    close(request);
  }
  request._pieces = null;
  this._httpMessage = null;
}
function close(request: any): void {
  if (request._closed) return;
  request._closed = true;
  request.emit("close");
}

// What the parser calls; `this` is the HttpParser, its owner the socket.

function onHead(this: any, text: string, head: string, flags: number, status: number): number {
  const socket = this.owner;
  const request = socket._httpMessage;
  if (!request || request.res !== null) {
    // A second response, or one that nobody asked for.
    socket.destroy();
    return 1;
  }
  const response = new (IncomingMessage as any)(new ResponseSource(request, socket));
  response._head = head;
  // The method's place in the flags is empty, but the version is always there.
  response._flags = flags;
  response.statusCode = status;
  response.statusMessage = text;
  response.client = request;
  response.req = request;
  const upgrade = (flags & kHeadUpgrade) !== 0;
  if (request.method === "CONNECT" || (upgrade && status === 101)) {
    response.upgrade = true;
    response.complete = true;
    request.res = response;
    socket._upgraded = response;
    return 2;
  }
  if (status >= 100 && status < 200) {
    if (status === 101) {
      // The server switched protocols without saying to which.
      response.complete = true;
      request.res = response;
      socket._upgraded = response;
      response.upgrade = true;
      return 2;
    }
    if (status === 100) request.emit("continue");
    request.emit("information", {
      statusCode: status,
      statusMessage: text,
      httpVersion: response.httpVersion,
      httpVersionMajor: (flags >> kMajorShift) & 15,
      httpVersionMinor: (flags >> kMinorShift) & 15,
      headers: response.headers,
      rawHeaders: response.rawHeaders,
    });
    return 1;
  }
  if (request.shouldKeepAlive && (flags & kHeadKeepAlive) === 0) request.shouldKeepAlive = false;
  request.res = response;
  response.on("end", onResponseEnd);
  response.on("timeout", onResponseTimeout);
  if (request.aborted || request._destroyed || !request.emit("response", response)) response._dump();
  return request.method === "HEAD" ? 1 : 0;
}

function onBody(this: any, buffer: ArrayBuffer, offset: number, length: number): void {
  const socket = this.owner;
  const response = socket._httpMessage?.res;
  if (!response) return;
  if (!pushBody(response, new FastBuffer(buffer, offset, length)) && !socket._bodyPaused) {
    socket._bodyPaused = true;
    socket.pause();
  }
}
function onComplete(this: any, trailers: string | undefined): void {
  const response = this.owner._httpMessage?.res;
  if (response && !response.complete) completeMessage(response, trailers);
}
function onParseError(
  this: any,
  code: string,
  reason: string,
  bytesParsed: number,
  buffer: ArrayBuffer,
  offset: number,
  length: number,
): void {
  const socket = this.owner;
  const request = socket._httpMessage;
  const error: any = new Error(`Parse Error${reason ? `: ${reason}` : ""}`);
  error.code = code;
  error.bytesParsed = bytesParsed;
  error.reason = reason;
  error.rawPacket = new FastBuffer(buffer, offset, length);
  socket.removeListener("data", onData);
  socket.removeListener("end", onEnd);
  socket.destroy();
  if (request) {
    socket._hadError = true;
    emitError(request, error);
  }
}
function onUpgrade(this: any, buffer: ArrayBuffer, offset: number, length: number): void {
  this.owner._upgradeHead = new FastBuffer(buffer, offset, length);
}

/** The socket is the program's now. */
function finishUpgrade(socket: any): void {
  const response = socket._upgraded;
  const head = socket._upgradeHead ?? new FastBuffer(0);
  const request = socket._httpMessage;
  socket._upgraded = undefined;
  request.upgradeOrConnect = true;
  socket.emit("agentRemove");
  unlisten(socket, request);
  socket.parser = null;
  request.parser = null;
  socket._httpMessage = null;
  socket.readableFlowing = null;
  socket._readableState.flowing = null;
  if (request.timeoutCb) socket.setTimeout(0);
  const event = request.method === "CONNECT" ? "connect" : "upgrade";
  if (request.listenerCount(event) > 0) {
    request.emit(event, response, socket, head);
    request._destroyed = true;
    close(request);
  } else {
    socket.destroy();
  }
}

function onResponseTimeout(this: any): void {
  this.req.emit("timeout");
}

/** The response was read to its end. */
function onResponseEnd(this: any): void {
  const request = this.req;
  const socket = request.socket;
  request._ended_ = true;
  if (!socket) return;
  if (request.timeoutCb && request.timeout !== 0) {
    socket.removeListener("timeout", request.timeoutCb);
    request.timeoutCb = null;
    socket.setTimeout(0);
  }
  if (!request.shouldKeepAlive) {
    if (socket.writable) socket.destroySoon();
  } else if (request._finishEmitted && !this.aborted) {
    release(request);
  } else if (!request._finishEmitted) {
    request.once("finish", () => release(request));
  }
}
function release(request: any): void {
  const socket = request.socket;
  if (!socket || socket.destroyed) return;
  unlisten(socket, request);
  // After the listeners that the program added to 'end'.
  nextTick(free, request, socket);
  request._destroyed = true;
}
function free(request: any, socket: any): void {
  close(request);
  socket.emit("free");
}

function nothing(): void {}

let installed = false;
function installCallbacks(): void {
  if (installed) return;
  installed = true;
  http.setCallbacks(
    http.RESPONSE,
    {
      onHead,
      onBody,
      onComplete,
      onError: onParseError,
      onUpgrade,
      onEnd: nothing,
      onDrained: nothing,
      onClosed: nothing,
      onIdle: nothing,
    },
    batch,
  );
}
