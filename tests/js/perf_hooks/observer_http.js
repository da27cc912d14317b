"use strict";
const assert = require("node:assert");
const dns = require("node:dns");
const http = require("node:http");
const { PerformanceObserver } = require("node:perf_hooks");

for (const type of ["http", "net", "dns"]) assert(PerformanceObserver.supportedEntryTypes.includes(type), type);
const seen = [];
new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ entryTypes: ["http", "net", "dns"] });

const server = http.createServer((request, response) => {
  response.setHeader("x-answer", "42");
  response.end("body");
});
let port;
server.listen(0, "127.0.0.1", () => {
  ({ port } = server.address());
  http.get({ host: "127.0.0.1", port, path: "/path?query", headers: { "x-question": "6x9" } }, (response) => {
    response.resume().on("end", () => server.close());
  });
  dns.lookup("localhost", { family: 4 }, (error) => {
    assert.ifError(error);
    dns.lookupService("127.0.0.1", 80, () => {});
  });
  dns.lookup("127.0.0.1", () => {}); // nothing is looked up
});

process.on("exit", () => {
  const one = (name) => {
    const found = seen.filter((entry) => entry.name === name);
    assert.strictEqual(found.length, 1, name);
    assert(found[0].startTime > 0 && found[0].duration >= 0);
    assert.strictEqual(found[0].constructor.name, "PerformanceNodeEntry");
    return found[0];
  };
  const served = one("HttpRequest");
  assert.strictEqual(served.entryType, "http");
  assert.strictEqual(served.detail.req.method, "GET");
  assert.strictEqual(served.detail.req.url, "/path?query");
  assert.strictEqual(served.detail.req.headers["x-question"], "6x9");
  assert.deepStrictEqual([served.detail.res.statusCode, served.detail.res.statusMessage], [200, "OK"]);
  assert.strictEqual(served.detail.res.headers["x-answer"], "42");

  const asked = one("HttpClient");
  assert.strictEqual(asked.entryType, "http");
  assert.strictEqual(asked.detail.req.method, "GET");
  assert.strictEqual(asked.detail.req.url, `http://127.0.0.1:${port}/path?query`);
  assert.strictEqual(asked.detail.req.headers["x-question"], "6x9");
  assert.deepStrictEqual([asked.detail.res.statusCode, asked.detail.res.statusMessage], [200, "OK"]);
  assert.strictEqual(asked.detail.res.headers["x-answer"], "42");

  const connected = one("connect");
  assert.strictEqual(connected.entryType, "net");
  assert.deepStrictEqual(connected.detail, { host: "127.0.0.1", port });

  const lookup = one("lookup");
  assert.strictEqual(lookup.entryType, "dns");
  const { hostname, family, hints, verbatim, order, addresses } = lookup.detail;
  assert.deepStrictEqual({ hostname, family, hints, verbatim, order, addresses }, {
    hostname: "localhost", family: 4, hints: 0, verbatim: true, order: "verbatim", addresses: ["127.0.0.1"],
  });
  const service = one("lookupService").detail;
  assert.deepStrictEqual([service.host, service.port, service.service], ["127.0.0.1", 80, "http"]);
});
