// http.request and ClientRequest: options one by one, methods, and the documented orders of events.
"use strict";
const assert = require("assert");
const http = require("http");
const net = require("net");

const throws = (code, act) => assert.throws(act, { code }, `${act}`);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** A request that goes nowhere. */
function make(options) {
  const request = http.request({ port: 1, host: "127.0.0.1", agent: false, ...options });
  request.on("error", () => {});
  request.destroy();
  return request;
}
/** The head of a request, as it is sent. */
function head(options, act = (request) => request.end()) {
  const request = http.request({ port: 1, host: "127.0.0.1", agent: false, ...options });
  request.on("error", () => {});
  act(request);
  request.destroy();
  return request._header.replace(/\r\n/g, "|");
}

// Options: bad values
for (const bad of [1, {}, "x", true]) throws("ERR_INVALID_ARG_TYPE", () => make({ agent: bad }));
for (const name of ["host", "hostname"]) for (const bad of [1, {}, true]) throws("ERR_INVALID_ARG_TYPE", () => make({ [name]: bad }));
for (const bad of [1, {}, true]) throws("ERR_INVALID_ARG_TYPE", () => make({ method: bad }));
throws("ERR_INVALID_HTTP_TOKEN", () => make({ method: "a b" }));
throws("ERR_INVALID_PROTOCOL", () => make({ protocol: "https:" }));
for (const path of ["/a b", "/\u0100", "/a\n"]) throws("ERR_UNESCAPED_CHARACTERS", () => make({ path }));
for (const bad of ["1", {}, null]) throws("ERR_INVALID_ARG_TYPE", () => make({ maxHeaderSize: bad }));
for (const bad of [-1, 1.5, NaN]) throws("ERR_OUT_OF_RANGE", () => make({ maxHeaderSize: bad }));
for (const name of ["insecureHTTPParser", "joinDuplicateHeaders"]) for (const bad of [1, "x", null]) throws("ERR_INVALID_ARG_TYPE", () => make({ [name]: bad }));
for (const bad of ["x", {}, 1]) throws("ERR_INVALID_ARG_TYPE", () => make({ signal: bad }));
for (const bad of ["1", {}, null]) throws("ERR_INVALID_ARG_TYPE", () => make({ timeout: bad }));
for (const bad of [-1, NaN, Infinity]) throws("ERR_OUT_OF_RANGE", () => make({ timeout: bad }));
for (const bad of ["x", 1, null]) throws("ERR_INVALID_ARG_VALUE", () => make({ httpValidation: bad }));
throws("ERR_INVALID_ARG_VALUE", () => make({ httpValidation: "strict", insecureHTTPParser: true }));
throws("ERR_INVALID_ARG_VALUE", () => make({ headers: ["a", "b", "c"] }));
throws("ERR_INVALID_CHAR", () => make({ headers: { a: "\n" } }));
throws("ERR_INVALID_URL", () => http.request("nonsense"));

// Options: what they do
const request = make({ method: "pUt", path: "/p", timeout: 5, maxHeaderSize: 7 });
const given = { method: "PUT", path: "/p", host: "127.0.0.1", protocol: "http:", timeout: 5, maxHeaderSize: 7, reusedSocket: false, maxHeadersCount: null };
for (const [name, value] of Object.entries(given)) assert.strictEqual(request[name], value, name);
assert.deepStrictEqual([make({}).method, make({}).path], ["GET", "/"]);
request.path = "/other";
assert.strictEqual(request.path, "/other");
throws("ERR_UNESCAPED_CHARACTERS", () => (request.path = "/a b HTTP/1.1\r\nX: y"));
assert.strictEqual(request.path, "/other");
assert.strictEqual(make({ port: 80 }).getHeader("host"), "127.0.0.1");
assert.strictEqual(make({ port: 81 }).getHeader("host"), "127.0.0.1:81");
assert.strictEqual(make({ port: 81, defaultPort: 81 }).getHeader("host"), "127.0.0.1");
assert.strictEqual(make({ host: "::1" }).getHeader("host"), "[::1]:1");
assert.strictEqual(make({ setHost: false }).getHeader("host"), undefined);
assert.strictEqual(make({ auth: "a:b" }).getHeader("authorization"), "Basic YTpi");
assert.strictEqual(make({ auth: "a:b", headers: { Authorization: "own" } }).getHeader("authorization"), "own");
const url = http.request("http://u:p@h.invalid:81/a?q#f", { agent: false, path: "/b" });
url.on("error", () => {}).destroy();
assert.deepStrictEqual([url.host, url.path, { ...url.getHeaders() }], ["h.invalid", "/b", { host: "h.invalid:81", authorization: "Basic dTpw" }]);

assert.strictEqual(head({}), "GET / HTTP/1.1|Host: 127.0.0.1:1|Connection: close||");
assert.strictEqual(head({ method: "POST" }), "POST / HTTP/1.1|Host: 127.0.0.1:1|Connection: close|Content-Length: 0||");
assert.strictEqual(head({ method: "POST" }, (r) => r.end("abc")), "POST / HTTP/1.1|Host: 127.0.0.1:1|Connection: close|Content-Length: 3||");
assert.match(head({ method: "POST" }, (r) => (r.write("abc"), r.end())), /\|Transfer-Encoding: chunked\|\|$/);
assert.match(head({ method: "POST", headers: { "Content-Length": 3 } }, (r) => (r.write("abc"), r.end())), /Content-Length: 3\|Host: 127\.0\.0\.1:1\|Connection: close\|\|$/);
assert.strictEqual(head({ setDefaultHeaders: false }), "GET / HTTP/1.1||");
assert.strictEqual(head({ setDefaultHeaders: false, setHost: true, method: "POST" }), "POST / HTTP/1.1|Host: 127.0.0.1:1||");
assert.match(head({ uniqueHeaders: ["x-a"], headers: { "x-a": ["1", "2"], "x-b": ["1", "2"] } }), /\|x-a: 1; 2\|x-b: 1\|x-b: 2\|/);
assert.match(head({ headers: ["Host", "x", "A", "1", "A", "2"] }), /^GET \/ HTTP\/1\.1\|Host: x\|A: 1\|A: 2\|Connection: close\|\|$/);
assert.match(head({ headers: { Connection: "keep-alive" } }), /\|Connection: keep-alive\|/);
assert.match(head({ agent: new http.Agent() }), /\|Connection: close\|/);
for (const options of [{ keepAlive: true }, { maxSockets: 3 }]) assert.match(head({ agent: new http.Agent(options) }), /\|Connection: keep-alive\|/);
const expecting = make({ method: "POST", headers: { Expect: "100-continue" } });
assert.strictEqual(expecting.headersSent, true);

// Methods
const silent = make({});
assert.deepStrictEqual([silent.setNoDelay(), silent.setSocketKeepAlive(), silent.flushHeaders()], [undefined, undefined, undefined]);
assert.deepStrictEqual([silent.setTimeout(5), silent.destroy()], [silent, silent]);
for (const bad of ["1", null, undefined]) throws("ERR_INVALID_ARG_TYPE", () => silent.setTimeout(bad));
throws("ERR_OUT_OF_RANGE", () => silent.setTimeout(-1));

/** The events of a request against `server`, in order. */
async function events(server, act, options = {}) {
  const log = [];
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const agent = new http.Agent();
  const sent = http.request({ port: server.address().port, host: "127.0.0.1", agent, ...options });
  const note = (name, value) => log.push(value instanceof Error ? `${name} ${value.code ?? ""} ${value.message}` : name);
  for (const name of ["socket", "response", "abort", "error", "close", "timeout", "continue", "upgrade"]) sent.on(name, (value) => note(name, value));
  sent.on("information", ({ statusCode, headers }) => log.push(`information ${statusCode} ${JSON.stringify(headers)}`));
  sent.on("response", (message) => {
    for (const name of ["data", "end", "close", "aborted", "error"]) message.on(name, (value) => note(`res ${name}`, value));
  });
  act(sent);
  await wait(60);
  agent.destroy();
  server.close();
  server.closeAllConnections?.();
  return log.join(", ");
}
const ok = () => http.createServer((q, r) => (q.resume(), r.end("x")));
const slow = () => http.createServer((q, r) => (r.write("x"), setTimeout(() => r.end("y"), 40)));
const raw = (text) => net.createServer((socket) => socket.on("error", () => {}).once("data", () => socket.end(text)));
const hangUp = "error ECONNRESET socket hang up";
const end = (sent) => sent.end();
const atData = (act) => (sent) => (sent.end(), sent.on("response", (message) => message.once("data", () => act(sent))));
const atSocket = (act) => (sent) => (sent.end(), sent.on("socket", () => act(sent)));

async function orders() {
  assert.strictEqual(await events(ok(), end), "socket, response, res data, res end, res close, close");
  assert.strictEqual(await events(raw(""), end), `socket, ${hangUp}, close`);
  const aborted = "res aborted, close, res error ECONNRESET aborted, res close";
  assert.strictEqual(await events(raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), end), `socket, response, res data, ${aborted}`);
  assert.strictEqual(await events(ok(), (q) => q.destroy()), `${hangUp}, close`);
  assert.strictEqual(await events(ok(), (q) => q.destroy(new Error("mine"))), "error  mine, close");
  assert.strictEqual(await events(ok(), atSocket((q) => q.destroy())), `socket, ${hangUp}, close`);
  assert.strictEqual(await events(ok(), atSocket((q) => q.destroy(new Error("mine")))), "socket, error  mine, close");
  assert.strictEqual(await events(slow(), atData((q) => q.destroy())), `socket, response, res data, ${aborted}`);
  assert.strictEqual(await events(ok(), atSocket((q) => q.abort())), `socket, abort, ${hangUp}, close`);
  assert.strictEqual(await events(slow(), atData((q) => q.abort())), "socket, response, res data, abort, res aborted, close, res error ECONNRESET aborted, res close");
  const never = () => http.createServer(() => {});
  assert.strictEqual(await events(never(), end, { timeout: 20 }), "socket, timeout");
  assert.strictEqual(await events(never(), (q) => q.setTimeout(20, () => q.destroy()).end()), `socket, timeout, ${hangUp}, close`);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 15);
  assert.strictEqual(await events(never(), end, { signal: controller.signal }), "socket, error ABORT_ERR The operation was aborted, close");
  assert.match(await events(ok(), end, { port: 1 }), /^socket, error ECONNREFUSED [^,]*, close$/);
  const late = http.createServer((q, r) => (r.writeProcessing(), r.writeEarlyHints({ link: "</a>; rel=x" }), setTimeout(() => r.end(), 5)));
  assert.match(await events(late, end), /^socket, information 102 \{\}, information 103 \{"link":"<\/a>; rel=x"\}, response, /);
  const patient = http.createServer((q, r) => q.resume().on("end", () => r.end()));
  const expect = { method: "POST", headers: { Expect: "100-continue" } };
  assert.match(await events(patient, (q) => q.on("continue", () => q.end("a")), expect), /^socket, continue, information 100 \{\}, response, /);
  assert.match(await events(ok(), end, { createConnection: (o) => net.connect(o), agent: undefined }), /^socket, response, /);
  const made = { agent: undefined, createConnection: (o, done) => void setTimeout(() => done(null, net.connect(o)), 3) };
  assert.match(await events(ok(), end, made), /^socket, response, /);
  assert.match(await events(ok(), end, { method: "HEAD" }), /^socket, response, res end, res close, close$/);
  const tall = http.createServer((q, r) => r.writeHead(200, { a: "x".repeat(300) }).end());
  assert.match(await events(tall, end, { maxHeaderSize: 100 }), /^socket, error HPE_HEADER_OVERFLOW /);
}
orders();
