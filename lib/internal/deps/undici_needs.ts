/** What undici's WebSocket gets instead of the package's other files, of Node's modules, and of the globals. */
import crypto from "binding:crypto";
import clone from "binding:structured_clone";
import { channel } from "../diagnostics/channel";
import { Buffer } from "../../buffer";
import process from "../../process";
import { Blob } from "../buffer/blob";
import { File } from "../buffer/file";
import { TextDecoder } from "../encoding/text";
import { AbortSignal } from "../event_target/abort_signal";
import { DOMException } from "../event_target/dom_exception";
import { Event } from "../event_target/event";
import { EventTarget } from "../event_target/event_target";
import { URL } from "../url/url";
import { URLSearchParams } from "../url/search_params";
import { fetching, makeRequest } from "../websocket/handshake";
import { HeadersList } from "../websocket/headers";

/** Rondo has no such class, or the WebSocket does not use it: nothing is an instance. */
class Absent {
  constructor() {
    throw new TypeError("Illegal constructor");
  }
}

export const globals = {
  AbortSignal,
  Blob,
  Buffer,
  DOMException,
  Event,
  EventTarget,
  File,
  MessagePort: Absent,
  ReadableStream: Absent,
  TextDecoder,
  URL,
  URLSearchParams,
  process,
};

export function assert(value: unknown, message = "an assertion of the WebSocket library failed"): void {
  if (!value) throw new Error(message);
}

/** The handshake never offers permessage-deflate, and refuses a server that uses it all the same. */
class PerMessageDeflate {
  constructor() {
    throw new Error("permessage-deflate was not offered");
  }
}

/** Thrown for compressed messages alone. */
class MessageSizeExceededError extends Error {}

export default {
  PerMessageDeflate,
  MessageSizeExceededError,
  // The handshake.
  makeRequest,
  fetching,
  Headers: HeadersList,
  getHeadersList: (list: HeadersList) => list,
  getDecodeSplit: (name: string, list: HeadersList) => list.get(name)?.split(",").map((value) => value.trim()) ?? null,
  environmentSettingsObject: { settingsObject: { baseUrl: undefined } },
  // An option of that name is refused by the handshake; the package asks for its default.
  getGlobalDispatcher: () => undefined,
  // Its small helpers.
  kEnumerableProperty: Object.freeze({ __proto__: null, enumerable: true }),
  kConstruct: Symbol("construct"),
  runtimeFeatures: { has: (name: string) => name === "crypto" },
  channels: {
    open: channel("undici:websocket:open"),
    close: channel("undici:websocket:close"),
    socketError: channel("undici:websocket:socket_error"),
    ping: channel("undici:websocket:ping"),
    pong: channel("undici:websocket:pong"),
  },
  // Of node:crypto and node:worker_threads.
  randomBytes(size: number): any {
    const bytes = Buffer.allocUnsafeSlow(size);
    crypto.fillRandom(bytes);
    return bytes;
  },
  randomFillSync<T extends Uint8Array>(bytes: T, offset: number, size: number): T {
    crypto.fillRandom(bytes.subarray(offset, offset + size));
    return bytes;
  },
  hash: (algorithm: string, text: string, encoding: string): string =>
    crypto.digest(algorithm, Buffer.from(text)).toString(encoding),
  markAsUncloneable: clone.markUncloneable,
};
