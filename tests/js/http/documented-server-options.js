// The options of http.createServer and the properties of a Server, one by one: defaults, bad values, effects.
"use strict";
const assert = require("assert");
const http = require("http");
const net = require("net");
const { raw } = require("../../fixtures/http/raw.js");

const throws = (code, act) => assert.throws(act, { code }, `${act}`);
const make = (options) => http.createServer(options);

/** Sends `text` to a server made with `options`; gives what came and what `handler` noted. */
async function ask(options, text, handler, prepare = () => {}) {
  const notes = [];
  const server = http.createServer(options, (request, response) => handler(request, response, notes));
  prepare(server, notes);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const received = await raw(server.address().port, text);
  server.close();
  server.closeAllConnections();
  return { notes, status: Number(received.slice(9, 12)), received };
}
const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const end = (request, response) => response.end("x");

// Defaults
const plain = make();
const defaults = {
  headersTimeout: 60_000, requestTimeout: 300_000, keepAliveTimeout: 5000, keepAliveTimeoutBuffer: 1000, maxHeadersCount: null,
  maxRequestsPerSocket: 0, timeout: 0, listening: false, connectionsCheckingInterval: 30_000, requireHostHeader: true,
  rejectNonStandardBodyWrites: false, noDelay: true, keepAlive: false, keepAliveInitialDelay: 0, highWaterMark: 65536,
  insecureHTTPParser: undefined, httpValidation: undefined, maxHeaderSize: undefined,
};
for (const [name, value] of Object.entries(defaults)) assert.strictEqual(plain[name], value, name);
assert.strictEqual(typeof plain[Symbol.asyncDispose], "function");

// Given values
const numbers = ["requestTimeout", "keepAliveTimeout", "keepAliveTimeoutBuffer", "connectionsCheckingInterval", "maxHeaderSize", "highWaterMark"];
for (const name of numbers) assert.strictEqual(make({ [name]: 90_000 })[name], 90_000, name);
assert.strictEqual(make({ headersTimeout: 5 }).headersTimeout, 5);
assert.strictEqual(make({ requestTimeout: 10 }).headersTimeout, 10);
for (const name of ["noDelay", "keepAlive", "joinDuplicateHeaders", "requireHostHeader", "insecureHTTPParser", "rejectNonStandardBodyWrites"]) {
  for (const value of [true, false]) assert.strictEqual(make({ [name]: value })[name], value, name);
}

// Bad values
for (const name of ["requestTimeout", "headersTimeout", "keepAliveTimeout", "keepAliveTimeoutBuffer", "connectionsCheckingInterval", "maxHeaderSize"]) {
  for (const bad of ["1", null, {}, true]) throws("ERR_INVALID_ARG_TYPE", () => make({ [name]: bad }));
  for (const bad of [-1, 1.5, NaN, Infinity]) throws("ERR_OUT_OF_RANGE", () => make({ [name]: bad }));
}
throws("ERR_OUT_OF_RANGE", () => make({ headersTimeout: 2000, requestTimeout: 1000 }));
for (const name of ["joinDuplicateHeaders", "requireHostHeader", "insecureHTTPParser", "rejectNonStandardBodyWrites", "optimizeEmptyRequests"]) {
  for (const bad of ["1", null, 1]) throws("ERR_INVALID_ARG_TYPE", () => make({ [name]: bad }));
}
for (const bad of ["1", null, 1]) throws("ERR_INVALID_ARG_TYPE", () => make({ shouldUpgradeCallback: bad }));
for (const bad of ["1", null]) throws("ERR_INVALID_ARG_TYPE", () => make({ highWaterMark: bad }));
for (const bad of ["1", null, 1, "Strict"]) throws("ERR_INVALID_ARG_VALUE", () => make({ httpValidation: bad }));
throws("ERR_INVALID_ARG_VALUE", () => make({ httpValidation: "strict", insecureHTTPParser: false }));
throws("ERR_INVALID_ARG_TYPE", () => make({}, 1) && http.createServer({}, 1));
for (const bad of [1, "x", true]) throws("ERR_INVALID_ARG_TYPE", () => make(bad));

// setTimeout: no limit, unless one is given.
assert.strictEqual(plain.setTimeout(7), plain);
assert.strictEqual(plain.timeout, 7);
plain.setTimeout(5, () => {});
assert.strictEqual(plain.listenerCount("timeout"), 1);
assert.strictEqual(make().setTimeout(undefined, () => {}).timeout || 0, 0);

async function effects() {
  let result = await ask({}, "GET / HTTP/1.1\r\n\r\n", end);
  assert.strictEqual(result.status, 400);
  result = await ask({ requireHostHeader: false }, "GET / HTTP/1.1\r\n\r\n", end);
  assert.strictEqual(result.status, 200);
  result = await ask({ maxHeaderSize: 100 }, `GET / HTTP/1.1\r\nHost: a\r\nA: ${"x".repeat(200)}\r\n\r\n`, end);
  assert.strictEqual(result.status, 431);
  result = await ask({ highWaterMark: 1234 }, get, (request, response, notes) => {
    notes.push(request.readableHighWaterMark, response.writableHighWaterMark, request.socket.readableHighWaterMark, request.socket.writableHighWaterMark);
    response.end();
  });
  assert.deepStrictEqual(result.notes, [1234, 1234, 1234, 1234]);

  const twice = "GET / HTTP/1.1\r\nHost: a\r\nAge: 1\r\nage: 2\r\nCookie: a\r\ncookie: b\r\nX: 1\r\nx: 2\r\nSet-Cookie: 1\r\n\r\n";
  const headers = (request, response, notes) => (notes.push({ ...request.headers }), response.end());
  result = await ask({}, twice, headers);
  assert.deepStrictEqual(result.notes[0], { host: "a", age: "1", cookie: "a; b", x: "1, 2", "set-cookie": ["1"] });
  result = await ask({ joinDuplicateHeaders: true }, twice, headers);
  assert.strictEqual(result.notes[0].age, "1, 2");

  result = await ask({ uniqueHeaders: ["x-a", "X-B"] }, get, (request, response) => {
    response.setHeader("x-a", ["1", "2"]);
    response.appendHeader("X-B", "1");
    response.appendHeader("x-b", "2");
    response.setHeader("x-c", ["1", "2"]);
    response.end();
  });
  assert.match(result.received, /x-a: 1; 2\r\nX-B: 1; 2\r\nx-c: 1\r\nx-c: 2\r\n/);

  class Message extends http.IncomingMessage {}
  class Response extends http.ServerResponse {}
  result = await ask({ IncomingMessage: Message, ServerResponse: Response }, get, (request, response, notes) => {
    notes.push(request instanceof Message, response instanceof Response);
    response.end();
  });
  assert.deepStrictEqual(result.notes, [true, true]);

  result = await ask({ optimizeEmptyRequests: true }, get, (request, response, notes) => {
    notes.push(request.readableEnded);
    request.on("end", () => notes.push("end"));
    response.end();
  });
  assert.deepStrictEqual(result.notes, [true]);

  const noContent = (request, response, notes) => {
    response.statusCode = 204;
    try {
      response.end("body");
    } catch (error) {
      notes.push(error.code);
      response.end();
    }
  };
  result = await ask({ rejectNonStandardBodyWrites: true }, get, noContent);
  assert.deepStrictEqual(result.notes, ["ERR_HTTP_BODY_NOT_ALLOWED"]);
  assert.strictEqual(result.status, 204);
  assert.deepStrictEqual((await ask({}, get, noContent)).notes, []);

  // Upgrades
  const upgrade = "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n";
  const listens = (server, notes) => server.on("upgrade", (request, socket) => (notes.push("upgrade"), socket.end("HTTP/1.1 101 X\r\n\r\n")));
  const noted = (request, response, notes) => (notes.push("request"), response.end());
  assert.deepStrictEqual((await ask({}, upgrade, noted)).notes, ["request"]);
  assert.deepStrictEqual((await ask({}, upgrade, noted, listens)).notes, ["upgrade"]);
  let seen;
  const refuse = function (request) {
    seen = [this instanceof http.Server, request.headers.upgrade, arguments.length];
    return false;
  };
  assert.deepStrictEqual((await ask({ shouldUpgradeCallback: refuse }, upgrade, noted, listens)).notes, ["request"]);
  assert.deepStrictEqual(seen, [true, "x", 1]);
  result = await ask({ shouldUpgradeCallback: () => true }, upgrade, noted);
  assert.deepStrictEqual([result.notes, result.received], [[], ""]);
  result = await ask({}, "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", noted);
  assert.deepStrictEqual([result.notes, result.received], [[], ""]);

  // Limits of the properties
  result = await ask({}, "GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 2\r\n\r\n", end, (server) => (server.maxHeadersCount = 0));
  assert.strictEqual(result.status, 200);
  result = await ask({}, get + get, end, (server, notes) => {
    server.maxRequestsPerSocket = 1;
    server.on("dropRequest", (request, socket) => notes.push(request.url, socket instanceof net.Socket));
  });
  assert.deepStrictEqual(result.notes, ["/", true]);
  assert.match(result.received, /Connection: close[^]*HTTP\/1\.1 503 Service Unavailable/);
  assert.match((await ask({ keepAliveTimeout: 9000 }, get, end)).received, /Keep-Alive: timeout=9\r\n/);
  assert.doesNotMatch((await ask({ keepAliveTimeout: 0 }, get, end)).received, /Keep-Alive:/);

  const server = http.createServer();
  assert.strictEqual(server.close((error) => assert.strictEqual(error.code, "ERR_SERVER_NOT_RUNNING")), server);
  assert.strictEqual(server.closeIdleConnections(), undefined);
  assert.strictEqual(server.closeAllConnections(), undefined);
}
effects();
