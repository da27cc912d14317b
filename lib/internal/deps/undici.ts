/**
 * WebSocket and its events (npm: undici, whose WebSocket is Node's). Of the package only what speaks the protocol is bundled:
 * it connects through `internal/websocket`, and `undici_needs` stands for the rest (tools/build-lib.mjs says for which files).
 */
import { readHeaders } from "../websocket/headers";

declare function require(id: string): any;

const { webidl } = require("undici/lib/web/webidl/index.js");
// The package has it in its Headers, and asks for it when websocket.js is loaded.
webidl.converters.HeadersInit = readHeaders;

export const { CloseEvent, MessageEvent } = require("undici/lib/web/websocket/events.js");
export const { WebSocket } = require("undici/lib/web/websocket/websocket.js");

// Bundling gives a class of the package another name when it is exported here under its own.
for (const [name, value] of Object.entries({ CloseEvent, MessageEvent, WebSocket })) {
  Object.defineProperty(value, "name", { value: name, configurable: true });
}
