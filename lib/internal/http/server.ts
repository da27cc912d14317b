/** http.Server. */
import http from "binding:http";
import { Stream } from "../../stream";
import { Server as NetServer } from "../net/server";
import { Socket } from "../net/socket";
import { callError } from "../net/errors";
import { checkTimeout } from "../net/socket_timeout";
import { ERR_HTTP_REQUEST_TIMEOUT } from "./errors";
import { IncomingMessage } from "./incoming";
import { headersLimit, timeLimit } from "./limits";
import { ServerConnection } from "./server_connection";
import { installCallbacks } from "./server_parser";
import { ServerResponse } from "./server_response";
import { installErrorHandling, onSocketError } from "./server_errors";
import { readServerOptions } from "./server_options";
import { ConnectionHandle } from "./server_socket";
import { STATUS_CODES } from "./text";
import { attachDuplex } from "./server_duplex";

declare function setInterval(fn: (...args: any[]) => void, ms: number, ...args: any[]): any;
declare function clearInterval(timer: any): void;

/** Indices of the numbers that C++ reads; see HttpSettings in bindings/http/http.h. */
const enum Setting {
  KeepAliveTimeout,
  IdleTimeout,
  MaxRequests,
}

/** `new Server(options, requestListener)` */
export function Server(this: any, options?: any, listener?: any): any {
  if (!(this instanceof (Server as any))) return new (Server as any)(options, listener);
  if (typeof options === "function") {
    listener = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  }
  const read = readServerOptions(options);
  installCallbacks();
  // Chunks go out at once, not when more have gathered; and a peer may end its half first.
  NetServer.call(this, {
    allowHalfOpen: true,
    noDelay: options.noDelay ?? true,
    keepAlive: options.keepAlive,
    keepAliveInitialDelay: options.keepAliveInitialDelay,
    highWaterMark: options.highWaterMark,
  });
  this._settings = new Float64Array(3);
  this._keepAliveBuffer = read.keepAliveTimeoutBuffer;
  this.keepAliveTimeout = read.keepAliveTimeout;
  this.maxRequestsPerSocket = 0;
  this.requestTimeout = read.requestTimeout;
  this.headersTimeout = read.headersTimeout;
  this.connectionsCheckingInterval = read.connectionsCheckingInterval;
  this.maxHeaderSize = options.maxHeaderSize === undefined ? undefined : read.maxHeaderSize;
  this.insecureHTTPParser = options.insecureHTTPParser;
  this.httpValidation = options.httpValidation;
  this.joinDuplicateHeaders = read.joinDuplicateHeaders;
  this.requireHostHeader = read.requireHostHeader;
  this.rejectNonStandardBodyWrites = Boolean(options.rejectNonStandardBodyWrites);
  this.httpAllowHalfOpen = false;
  this.timeout = 0;
  this.maxHeadersCount = null;
  this._maxHeaderSize = read.maxHeaderSize;
  this._leniency = read.leniency;
  this._requireHostHeader = read.requireHostHeader;
  this._uniqueHeaders = read.uniqueHeaders;
  this._responseOptions = read.responseOptions;
  this._optimizeEmptyRequests = read.optimizeEmptyRequests;
  this.shouldUpgradeCallback = options.shouldUpgradeCallback ?? hearsUpgrades;
  this._messageClass = options.IncomingMessage ?? IncomingMessage;
  this._responseClass = options.ServerResponse ?? ServerResponse;
  this.highWaterMark ??= (Stream as any).getDefaultHighWaterMark(false);
  this._bodyHighWaterMark = this.highWaterMark;
  this._open = new Set();
  this._checkTimer = null;
  if (listener) this.on("request", listener);
  this.on("connection", connectionListener);
}
Object.setPrototypeOf(Server.prototype, NetServer.prototype);
Object.setPrototypeOf(Server, NetServer);

const proto: any = Server.prototype;

// Numbers that C++ reads are kept where it finds them.
function shared(name: string, index: number, changed?: (server: any) => void): void {
  Object.defineProperty(proto, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this._settings[index];
    },
    set(value) {
      this._settings[index] = value;
      changed?.(this);
    },
  });
}
function updateIdle(server: any): void {
  const timeout = server._settings[Setting.KeepAliveTimeout];
  server._settings[Setting.IdleTimeout] = timeout > 0 ? timeout + server._keepAliveBuffer : 0;
}
shared("keepAliveTimeout", Setting.KeepAliveTimeout, updateIdle);
shared("maxRequestsPerSocket", Setting.MaxRequests);
Object.defineProperty(proto, "keepAliveTimeoutBuffer", {
  configurable: true,
  enumerable: true,
  get() {
    return this._keepAliveBuffer;
  },
  set(value) {
    this._keepAliveBuffer = value;
    updateIdle(this);
  },
});

// Connections.

proto._accept = function (handle: any): void {
  const parser = new http.HttpParser(http.REQUEST, this._maxHeaderSize, headersLimit(this.maxHeadersCount), this._leniency);
  const connection = new ServerConnection(this, handle, parser);
  parser.owner = connection;
  handle.owner = connection;
  this._open.add(connection);
  if (this._checkTimer === null) this._startChecking();
  parser.attach(handle, this._settings);
  if (this.timeout > 0) connection.socket.setTimeout(this.timeout);
  if (this.listenerCount("connection") > 1) this.emit("connection", connection.socket);
};

/**
 * `http._connectionListener`, the first listener of 'connection': serves a socket that the program gave to the server itself
 * (`server.emit('connection', socket)`). Connections that the server accepted are served already.
 */
export function connectionListener(this: any, socket: any): void {
  if (!(socket._handle instanceof ConnectionHandle)) attachDuplex(this, socket);
}

proto._makeSocket = function (connection: ServerConnection): any {
  const handle = connection.closed ? undefined : new ConnectionHandle(connection);
  const highWaterMark = this._bodyHighWaterMark;
  const socket = new (Socket as any)({ handle, allowHalfOpen: true, manualStart: true, readable: true, writable: true, highWaterMark });
  connection.facade = socket;
  socket._facadeOf = connection;
  socket.server = this;
  socket.parser = connection.parser;
  socket.on("timeout", onSocketTimeout);
  socket.on("error", onSocketError);
  if (connection.closed) socket.destroy();
  return socket;
};
Object.defineProperty(Socket.prototype, "_httpMessage", {
  configurable: true,
  enumerable: false,
  get() {
    return this._handle instanceof ConnectionHandle ? this._handle.connection.current : (this._message ?? null);
  },
  set(value) {
    this._message = value;
  },
});

function onSocketTimeout(this: any): void {
  if (!(this._handle instanceof ConnectionHandle)) return;
  const { connection } = this._handle;
  const response = connection.current;
  const request = response?.req;
  const heardByRequest = request && !request.complete && request.emit("timeout", this);
  const heardByResponse = response && response.emit("timeout", this);
  const heardByServer = connection.server.emit("timeout", this);
  if (!heardByRequest && !heardByResponse && !heardByServer) this.destroy();
}

/** Nothing came for as long as an idle connection is kept. */
proto._idleTimeout = function (connection: ServerConnection): void {
  if (this.listenerCount("timeout") > 0 && this.emit("timeout", connection.socket)) return;
  connection.destroy();
};

proto._connectionClosed = function (connection: ServerConnection): void {
  this._open.delete(connection);
  this._connectionGone();
  if (this._open.size === 0 && !this._handle) this._stopChecking();
};
/** The facade of a closed connection: 'close', with an error if there was one. */
proto._closeSocket = function (connection: ServerConnection, errno: number): void {
  const socket = connection.facade;
  if (!socket.destroyed) socket.destroy(errno < 0 && socket.listenerCount("error") > 0 ? callError(errno, "read") : undefined);
};

installErrorHandling(proto);

function hearsUpgrades(this: any): boolean {
  return this.listenerCount("upgrade") > 0;
}
/** Hands the connection over to the program as a socket. */
proto._upgrade = function (connection: ServerConnection, request: any, head: any): void {
  const event = request.method === "CONNECT" ? "connect" : "upgrade";
  const socket = connection.socket;
  connection.parser.detach();
  if (connection.closed) return;
  connection.closed = true;
  this._open.delete(connection);
  socket._handle = connection.stream;
  connection.stream.owner = socket;
  socket.removeListener("timeout", onSocketTimeout);
  socket.removeListener("error", onSocketError);
  socket._facadeOf = null;
  socket._server = this;
  socket.parser = null;
  request._source = null;
  request.socket = socket;
  // The peer's end is noticed although the program reads nothing.
  socket.read(0);
  if (!this.emit(event, request, socket, head)) socket.destroy();
};

/** A 'request' listener's promise was rejected (captureRejections): 500, if nothing was sent yet. */
proto[Symbol.for("nodejs.rejection")] = function (error: Error, event: string, ...args: any[]): void {
  if (event !== "request") {
    (NetServer.prototype as any)[Symbol.for("nodejs.rejection")].call(this, error, event, ...args);
    return;
  }
  const response = args[1];
  if (response.headersSent || response.writableEnded) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = 500;
  response.end(STATUS_CODES[500]);
};

// Time limits.

proto._startChecking = function (): void {
  const interval = timeLimit(this.connectionsCheckingInterval);
  if (interval === 0) return;
  this._checkTimer = setInterval(checkConnections, interval, this);
  this._checkTimer.unref();
};
proto._stopChecking = function (): void {
  if (this._checkTimer !== null) clearInterval(this._checkTimer);
  this._checkTimer = null;
};
function checkConnections(server: any): void {
  const head = timeLimit(server.headersTimeout);
  const request = timeLimit(server.requestTimeout);
  if (head === 0 && request === 0) return;
  for (const connection of [...server._open]) {
    if (connection.parser.overdue(head, request) !== 0) {
      server._clientError(connection, new ERR_HTTP_REQUEST_TIMEOUT());
    }
  }
}

/** `setTimeout(ms, callback)`: of every connection made from now on. */
proto.setTimeout = function setTimeout(ms?: number, callback?: () => void) {
  this.timeout = ms === undefined ? 0 : checkTimeout(ms, "msecs");
  if (callback) this.on("timeout", callback);
  return this;
};

// Closing.

proto.close = function close(callback?: (error?: Error) => void) {
  this._stopChecking();
  NetServer.prototype.close.call(this, callback);
  this.closeIdleConnections();
  return this;
};
proto.closeAllConnections = function closeAllConnections(): void {
  for (const connection of [...this._open]) connection.destroy();
};
proto.closeIdleConnections = function closeIdleConnections(): void {
  for (const connection of [...this._open]) {
    if (connection.current === null && connection.parser.idle() && connection.stream.bytesRead() > 0) connection.destroy();
  }
};
proto[Symbol.asyncDispose] = function (): Promise<void> {
  return new Promise((resolve, reject) => this.close((error?: Error) => (error ? reject(error) : resolve())));
};
