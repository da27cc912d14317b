/** `node:http` */
import { getOption } from "./internal/options";
import { IncomingMessage } from "./internal/http/incoming";
import { OutgoingMessage } from "./internal/http/outgoing";
import { validateHeaderName, validateHeaderValue } from "./internal/http/header_names";
import { Server } from "./internal/http/server";
import { ServerResponse } from "./internal/http/server_response";
import { METHODS, STATUS_CODES } from "./internal/http/text";

/** A server; `listener` hears 'request'. */
export function createServer(options?: any, listener?: any): any {
  return new (Server as any)(options, listener);
}

const http = {
  METHODS,
  STATUS_CODES,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
};
Object.defineProperty(http, "maxHeaderSize", {
  configurable: true,
  enumerable: true,
  get: () => getOption("maxHttpHeaderSize"),
});
export default http;
