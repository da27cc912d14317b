/** http.Agent: which sockets requests use, how many there may be, and which are kept for the next request. */
import { EventEmitter } from "../../events";
import { loadInternal } from "../builtins";
import { createConnection } from "../net/create";
import { getOption } from "../options";
import { onStart } from "../startup";
import { validateNumber, validateOneOf } from "../validators";
import { hostAndPort, isPlain } from "./agent_name";
import { type SocketTable, takeOut, waitingElsewhere } from "./agent_tables";

/** `new Agent(options)` */
export function Agent(this: any, options?: any): any {
  if (!(this instanceof (Agent as any))) return new (Agent as any)(options);
  EventEmitter.call(this);
  this.options = { __proto__: null, ...options };
  this.defaultPort = this.options.defaultPort || 80;
  this.protocol = this.options.protocol || "http:";
  this.options.noDelay ??= true;
  // The path of a request is not that of a local socket.
  this.options.path = null;
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Agent.defaultMaxSockets;
  this.maxFreeSockets = this.options.maxFreeSockets || 256;
  this.scheduling = this.options.scheduling || "lifo";
  this.maxTotalSockets = this.options.maxTotalSockets;
  this.totalSocketCount = 0;
  validateOneOf(this.scheduling, "scheduling", ["fifo", "lifo"]);
  if (this.maxTotalSockets !== undefined) validateNumber(this.maxTotalSockets, "maxTotalSockets", 1);
  else this.maxTotalSockets = Infinity;
  const { proxyEnv } = this.options;
  this._proxy = proxyEnv ? proxyOf(proxyEnv, this.protocol) : undefined;
  const buffer = this.options.agentKeepAliveTimeoutBuffer;
  this.agentKeepAliveTimeoutBuffer = Number.isFinite(buffer) && buffer >= 0 ? buffer : 1000;
  this.on("free", onFree);
}
Object.setPrototypeOf(Agent.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Agent, EventEmitter);
Agent.defaultMaxSockets = Infinity;

const proto: any = Agent.prototype;
proto._proxy = undefined;
function proxyOf(env: any, protocol: string): any {
  return (loadInternal("internal/http/proxy") as typeof import("./proxy")).proxyFromEnv(env, protocol);
}
/** The proxy for requests to a host, if there is one. Local sockets have none. */
proto._proxyFor = function (options: any): any {
  const proxy = this._proxy;
  if (proxy === undefined || options.socketPath || proxy.bypasses(`${options.host}`, Number(options.port))) return undefined;
  return proxy;
};
proto.createConnection = createConnection;

/** What the sockets of a request have in common: `host:port:localAddress`, the family, the path of a local socket. */
proto.getName = function getName(options: any = {}): string {
  let name = hostAndPort(options.host, options.port);
  if (options.localAddress) name += options.localAddress;
  if (options.family === 4 || options.family === 6) name += `:${options.family}`;
  if (options.socketPath) name += `:${options.socketPath}`;
  return name;
};
const plainName = proto.getName;

function merged(agent: any, options: any): any {
  const all = { __proto__: null, ...options, ...agent.options };
  if (all.socketPath) all.path = all.socketPath;
  return all;
}
/** The name for `merged(agent, given)`, without making that object when nobody sees it. */
function nameFor(agent: any, given: any): string {
  return agent.getName === plainName && isPlain(given, agent.options) ? plainName(given) : agent.getName(merged(agent, given));
}

/** Gives the request a socket: a free one, a new one, or the next that becomes free. */
proto.addRequest = function addRequest(request: any, given: any, port?: unknown, localAddress?: unknown): void {
  if (typeof given === "string") given = { __proto__: null, host: given, port, localAddress };
  const name = nameFor(this, given);
  this.sockets[name] ??= [];
  const free: any[] | undefined = this.freeSockets[name];
  let socket: any;
  if (free !== undefined) {
    while (free.length > 0 && socket === undefined) {
      const candidate = this.scheduling === "fifo" ? free.shift() : free.pop();
      if (!candidate.destroyed && candidate.writable) socket = candidate;
    }
    if (free.length === 0) delete this.freeSockets[name];
  }
  const count = (this.freeSockets[name]?.length ?? 0) + this.sockets[name].length;
  if (socket !== undefined) {
    this.reuseSocket(socket, request);
    assign(this, request, socket);
    this.sockets[name].push(socket);
  } else if (count < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
    this.createSocket(request, merged(this, given), (error: Error | null, made: any) => {
      if (error) request.onSocket(made, error);
      else assign(this, request, made);
    });
  } else {
    request._agentOptions = given;
    (this.requests[name] ??= []).push(request);
  }
};

proto.createSocket = function createSocket(request: any, given: any, callback: (error: Error | null, socket?: any) => void): void {
  const options = merged(this, given);
  const name = this.getName(options);
  options._agentKey = name;
  options.encoding = null;
  let called = false;
  const created = (error: Error | null, socket?: any): void => {
    if (called) return;
    called = true;
    if (error) {
      callback(error);
      return;
    }
    (this.sockets[name] ??= []).push(socket);
    this.totalSocketCount++;
    watch(this, socket, options);
    callback(null, socket);
  };
  if (this.keepAlive) {
    options.keepAlive = true;
    options.keepAliveInitialDelay ??= this.keepAliveMsecs;
  }
  if (request.timeout) options.timeout = request.timeout;
  const proxy = this._proxyFor?.(options);
  const target = proxy === undefined ? options : { ...options, host: proxy.host, port: proxy.port };
  const socket = this.createConnection(target, created);
  if (socket) created(null, socket);
};

function assign(agent: any, request: any, socket: any): void {
  request.onSocket(socket);
  const agentTimeout = agent.options.timeout || 0;
  if (request.timeout === undefined || request.timeout === agentTimeout) return;
  socket.setTimeout(request.timeout);
}

function watch(agent: any, socket: any, options: any): void {
  const onSocketFree = (): void => {
    agent.emit("free", socket, options);
  };
  let counted = true;
  const remove = (): void => {
    if (counted) agent.totalSocketCount--;
    counted = false;
    agent.removeSocket(socket, options);
  };
  const onClose = remove;
  const onTimeout = (): void => {
    // Only a socket that nobody uses ends by itself; of others the request decides.
    for (const list of Object.values(agent.freeSockets as SocketTable)) {
      if (list.includes(socket)) {
        socket.destroy();
        return;
      }
    }
  };
  const onRemove = (): void => {
    remove();
    socket.removeListener("close", onClose);
    socket.removeListener("free", onSocketFree);
    socket.removeListener("timeout", onTimeout);
    socket.removeListener("agentRemove", onRemove);
  };
  socket.on("free", onSocketFree);
  socket.on("close", onClose);
  socket.on("timeout", onTimeout);
  socket.on("agentRemove", onRemove);
  if (agent.options.timeout) socket.setTimeout(agent.options.timeout);
}

/** A socket's request is over: the next request's turn, or the pool. */
function onFree(this: any, socket: any, options: any): void {
  const name = this.getName(options);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const waiting: any[] | undefined = this.requests[name];
  if (waiting !== undefined && waiting.length > 0) {
    const request = waiting.shift();
    if (waiting.length === 0) delete this.requests[name];
    assign(this, request, socket);
    return;
  }
  const request = socket._httpMessage;
  if (!request || !request.shouldKeepAlive || !this.keepAlive) {
    socket.destroy();
    return;
  }
  const free: any[] = this.freeSockets[name] ?? [];
  const count = free.length + (this.sockets[name]?.length ?? 0);
  if (
    this.totalSocketCount > this.maxTotalSockets ||
    count > this.maxSockets ||
    (this.totalSocketCount >= this.maxTotalSockets && waitingElsewhere(this) !== undefined) ||
    free.length >= this.maxFreeSockets ||
    !this.keepSocketAlive(socket)
  ) {
    socket.destroy();
    return;
  }
  this.freeSockets[name] = free;
  socket._httpMessage = null;
  takeOut(this.sockets, name, socket);
  socket.once("error", onFreeSocketError);
  free.push(socket);
}

function onFreeSocketError(this: any): void {
  this.destroy();
  this.emit("agentRemove");
}

/** Forgets a socket; a request that waits for one may get a new one. */
proto.removeSocket = function removeSocket(socket: any, options: any): void {
  const name = this.getName(options);
  takeOut(this.sockets, name, socket);
  if (!socket.writable) takeOut(this.freeSockets, name, socket);
  // The first request in line of this name, or of any when the total was the limit.
  let waiting: any[] | undefined = this.requests[name];
  if (!waiting?.length) waiting = waitingElsewhere(this);
  const request = waiting?.[0];
  if (request === undefined || this.totalSocketCount >= this.maxTotalSockets) return;
  const wanted = merged(this, request._agentOptions);
  if ((this.sockets[this.getName(wanted)]?.length ?? 0) >= this.maxSockets) return;
  this.createSocket(request, wanted, (error: Error | null, made: any) => {
    if (error) request.onSocket(null, error);
    else made.emit("free");
  });
};

const kServerTimeout = /^timeout=(\d+)/;
/** Whether a free socket is kept, and for how long. Programs may replace it. */
proto.keepSocketAlive = function keepSocketAlive(socket: any): boolean {
  socket.setKeepAlive(true, this.keepAliveMsecs);
  socket.unref();
  let timeout = this.options.timeout || 0;
  // The server may have said how long it waits itself.
  const response = socket._httpMessage?.res;
  const hint = response && kServerTimeout.exec(response.headers["keep-alive"])?.[1];
  if (hint) {
    const limit = Number(hint) * 1000 - this.agentKeepAliveTimeoutBuffer;
    if (limit <= 0) return false;
    timeout = timeout === 0 ? limit : Math.min(timeout, limit);
  }
  if (socket.timeout !== timeout) socket.setTimeout(timeout);
  return true;
};
/** A kept socket serves another request. Programs may replace it. */
proto.reuseSocket = function reuseSocket(socket: any, request: any): void {
  socket.removeListener("error", onFreeSocketError);
  request.reusedSocket = true;
  socket.ref();
};

/** Destroys all sockets of this agent. */
proto.destroy = function destroy(): void {
  for (const table of [this.freeSockets, this.sockets] as SocketTable[]) {
    for (const list of Object.values(table)) for (const socket of [...list]) socket.destroy();
  }
};

/** The agent of requests that name none: keeps connections for five seconds. */
export const globalAgent = { current: makeGlobalAgent(undefined) };
function makeGlobalAgent(proxyEnv: object | undefined): any {
  return new (Agent as any)({ keepAlive: true, scheduling: "lifo", timeout: 5000, proxyEnv });
}
/** Makes an agent that uses the proxies of `proxyEnv` the global one. The result puts the previous one back. */
export function useProxyFromEnv(proxyEnv: object): () => void {
  const previous = globalAgent.current;
  globalAgent.current = makeGlobalAgent(proxyEnv);
  return function restore() {
    globalAgent.current = previous;
  };
}
onStart(() => {
  if (getOption("useEnvProxy") || process.env["NODE_USE_ENV_PROXY"] === "1") useProxyFromEnv(process.env);
});
