// http.get and http.request: what a client sees of a response.
const assert = require("node:assert");
const http = require("node:http");
const { serve } = require("../../fixtures/http/raw");

const read = async (res) => {
  let text = "";
  for await (const d of res) text += d;
  return text;
};
const ask = (...args) =>
  new Promise((resolve, reject) => {
    const body = typeof args.at(-1) === "string" && args.length > 1 ? args.pop() : undefined;
    const req = http.request(...args, (res) => resolve(res));
    req.on("error", reject);
    req.end(body);
  });
serve({}, async (q, r) => {
  const body = await read(q);
  r.writeHead(q.url === "/teapot" ? 418 : 200, { "X-Method": q.method, "Set-Cookie": ["a", "b"], "X-Host": q.headers.host });
  r.end(JSON.stringify([q.method, q.url, q.headers, body]));
}, async (port) => {
  const res = await ask(`http://localhost:${port}/a?b=c`);
  assert.ok(res instanceof http.IncomingMessage);
  assert.deepStrictEqual([res.statusCode, res.statusMessage, res.httpVersion], [200, "OK", "1.1"]);
  assert.deepStrictEqual(res.headers["set-cookie"], ["a", "b"]);
  const [method, url, headers] = JSON.parse(await read(res));
  assert.deepStrictEqual([method, url], ["GET", "/a?b=c"]);
  assert.deepStrictEqual(headers, { host: `localhost:${port}`, connection: "keep-alive" });
  assert.strictEqual(res.complete, true);

  const post = await ask({ port, path: "/p", method: "post", headers: { "X-A": "1" }, agent: false }, "body!");
  assert.deepStrictEqual(JSON.parse(await read(post)), ["POST", "/p",
    { "x-a": "1", host: `localhost:${port}`, connection: "close", "content-length": "5" }, "body!"]);

  const teapot = await ask(new URL(`http://user:pass@127.0.0.1:${port}/teapot`), { headers: { "x-b": "2" } });
  assert.deepStrictEqual([teapot.statusCode, teapot.statusMessage], [418, "I'm a Teapot"]);
  const shown = JSON.parse(await read(teapot))[2];
  assert.strictEqual(shown.authorization, "Basic dXNlcjpwYXNz");
  assert.strictEqual(shown["x-b"], "2");

  const head = await ask({ port, method: "HEAD" });
  assert.strictEqual(head.headers["x-method"], "HEAD");
  assert.strictEqual(await read(head), "");
});
