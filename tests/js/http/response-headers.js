// The header methods of a response.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => {
  assert.strictEqual(r.setHeader("X-One", 1), r);
  r.setHeader("Set-Cookie", ["a=1", "b=2"]);
  assert.strictEqual(r.getHeader("x-one"), 1);
  assert.deepStrictEqual(r.getHeader("SET-cookie"), ["a=1", "b=2"]);
  assert.deepStrictEqual(r.getHeaderNames(), ["x-one", "set-cookie"]);
  assert.deepStrictEqual(r.getRawHeaderNames(), ["X-One", "Set-Cookie"]);
  assert.deepStrictEqual({ ...r.getHeaders() }, { "x-one": 1, "set-cookie": ["a=1", "b=2"] });
  assert.strictEqual(Object.getPrototypeOf(r.getHeaders()), null);
  assert.strictEqual(r.hasHeader("X-ONE"), true);
  r.removeHeader("x-one");
  assert.strictEqual(r.hasHeader("x-one"), false);
  assert.strictEqual(r.appendHeader("X-Many", "1"), r);
  r.appendHeader("x-many", ["2", "3"]);
  assert.deepStrictEqual(r.getHeader("x-many"), ["1", "2", "3"]);
  r.setHeaders(new Map([["x-map", "m"]]));
  assert.throws(() => r.setHeaders({}), { code: "ERR_INVALID_ARG_TYPE" });
  r.end();
}, async (port) => {
  const answer = await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  assert.match(answer, /\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Many: 1\r\nX-Many: 2\r\nX-Many: 3\r\nx-map: m\r\nDate/);
});
