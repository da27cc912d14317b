// flags: --no-warnings
// An agent with proxyEnv sends requests through the proxy, but for the hosts of NO_PROXY.
const assert = require("node:assert");
const http = require("node:http");

const seen = [];
const proxy = http.createServer((q, r) => {
  seen.push([q.url, q.headers.host, q.headers["proxy-authorization"], q.headers["proxy-connection"]]);
  r.end("proxied");
});
const get = (url, agent) =>
  new Promise((resolve, reject) =>
    http.get(url, { agent }, (m) => {
      m.resume();
      m.on("end", resolve);
    }).on("error", reject),
  );
proxy.listen(0, "127.0.0.1", async () => {
  const { port } = proxy.address();
  const agent = new http.Agent({ proxyEnv: { HTTP_PROXY: `http://u:p%20w@127.0.0.1:${port}`, NO_PROXY: "127.0.0.1, .direct.test" } });
  await get("http://example.test:81/a?b", agent);
  assert.deepStrictEqual(seen.pop(), ["http://example.test:81/a?b", "example.test:81", `Basic ${btoa("u:p w")}`, "close"]);
  await get(`http://127.0.0.1:${port}/direct`, agent);
  assert.strictEqual(seen.pop()[0], "/direct");
  await assert.rejects(get("http://x.direct.test.invalid:1/", new http.Agent({ proxyEnv: { no_proxy: "*", http_proxy: "http://127.0.0.1:1" } })));
  proxy.close();
});
