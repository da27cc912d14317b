/** A client's socket: responses in, and what happens to the request when the connection ends. */
import http from "binding:http";
import { getOption } from "../options";
import { FastBuffer } from "../buffer/fast_buffer";
import { nextTick } from "../ticks";
import { installResponseCallbacks, type ParserHooks } from "./client_parser";
import { connectionReset } from "./errors";
import { headersLimit } from "./limits";
import { SocketSink } from "./socket_sink";

/** Makes `socket` the request's. */
export function bindSocket(request: any, socket: any): void {
  installResponseCallbacks();
  const maxHead = request.maxHeaderSize || getOption("maxHttpHeaderSize");
  const maxHeaders = headersLimit(request.maxHeadersCount);
  let parser = socket.parser;
  if (parser) parser.restart(maxHead, maxHeaders, request._leniency);
  else parser = new http.HttpParser(http.RESPONSE, maxHead, maxHeaders, request._leniency);
  socket.parser = parser;
  parser.owner = socket;
  parser.hooks = hooks;
  socket._httpMessage = request;
  request.parser = parser;
  request._socket = socket;
  request._sink = new SocketSink(socket);
  request.reusedSocket ||= false;
  socket.on("error", onError);
  socket.on("data", onData);
  socket.on("end", onEnd);
  socket.on("close", onClose);
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
  if (request.timeoutCb !== null) {
    socket.removeListener("timeout", request.timeoutCb);
    request.timeoutCb = null;
  }
}

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
  // A response without a length ends here; one that is cut short learns it from onClose.
  this.parser?.finish();
  this.end();
}

function onClose(this: any): void {
  const request = this._httpMessage;
  if (!request) return;
  // A response that lasts until the connection ends is whole only if that was the server's doing.
  if (this.readableEnded) this.parser?.finish();
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
  this._httpMessage = null;
}
function close(request: any): void {
  if (request._closed) return;
  request._closed = true;
  request.emit("close");
}

/** The socket is the program's now. */
function finishUpgrade(socket: any): void {
  const response = socket._upgraded;
  const head = socket._upgradeHead ?? new FastBuffer(0);
  const request = socket._httpMessage;
  socket._upgraded = undefined;
  request.upgradeOrConnect = true;
  const event = request.method === "CONNECT" ? "connect" : "upgrade";
  const heard = request.listenerCount(event) > 0;
  if (heard) socket.emit("agentRemove");
  unlisten(socket, request);
  socket.parser = null;
  request.parser = null;
  socket._httpMessage = null;
  socket.readableFlowing = null;
  socket._readableState.flowing = null;
  if (request.timeoutCb) socket.setTimeout(0);
  if (heard) request.emit(event, response, socket, head);
  else socket.destroy();
  request._destroyed = true;
  close(request);
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
  if (!socket) return;
  unlisten(socket, request);
  // After the listeners that the program added to 'end'.
  nextTick(free, request, socket);
  request._destroyed = true;
}
function free(request: any, socket: any): void {
  close(request);
  socket.emit("free");
}

const hooks: ParserHooks = {
  responded(response) {
    response.on("end", onResponseEnd);
    response.on("timeout", onResponseTimeout);
  },
  failed(socket, error) {
    const request = socket._httpMessage;
    socket.removeListener("data", onData);
    socket.removeListener("end", onEnd);
    socket.destroy();
    if (!request) return;
    socket._hadError = true;
    emitError(request, error);
  },
};
