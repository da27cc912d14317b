// Bodies: with a length, in chunks, in pieces, large, with trailers; by events, by iteration, by pipe.
const assert = require("node:assert");
const crypto = "x".repeat(300000);
const { PassThrough } = require("node:stream");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, async (q, r) => {
  let body = "";
  if (q.url === "/events") {
    q.setEncoding("utf8");
    q.on("data", (d) => (body += d));
    await new Promise((resolve) => q.on("end", resolve));
  } else if (q.url === "/pipe") {
    const through = new PassThrough();
    q.pipe(through);
    for await (const d of through) body += d;
  } else {
    for await (const d of q) body += d;
  }
  assert.strictEqual(q.complete, true);
  r.end(JSON.stringify({ length: body.length, start: body.slice(0, 10), trailers: q.trailers, raw: q.rawTrailers }));
}, async (port) => {
  const ask = async (text) => JSON.parse((await raw(port, text)).split("\r\n\r\n").pop());
  for (const path of ["/events", "/pipe", "/iterate"]) {
    assert.deepStrictEqual(await ask(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello`),
      { length: 5, start: "hello", trailers: {}, raw: [] });
    assert.deepStrictEqual(
      await ask([`POST ${path} HTTP/1.1\r\nHo`, "st: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2", "\r\nde\r\n0\r\n\r\n"]),
      { length: 5, start: "abcde", trailers: {}, raw: [] });
    assert.deepStrictEqual(await ask(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${crypto.length}\r\n\r\n${crypto}`),
      { length: crypto.length, start: "xxxxxxxxxx", trailers: {}, raw: [] });
  }
  assert.deepStrictEqual(
    await ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n1\r\na\r\n0\r\nX-T: v\r\n\r\n"),
    { length: 1, start: "a", trailers: { "x-t": "v" }, raw: ["X-T", "v"] });
});
