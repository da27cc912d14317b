/** `node:http` */
import { loadInternal } from "./internal/builtins";
import { Agent, globalAgent, useProxyFromEnv } from "./internal/http/agent";
import { ClientRequest } from "./internal/http/client_request";
import { getOption } from "./internal/options";
import { IncomingMessage } from "./internal/http/incoming";
import { OutgoingMessage } from "./internal/http/outgoing";
import { validateHeaderName, validateHeaderValue } from "./internal/http/header_names";
import { connectionListener, Server } from "./internal/http/server";
import { validateInteger, validateObject } from "./internal/validators";
import { ServerResponse } from "./internal/http/server_response";
import { METHODS, STATUS_CODES } from "./internal/http/text";

/** A server; `listener` hears 'request'. */
export function createServer(options?: any, listener?: any): any {
  return new (Server as any)(options, listener);
}

/** A request: `request(url, options, callback)`. */
export function request(url: any, options?: any, callback?: any): any {
  return new (ClientRequest as any)(url, options, callback);
}
/** A request without a body, ended already. */
export function get(url: any, options?: any, callback?: any): any {
  const made = request(url, options, callback);
  made.end();
  return made;
}

/** How many idle parsers are kept. A parser lives as long as its connection here: there is never an idle one to keep. */
export function setMaxIdleHTTPParsers(max: number): void {
  validateInteger(max, "max", 1);
}

/** Makes an agent that uses the proxies which `proxyEnv` names the global one; the result undoes that. */
export function setGlobalProxyFromEnv(proxyEnv: object = process.env): () => void {
  validateObject(proxyEnv, "proxyEnv");
  return useProxyFromEnv(proxyEnv);
}

const http = {
  _connectionListener: connectionListener,
  METHODS,
  STATUS_CODES,
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  get,
  request,
  setGlobalProxyFromEnv,
  setMaxIdleHTTPParsers,
  validateHeaderName,
  validateHeaderValue,
};
Object.defineProperty(http, "maxHeaderSize", {
  configurable: true,
  enumerable: true,
  get: () => getOption("maxHttpHeaderSize"),
});
Object.defineProperty(http, "globalAgent", {
  configurable: true,
  enumerable: true,
  get: () => globalAgent.current,
  set(value) {
    globalAgent.current = value;
  },
});
// The globals of these names; loaded when they are first asked for.
for (const name of ["WebSocket", "CloseEvent", "MessageEvent"]) {
  Object.defineProperty(http, name, {
    configurable: true,
    enumerable: true,
    get: () => loadInternal("internal/deps/undici")[name],
  });
}
export default http;
