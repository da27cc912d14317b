// What Node's documentation says of the http module itself and of OutgoingMessage: values, defaults, errors.
"use strict";
const assert = require("assert");
const http = require("http");
const net = require("net");
const { Readable, Stream } = require("stream");

const throws = (code, act) => assert.throws(act, { code }, `${act}`);

// METHODS, STATUS_CODES, maxHeaderSize
for (const method of ["GET", "POST", "M-SEARCH", "QUERY", "PROPPATCH"]) assert.ok(http.METHODS.includes(method), method);
assert.deepStrictEqual(http.METHODS, [...http.METHODS].sort());
assert.strictEqual(http.STATUS_CODES[404], "Not Found");
assert.strictEqual(http.STATUS_CODES[418], "I'm a Teapot");
assert.strictEqual(Object.keys(http.STATUS_CODES).length, 63);
assert.strictEqual(http.maxHeaderSize, 16384);
assert.throws(() => (http.maxHeaderSize = 1), TypeError);

// globalAgent: keeps connections, for five seconds; a program may put another in its place.
assert.strictEqual(http.globalAgent.keepAlive, true);
assert.strictEqual(http.globalAgent.options.timeout, 5000);
const before = http.globalAgent;
http.globalAgent = new http.Agent();
assert.notStrictEqual(http.globalAgent, before);
http.globalAgent = before;
const restore = http.setGlobalProxyFromEnv({ HTTP_PROXY: "http://127.0.0.1:9" });
assert.strictEqual(typeof restore, "function");
assert.notStrictEqual(http.globalAgent, before);
restore();
assert.strictEqual(http.globalAgent, before);
throws("ERR_INVALID_ARG_TYPE", () => http.setGlobalProxyFromEnv("x"));

// validateHeaderName, validateHeaderValue, setMaxIdleHTTPParsers
for (const name of ["a", "A-1", "__proto__", "!#$%&'*+.^_`|~"]) assert.strictEqual(http.validateHeaderName(name), undefined);
for (const name of ["", "a b", "é", "a:", "a\n", 1, undefined, null, {}]) throws("ERR_INVALID_HTTP_TOKEN", () => http.validateHeaderName(name));
assert.throws(() => http.validateHeaderName("a b", "Some label"), /Some label must be a valid HTTP token \["a b"\]/);
for (const value of ["a", "", 1, null, "é", "a\tb", ["a"], {}]) assert.strictEqual(http.validateHeaderValue("n", value), undefined);
throws("ERR_HTTP_INVALID_HEADER_VALUE", () => http.validateHeaderValue("n", undefined));
for (const value of ["a\n", "\u0100", "\x7f", "a\0"]) throws("ERR_INVALID_CHAR", () => http.validateHeaderValue("n", value));
assert.strictEqual(http.setMaxIdleHTTPParsers(1), undefined);
for (const max of [0, -1, 1.5, NaN]) throws("ERR_OUT_OF_RANGE", () => http.setMaxIdleHTTPParsers(max));
for (const max of ["1", undefined]) throws("ERR_INVALID_ARG_TYPE", () => http.setMaxIdleHTTPParsers(max));

// Classes
assert.ok(http.Server() instanceof http.Server && http.Agent() instanceof http.Agent);
assert.ok(http.createServer() instanceof net.Server);
assert.ok(new http.IncomingMessage() instanceof Readable);
assert.ok(new http.OutgoingMessage() instanceof Stream);
for (const name of ["ClientRequest", "ServerResponse"]) {
  assert.strictEqual(Object.getPrototypeOf(http[name].prototype), http.OutgoingMessage.prototype);
}

// OutgoingMessage
const message = new http.OutgoingMessage();
const defaults = {
  headersSent: false, socket: null, writable: true, destroyed: false, closed: false, errored: null,
  writableCorked: 0, writableEnded: false, writableFinished: false, writableHighWaterMark: 65536,
  writableLength: 0, writableObjectMode: false, writableNeedDrain: false,
  chunkedEncoding: false, shouldKeepAlive: true, useChunkedEncodingByDefault: true, sendDate: false, strictContentLength: false,
};
for (const [name, value] of Object.entries(defaults)) assert.strictEqual(message[name], value, name);
assert.strictEqual(message.setHeader("A-Name", "1"), message);
assert.strictEqual(message.appendHeader("a-name", "2"), message);
assert.strictEqual(message.appendHeader("b", ["3", "4"]), message);
assert.strictEqual(message.setHeaders(new Map([["c", "5"], ["set-cookie", ["x", "y"]]])), message);
assert.deepStrictEqual({ ...message.getHeaders() }, { "a-name": ["1", "2"], b: ["3", "4"], c: "5", "set-cookie": ["x", "y"] });
assert.strictEqual(Object.getPrototypeOf(message.getHeaders()), null);
message.getHeaders().c = "changed";
assert.strictEqual(message.getHeader("C"), "5");
assert.deepStrictEqual(message.getHeaderNames(), ["a-name", "b", "c", "set-cookie"]);
assert.deepStrictEqual(message.getRawHeaderNames(), ["A-Name", "b", "c", "set-cookie"]);
assert.strictEqual(message.hasHeader("A-NAME"), true);
assert.strictEqual(message.removeHeader("A-NAME"), undefined);
assert.strictEqual(message.hasHeader("a-name"), false);
assert.strictEqual(message.getHeader("a-name"), undefined);
message.setHeader("n", 7);
assert.strictEqual(message.getHeader("n"), 7);
for (const method of ["getHeader", "hasHeader", "removeHeader"]) throws("ERR_INVALID_ARG_TYPE", () => message[method](1));
for (const method of ["setHeader", "appendHeader"]) {
  throws("ERR_HTTP_INVALID_HEADER_VALUE", () => message[method]("a"));
  throws("ERR_INVALID_HTTP_TOKEN", () => message[method]("a b", "c"));
  throws("ERR_INVALID_HTTP_TOKEN", () => message[method](1, "c"));
  throws("ERR_INVALID_CHAR", () => message[method]("a", "\n"));
  throws("ERR_INVALID_CHAR", () => message[method]("a", ["x", "\n"]));
}
for (const bad of [undefined, null, {}, [], "x"]) throws("ERR_INVALID_ARG_TYPE", () => message.setHeaders(bad));
assert.strictEqual(message.addTrailers({ a: "b" }), undefined);
assert.strictEqual(message.addTrailers([["a", "b"]]), undefined);
throws("ERR_INVALID_CHAR", () => message.addTrailers({ a: "\n" }));
throws("ERR_INVALID_HTTP_TOKEN", () => message.addTrailers({ "a b": "c" }));
message.cork();
message.cork();
assert.strictEqual(message.writableCorked, 2);
message.uncork();
assert.strictEqual(message.writableCorked, 1);
for (const act of [() => message.write("x"), () => message.end(), () => message.flushHeaders()]) {
  throws("ERR_METHOD_NOT_IMPLEMENTED", act);
}
let piped;
message.on("error", (error) => (piped = error.code));
message.pipe();
assert.strictEqual(piped, "ERR_STREAM_CANNOT_PIPE");
assert.strictEqual(message.setTimeout(5, () => {}), message);
assert.strictEqual(message.destroy(), message);
assert.strictEqual(message.destroyed, true);

// IncomingMessage
const incoming = new http.IncomingMessage();
const empty = {
  complete: false, aborted: false, destroyed: false, url: "", method: null, statusCode: null, statusMessage: null,
  httpVersion: null, httpVersionMajor: null, httpVersionMinor: null,
};
for (const [name, value] of Object.entries(empty)) assert.strictEqual(incoming[name], value, name);
for (const name of ["headers", "headersDistinct", "trailers", "trailersDistinct"]) assert.deepStrictEqual({ ...incoming[name] }, {}, name);
for (const name of ["rawHeaders", "rawTrailers"]) assert.deepStrictEqual(incoming[name], [], name);
