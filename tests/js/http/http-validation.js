// httpValidation: how strict the values of headers are, in what comes and in what is sent; insecureHTTPParser in comparison.
"use strict";
const assert = require("assert");
const http = require("http");
const net = require("net");

const kControls = [1, 8, 11, 12, 27, 31, 127];
const kNever = [0, 10, 13, 256];
const value = (code) => `a${String.fromCharCode(code)}b`;

/** The status that a server made with `options` answers a header line with. */
async function received(options, lines) {
  const server = http.createServer(options, (request, response) => response.end(JSON.stringify(request.headers)));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const status = await new Promise((resolve) => {
    const socket = net.connect(server.address().port, "127.0.0.1", () => {
      socket.write(`GET / HTTP/1.1\r\nHost: a\r\n${lines}\r\nConnection: close\r\n\r\n`, "latin1");
    });
    socket.on("error", () => {});
    socket.once("data", (data) => (resolve(Number(data.toString().slice(9, 12))), socket.destroy()));
  });
  server.close();
  server.closeAllConnections();
  return status;
}
/** What a client made with `options` makes of a response's header. */
async function answered(options, line) {
  const server = net.createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(`HTTP/1.1 200 OK\r\n${line}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`, "latin1"));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const result = await new Promise((resolve) => {
    const request = http.get({ port: server.address().port, host: "127.0.0.1", ...options }, (response) => {
      response.resume();
      resolve(response.headers.x);
    });
    request.on("error", (error) => resolve(error.code));
  });
  server.close();
  return result;
}
const code = (act) => {
  try {
    act();
    return "";
  } catch (error) {
    return error.code;
  }
};

async function main() {
  for (const [options, lenient, insecure] of [
    [{}, false, false],
    [{ httpValidation: "strict" }, false, false],
    [{ insecureHTTPParser: false }, false, false],
    [{ httpValidation: "relaxed" }, true, false],
    [{ httpValidation: "insecure" }, true, true],
    [{ insecureHTTPParser: true }, true, true],
  ]) {
    const name = JSON.stringify(options);
    for (const control of kControls) {
      assert.strictEqual(await received(options, `X: ${value(control)}`), lenient ? 200 : 400, `${name} ${control}`);
      assert.strictEqual(await answered(options, `X: ${value(control)}`), lenient ? value(control) : "HPE_INVALID_HEADER_TOKEN", `${name} ${control}`);
    }
    for (const usual of [9, 32, 128, 255]) assert.strictEqual(await received(options, `X: ${value(usual)}`), 200, `${name} ${usual}`);
    for (const never of [10, 13]) assert.strictEqual(await received(options, `X: ${value(never)}`), 400, `${name} ${never}`);
    // What could be read in two ways is for the insecure parser only.
    assert.strictEqual(await received(options, "X: a\r\n b"), insecure ? 200 : 400, name);

    const expected = (control) => (lenient && kControls.includes(control) ? "" : "ERR_INVALID_CHAR");
    for (const control of [...kControls, ...kNever]) {
      const make = (headers) => http.request({ port: 1, ...options, headers }).on("error", () => {}).destroy();
      assert.strictEqual(code(() => make({ x: value(control) })), expected(control), `${name} ${control}`);
      assert.strictEqual(code(() => make({}).setHeader("x", value(control))), expected(control), `${name} ${control}`);
      assert.strictEqual(code(() => make({}).appendHeader("x", [value(control)])), expected(control), `${name} ${control}`);
    }
    const server = http.createServer(options, (request, response) => {
      for (const control of [...kControls, ...kNever]) {
        assert.strictEqual(code(() => response.setHeader("x", value(control))), expected(control), `${name} ${control}`);
        response.removeHeader("x");
      }
      assert.strictEqual(code(() => response.addTrailers({ x: value(1) })), expected(1));
      assert.strictEqual(code(() => response.writeHead(200, { x: value(1) })), expected(1));
      if (!lenient) response.writeHead(200);
      response.end();
      server.close();
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const get = { port: server.address().port, host: "127.0.0.1", agent: false, ...options };
    const response = await new Promise((resolve, reject) => http.get(get, resolve).on("error", reject));
    assert.strictEqual(response.headers.x, lenient ? value(1) : undefined);
    response.resume();
  }
  // A value that a lenient message was allowed is not allowed to the next.
  assert.strictEqual(code(() => http.validateHeaderValue("x", value(1))), "ERR_INVALID_CHAR");
}
main();
