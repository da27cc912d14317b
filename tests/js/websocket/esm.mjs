// The names are exports of the module too.
import assert from "node:assert";
import http, { CloseEvent, MessageEvent, WebSocket } from "node:http";
import * as all from "node:http";

assert.strictEqual(WebSocket, globalThis.WebSocket);
assert.strictEqual(CloseEvent, http.CloseEvent);
assert.strictEqual(MessageEvent, all.MessageEvent);
assert.strictEqual((await import("http")).WebSocket, WebSocket);
