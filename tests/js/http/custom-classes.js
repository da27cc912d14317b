// Classes of one's own for requests and responses; objects that are given another prototype, as frameworks do.
const assert = require("node:assert");
const http = require("node:http");
const util = require("node:util");
const { raw, serve } = require("../../fixtures/http/raw");

class Request extends http.IncomingMessage {
  get query() {
    return new URLSearchParams(this.url.split("?")[1]).get("q");
  }
}
class Response extends http.ServerResponse {
  json(value) {
    this.setHeader("Content-Type", "application/json");
    this.end(JSON.stringify(value));
  }
}
// The old way of inheriting.
function Old(req) {
  http.ServerResponse.call(this, req);
}
util.inherits(Old, http.ServerResponse);

(async () => {
  await serve({ IncomingMessage: Request, ServerResponse: Response }, (q, r) => r.json([q.query, q instanceof Request]), async (port) => {
    assert.match(await raw(port, "GET /?q=7 HTTP/1.1\r\nHost: a\r\n\r\n"), /\["7",true\]$/);
  });
  const requestProto = Object.create(http.IncomingMessage.prototype, { extra: { value: "e" } });
  const responseProto = Object.create(http.ServerResponse.prototype, { send: { value(text) { this.end(text); } } });
  await serve({}, (q, r) => {
    Object.setPrototypeOf(q, requestProto);
    Object.setPrototypeOf(r, responseProto);
    q.on("end", () => r.send(q.extra + q.headers.host));
    q.resume();
  }, async (port) => {
    assert.match(await raw(port, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"), /eh$/);
  });
  await serve({ ServerResponse: Old }, (q, r) => r.end(String(r instanceof Old)), async (port) => {
    assert.match(await raw(port, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"), /true$/);
  });
})();
