/** Socket.connect: to a path, an address, or the addresses of a host name one after the other. */
import net from "binding:net";
import { ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS } from "../errors";
import { loadInternal, requireBuiltin } from "../builtins";
import { traced } from "../perf/traced";
import { nextTick } from "../ticks";
import { validateBoolean, validateFunction, validateInt32, validateNumber, validatePort, validateString } from "../validators";
import { closeOnAbort, keepAliveDelay, normalizeArguments, readBlockList } from "./arguments";
import {
  callError,
  connectError,
  ERR_INVALID_ADDRESS_FAMILY,
  ERR_INVALID_IP_ADDRESS,
  ERR_SOCKET_CONNECTION_TIMEOUT,
} from "./errors";
import { isIP, isIPv4, isIPv6 } from "./ip";
import { applyOptions } from "./socket_options";

declare function setTimeout(fn: (...args: any[]) => void, ms: number, ...args: any[]): any;
declare function clearTimeout(timer: any): void;

let autoSelect = true;
let attemptTimeout = 250;

export function getDefaultAutoSelectFamily(): boolean {
  return autoSelect;
}
export function setDefaultAutoSelectFamily(value: boolean): void {
  validateBoolean(value, "value");
  autoSelect = value;
}
export function getDefaultAutoSelectFamilyAttemptTimeout(): number {
  return attemptTimeout;
}
export function setDefaultAutoSelectFamilyAttemptTimeout(value: number): void {
  validateInt32(value, "value", 1);
  attemptTimeout = Math.max(10, value);
}

interface Address {
  address: string;
  family: number;
}

export function connectSocket(socket: any, args: any[]): any {
  // connect([options, callback]) is how createConnection passes on what it has read already.
  const [options, callback] = Array.isArray(args[0]) ? (args[0] as [any, any]) : normalizeArguments(args);
  if (!options.path && (options.port === undefined || options.port === null)) {
    throw new ERR_MISSING_ARGS(["options", "port", "path"]);
  }
  if (options.blockList !== undefined) socket._blockList = readBlockList(options.blockList);
  if (Object.hasOwn(socket, "write")) delete socket.write;
  if (socket.destroyed) {
    socket._undestroy?.();
    socket._handle = null;
    socket._peername = undefined;
    socket._sockname = undefined;
    socket._reading = false;
  }
  const path = options.path;
  if (path) validateString(path, "options.path");
  if (callback !== null) socket.once("connect", callback);
  closeOnAbort(
    options.signal,
    () => socket.destroy(abortReason(options.signal)),
    (remove) => socket.once("close", remove),
  );
  if (options.noDelay) socket._noDelay = true;
  if (options.keepAlive) {
    socket._keepAlive = true;
    socket._keepAliveDelay = keepAliveDelay(options.keepAliveInitialDelay);
  }
  socket._active();
  socket.connecting = true;
  socket._connectStarted = true;
  if (path) {
    attach(socket, net.PIPE_SOCKET);
    const err = socket._handle.connectPath(path, (status: number) => connected(socket, socket._handle, status, path, undefined));
    if (err) socket.destroy(connectError(err, path, undefined));
  } else {
    if (traced.net !== null) traced.net.connect(socket);
    lookupAndConnect(socket, options);
  }
  return socket;
}

function abortReason(signal: any): Error {
  const error: any = new Error("The operation was aborted", { cause: signal.reason });
  error.name = "AbortError";
  error.code = "ABORT_ERR";
  return error;
}

function attach(socket: any, type: number): void {
  // A BoundSocket's handle is what connects.
  if (socket._bound) {
    socket._bound = false;
    return;
  }
  socket._handle = new net.StreamHandle(type);
  socket._handle.owner = socket;
  if (socket._unrefed) socket._handle.unref();
}

function lookupAndConnect(socket: any, options: any): void {
  const { localAddress, localPort } = options;
  const host: string = options.host || "localhost";
  if (localAddress && isIP(localAddress) === 0) throw new ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort !== undefined) validateNumber(localPort, "options.localPort");
  if (typeof options.port !== "number" && typeof options.port !== "string") {
    throw new ERR_INVALID_ARG_TYPE("options.port", ["number", "string"], options.port);
  }
  const port = validatePort(options.port);
  const family = isIP(host);
  if (family !== 0 && socket._bound) {
    connectOne(socket, { address: host, family }, port, options);
    return;
  }
  if (family !== 0) {
    nextTick(() => {
      if (socket.connecting) connectOne(socket, { address: host, family }, port, options);
    });
    return;
  }
  if (options.lookup !== undefined) validateFunction(options.lookup, "options.lookup");
  if (options.autoSelectFamily !== undefined) validateBoolean(options.autoSelectFamily, "options.autoSelectFamily");
  const lookup = options.lookup ?? requireBuiltin("dns").lookup;
  const both = (options.autoSelectFamily ?? autoSelect) && options.family !== 4 && options.family !== 6 && !localAddress;
  const query: any = { family: options.family || 0, hints: options.hints || 0 };
  if (both) query.all = true;
  socket._host = host;
  lookup(host, query, (error: Error | null, found: any, foundFamily?: number) => {
    if (!both || error) socket.emit("lookup", error, Array.isArray(found) ? undefined : found, foundFamily, host);
    if (!socket.connecting) return;
    if (error) {
      nextTick(() => socket.destroy(error));
    } else if (both && Array.isArray(found)) {
      for (const { address, family: one } of found) socket.emit("lookup", null, address, one, host);
      if (found.length === 1) connectOne(socket, found[0], port, options);
      else connectEach(socket, interleave(found), port, options);
    } else if (isIP(found) === 0) {
      nextTick(() => socket.destroy(new ERR_INVALID_IP_ADDRESS(found)));
    } else if (foundFamily !== undefined && foundFamily !== 4 && foundFamily !== 6) {
      nextTick(() => socket.destroy(new ERR_INVALID_ADDRESS_FAMILY(foundFamily, host, port)));
    } else {
      connectOne(socket, { address: found, family: isIP(found) }, port, options);
    }
  });
}

/** Families take turns, beginning with that of the first address. */
function interleave(addresses: Address[]): Address[] {
  const usable = addresses.filter(({ address, family }) => (family === 4 ? isIPv4(address) : isIPv6(address)));
  const first = usable.filter((a) => a.family === usable[0]!.family);
  const second = usable.filter((a) => a.family !== usable[0]!.family);
  const mixed: Address[] = [];
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    if (i < first.length) mixed.push(first[i]!);
    if (i < second.length) mixed.push(second[i]!);
  }
  return mixed;
}

function bindLocal(socket: any, options: any, family: number): number {
  const { localAddress, localPort } = options;
  if (!localAddress && !localPort) return 0;
  return socket._handle.bind(localAddress || (family === 6 ? "::" : "0.0.0.0"), localPort | 0, 0);
}

/** An error when the socket's block list holds the address. */
function refusal(socket: any, { address, family }: Address): Error | undefined {
  if (socket._blockList === undefined) return undefined;
  const { ERR_IP_BLOCKED, isBlocked } = loadInternal("internal/net/block_list") as typeof import("./block_list");
  return isBlocked(socket._blockList, address, family as 4 | 6) ? new ERR_IP_BLOCKED(address) : undefined;
}

function connectOne(socket: any, { address, family }: Address, port: number, options: any): void {
  const refused = refusal(socket, { address, family });
  if (refused !== undefined) {
    socket.destroy(refused);
    return;
  }
  attach(socket, net.TCP_SOCKET);
  let err = bindLocal(socket, options, family);
  if (err) {
    const error: any = callError(err, "bind");
    error.address = options.localAddress;
    socket.destroy(error);
    return;
  }
  socket.emit("connectionAttempt", address, port, family);
  const handle = socket._handle;
  err = handle.connect(address, port, (status: number) => connected(socket, handle, status, address, port));
  if (err) nextTick(() => socket.destroy(connectError(err, address, port, localOf(socket))));
}

function localOf(socket: any): string {
  const name = socket._handle?.sockName();
  return Array.isArray(name) && name.length === 3 ? `${name[0]}:${name[1]}` : "";
}

/** One attempt after the other, each with its own time; the first that connects wins. */
function connectEach(socket: any, addresses: Address[], port: number, options: any): void {
  const errors: Error[] = [];
  const limit = Math.max(10, options.autoSelectFamilyAttemptTimeout ?? attemptTimeout);
  socket.autoSelectFamilyAttemptedAddresses = [];
  let index = 0;

  const next = (): void => {
    if (!socket.connecting) return;
    if (index === addresses.length) {
      const error: any = errors.length === 1 ? errors[0] : new AggregateError(errors);
      if (error instanceof AggregateError) (error as any).code = (errors[0] as any)?.code;
      socket.destroy(error);
      return;
    }
    const { address, family } = addresses[index++]!;
    const refused = refusal(socket, { address, family });
    if (refused !== undefined) {
      errors.push(refused);
      next();
      return;
    }
    attach(socket, net.TCP_SOCKET);
    const handle = socket._handle;
    socket.autoSelectFamilyAttemptedAddresses.push(`${address}:${port}`);
    socket.emit("connectionAttempt", address, port, family);
    let timer: any = null;
    let over = false;
    const failed = (error: Error, event: string): void => {
      over = true;
      clearTimeout(timer);
      errors.push(error);
      handle.close();
      if (socket._handle === handle) socket._handle = null;
      if (event === "connectionAttemptFailed") socket.emit(event, address, port, family, error);
      else socket.emit(event, address, port, family);
      next();
    };
    const err = bindLocal(socket, options, family) || handle.connect(address, port, (status: number) => {
      if (over) return;
      if (status < 0 && socket._handle === handle) {
        failed(connectError(status, address, port), "connectionAttemptFailed");
        return;
      }
      over = true;
      clearTimeout(timer);
      connected(socket, handle, status, address, port);
    });
    if (err) {
      failed(connectError(err, address, port), "connectionAttemptFailed");
    } else if (index < addresses.length) {
      timer = setTimeout(() => {
        if (!over) failed(new ERR_SOCKET_CONNECTION_TIMEOUT(), "connectionAttemptTimeout");
      }, limit);
    }
  };
  next();
}

function connected(socket: any, handle: any, status: number, address: string, port: number | undefined): void {
  if (socket.destroyed || socket._handle !== handle) return;
  socket.connecting = false;
  socket._sockname = undefined;
  if (status < 0) {
    socket.destroy(connectError(status, address, port));
    return;
  }
  applyOptions(socket, handle);
  socket._active();
  socket.emit("connect");
  socket.emit("ready");
  if (socket.readable && !socket.isPaused()) socket.read(0);
}
