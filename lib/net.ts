/** `node:net`: TCP and local (Unix) sockets. */
import { coded } from "./internal/errors";
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

const ERR_FEATURE_UNAVAILABLE = coded(
  Error,
  "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM",
  (name: string) => `${name} is not available in this runtime`,
);

/** A TCP or local server. */
export function createServer(options?: any, listener?: any): any {
  return new (Server as any)(options, listener);
}

function refuse(name: string): any {
  const refused = function (): never {
    throw new ERR_FEATURE_UNAVAILABLE(`net.${name}`);
  };
  Object.defineProperty(refused, "name", { value: name, configurable: true });
  return refused;
}

export default {
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
  BlockList: refuse("BlockList"),
  SocketAddress: refuse("SocketAddress"),
  _normalizeArgs: (args: any[]) => normalizeArguments(args),
};
