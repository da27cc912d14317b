/** `node:net`: TCP and local (Unix) sockets. */
import { loadInternal } from "./internal/builtins";
import { normalizeArguments } from "./internal/net/arguments";
import {
  getDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
} from "./internal/net/connect";
import { createConnection } from "./internal/net/create";
import { isIP, isIPv4, isIPv6 } from "./internal/net/ip";
import { Server } from "./internal/net/server";
import { Socket } from "./internal/net/socket";

/** A TCP or local server. */
export function createServer(options?: any, listener?: any): any {
  return new (Server as any)(options, listener);
}

const net = {
  createServer,
  createConnection,
  connect: createConnection,
  Server,
  Socket,
  Stream: Socket,
  isIP,
  isIPv4,
  isIPv6,
  getDefaultAutoSelectFamily,
  setDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout,
  _normalizeArgs: (args: any[]) => normalizeArguments(args),
};
// What few programs use is loaded when they do.
for (const [name, unit] of [
  ["BlockList", "internal/net/block_list"],
  ["SocketAddress", "internal/net/socket_address"],
  ["BoundSocket", "internal/net/bound_socket"],
] as const) {
  Object.defineProperty(net, name, { configurable: true, enumerable: true, get: () => loadInternal(unit)[name] });
}
export default net;
