/** net.Server: listening, and what belongs to it. */
import net from "binding:net";
import { EventEmitter } from "../../events";
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { nextTick } from "../ticks";
import { validateNumber, validatePort } from "../validators";
import { requireBuiltin } from "../builtins";
import { backlogArgument, backlogOption, closeOnAbort, keepAliveDelay, normalizeArguments, readBlockList } from "./arguments";
import { ERR_INVALID_FD_TYPE, ERR_SERVER_ALREADY_LISTEN, ERR_SERVER_NOT_RUNNING, listenError } from "./errors";
import { isIP } from "./ip";
import { isPeerBlocked, listenHandle } from "./listen_handle";
import { acceptPending } from "./pending_accepts";
import { Socket } from "./socket";

const kDefaultBacklog = 511;

/** `new Server(options, connectionListener)` */
export function Server(this: any, options?: any, listener?: any): any {
  if (!(this instanceof (Server as any))) return new (Server as any)(options, listener);
  EventEmitter.call(this);
  if (typeof options === "function") {
    listener = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  } else if (typeof options !== "object") {
    throw new ERR_INVALID_ARG_TYPE("options", "Object", options);
  }
  if (typeof listener === "function") this.on("connection", listener);
  if (options.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, "options.keepAliveInitialDelay");
  }
  if (options.highWaterMark !== undefined) validateNumber(options.highWaterMark, "options.highWaterMark");
  this._connections = 0;
  this._handle = null;
  this._unref = false;
  this._closing = false;
  this._removeAbort = undefined;
  this._pipeName = undefined;
  this._connectionKey = undefined;
  this.allowHalfOpen = Boolean(options.allowHalfOpen);
  this.pauseOnConnect = Boolean(options.pauseOnConnect);
  this.noDelay = Boolean(options.noDelay);
  this.keepAlive = Boolean(options.keepAlive);
  this.keepAliveInitialDelay = keepAliveDelay(options.keepAliveInitialDelay);
  this.highWaterMark = options.highWaterMark;
  this.blockList = options.blockList === undefined ? undefined : readBlockList(options.blockList);
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

const proto: any = Server.prototype;

Object.defineProperty(proto, "listening", {
  configurable: true,
  enumerable: true,
  get() {
    return this._handle !== null && this._handle !== undefined;
  },
});

/** `listen(port, host, backlog, callback)`, `listen(path)`, `listen(options)` */
proto.listen = function listen(...args: any[]) {
  const [given, callback] = normalizeArguments(args);
  let options = given;
  if (this._handle) throw new ERR_SERVER_ALREADY_LISTEN();
  if (typeof callback === "function") this.once("listening", callback);
  const backlog = backlogArgument(args) || backlogOption(options.backlog) || kDefaultBacklog;
  closeOnAbort(
    options.signal,
    () => this.close(),
    (remove) => (this._removeAbort = remove),
  );

  const taken = listenHandle(options);
  if (taken !== undefined) {
    this._pipeName = taken.path;
    this._start(taken.handle, 0, backlog, undefined, undefined);
    return this;
  }
  if (typeof options.fd === "number" && options.fd >= 0) {
    this._listenDescriptor(options.fd, backlog);
    return this;
  }
  const first = args[0];
  if (args.length === 0 || typeof first === "function" || (first === undefined && !("port" in options)) || first === null) {
    options = { ...options, port: 0 };
  } else if ("port" in options && (options.port === undefined || options.port === null)) {
    options = { ...options, port: 0 };
  }
  if (typeof options.port === "number" || typeof options.port === "string") {
    const port = validatePort(options.port, "options.port");
    let flags = options.ipv6Only === true ? net.IPV6_ONLY : 0;
    if (options.reusePort === true) flags |= net.REUSE_PORT;
    if (options.host) this._listenHost(options.host, port, backlog, flags);
    else this._listenAddress(null, port, backlog, flags);
    return this;
  }
  if (options.path && typeof options.path === "string") {
    this._listenPath(options, backlog);
    return this;
  }
  if (!("port" in options || "path" in options)) {
    throw new ERR_INVALID_ARG_VALUE("options", options, 'must have the property "port" or "path"');
  }
  throw new ERR_INVALID_ARG_VALUE("options", options);
};

proto._listenHost = function (host: string, port: number, backlog: number, flags: number): void {
  if (isIP(host) !== 0) {
    this._listenAddress(host, port, backlog, flags);
    return;
  }
  requireBuiltin("dns").lookup(host, (error: Error | null, address: string) => {
    if (error) this.emit("error", error);
    else this._listenAddress(address || null, port, backlog, flags);
  });
};

/** Listens on an address; without one on all, of both families when there are both. */
proto._listenAddress = function (address: string | null, port: number, backlog: number, flags: number): void {
  let handle = new net.StreamHandle(net.TCP_SERVER);
  let err: number;
  if (address === null) {
    address = "::";
    err = handle.bind(address, port, flags);
    if (err === net.EINVAL || err === net.EAFNOSUPPORT || err === net.EADDRNOTAVAIL) {
      handle.close();
      handle = new net.StreamHandle(net.TCP_SERVER);
      address = "0.0.0.0";
      err = handle.bind(address, port, flags & ~net.IPV6_ONLY);
    }
  } else {
    err = handle.bind(address, port, isIP(address) === 6 ? flags : flags & ~net.IPV6_ONLY);
  }
  this._start(handle, err, backlog, address, port);
};

proto._listenPath = function (options: any, backlog: number): void {
  const handle = new net.StreamHandle(net.PIPE_SERVER);
  this._pipeName = options.path;
  let err = handle.bindPath(options.path);
  if (err === 0 && (options.readableAll || options.writableAll)) {
    err = handle.changeMode((options.readableAll ? net.READABLE : 0) | (options.writableAll ? net.WRITABLE : 0));
  }
  this._start(handle, err, backlog, options.path, -1);
};

proto._listenDescriptor = function (fd: number, backlog: number): void {
  const type = net.guessHandle(fd);
  if (type !== "TCP" && type !== "PIPE") throw new ERR_INVALID_FD_TYPE(type);
  const handle = new net.StreamHandle(type === "TCP" ? net.TCP_SERVER : net.PIPE_SERVER);
  this._start(handle, handle.open(fd), backlog, undefined, undefined);
};

proto._start = function (handle: any, err: number, backlog: number, address?: string, port?: number): void {
  handle.owner = this;
  err = err || handle.listen(backlog, onConnection);
  if (err) {
    handle.close();
    nextTick(emitError, this, listenError(err, "listen", address, port));
    return;
  }
  this._handle = handle;
  this._connectionKey = `${isIP(address ?? "") || (port === -1 ? -1 : 4)}:${address}:${port}`;
  if (this._unref) handle.unref();
  nextTick(emitListening, this);
};
function emitError(server: any, error: Error): void {
  server.emit("error", error);
}
function emitListening(server: any): void {
  if (server._handle) server.emit("listening");
}

/** `this` is the listening handle. */
function onConnection(this: any, err: number, handle: any): void {
  const server = this.owner;
  if (err) {
    server.emit("error", listenError(err, "accept", undefined, undefined));
    return;
  }
  if (server.maxConnections !== undefined && server.maxConnections !== null && server._connections >= server.maxConnections) {
    drop(server, handle);
    return;
  }
  if (server.blockList !== undefined && isPeerBlocked(server.blockList, handle)) {
    handle.close();
    return;
  }
  if (server.noDelay) handle.setNoDelay(true);
  if (server.keepAlive) handle.setKeepAlive(true, server.keepAliveInitialDelay);
  server._connections++;
  server._accept(handle);
}

function drop(server: any, handle: any): void {
  let data: any;
  const local = handle.sockName();
  const remote = handle.peerName();
  if (Array.isArray(remote) && Array.isArray(local)) {
    data = {
      localAddress: local[0],
      localPort: local[1],
      localFamily: local[2],
      remoteAddress: remote[0],
      remotePort: remote[1],
      remoteFamily: remote[2],
    };
  }
  handle.close();
  server.emit("drop", data);
}

/** A new connection: a Socket for it. http.Server has its own way. */
proto._accept = function (handle: any): void {
  const socket = new (Socket as any)({
    handle,
    allowHalfOpen: this.allowHalfOpen,
    pauseOnCreate: this.pauseOnConnect,
    highWaterMark: this.highWaterMark,
    readable: true,
    writable: true,
  });
  socket.server = this;
  socket._server = this;
  this.emit("connection", socket);
};

/** `close(callback)`: no new connections; 'close' when the last one has ended. */
proto.close = function close(callback?: (error?: Error) => void) {
  if (typeof callback === "function") {
    if (!this._handle) this.once("close", () => callback(new ERR_SERVER_NOT_RUNNING()));
    else this.once("close", callback);
  }
  this._removeAbort?.();
  this._removeAbort = undefined;
  if (this._handle) {
    acceptPending(this, onConnection);
    this._handle.close();
    this._handle = null;
  }
  this._emitCloseIfDrained();
  return this;
};
proto._emitCloseIfDrained = function _emitCloseIfDrained(): void {
  if (this._handle || this._connections > 0) return;
  nextTick(emitClose, this);
};
function emitClose(server: any): void {
  server.emit("close");
}
/** One of the connections has ended. */
proto._connectionGone = function (): void {
  this._connections--;
  this._emitCloseIfDrained();
};

/** A 'connection' listener's promise was rejected (captureRejections). */
proto[Symbol.for("nodejs.rejection")] = function (error: Error, event: string, socket?: any): void {
  if (event === "connection") socket.destroy(error);
  else this.emit("error", error);
};

proto[Symbol.asyncDispose] = function (): Promise<void> {
  if (!this._handle) return Promise.resolve();
  return new Promise((resolve, reject) => this.close((error?: Error) => (error ? reject(error) : resolve())));
};

/** `{ address, family, port }`, the path of a local socket, or null. */
proto.address = function address() {
  if (!this._handle) return null;
  if (this._pipeName !== undefined) return this._pipeName;
  const name = this._handle.sockName();
  if (!Array.isArray(name)) throw listenError(name, "address", undefined, undefined);
  return name.length === 1 ? name[0] : { address: name[0], family: name[2], port: name[1] };
};

proto.getConnections = function getConnections(callback: (error: Error | null, count: number) => void) {
  nextTick(callback, null, this._connections);
  return this;
};

proto.ref = function ref() {
  this._unref = false;
  this._handle?.ref();
  return this;
};
proto.unref = function unref() {
  this._unref = true;
  this._handle?.unref();
  return this;
};

