// ServerResponse and the messages of a server, method by method: return values, errors, what goes over the wire.
"use strict";
const assert = require("assert");
const http = require("http");
const { raw } = require("../../fixtures/http/raw.js");

const code = (act) => {
  try {
    act();
    return "";
  } catch (error) {
    return error.code;
  }
};
const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

/** Runs `handler` for one request; gives what the client got. */
async function answer(handler, text = get, prepare = () => {}) {
  let failure;
  const server = http.createServer((request, response) => {
    try {
      handler(request, response);
    } catch (error) {
      failure = error;
      response.destroy();
    }
  });
  prepare(server);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const received = await raw(server.address().port, text);
  server.close();
  server.closeAllConnections();
  if (failure) throw failure;
  return received.replace(/\r\n/g, "|");
}

async function heads() {
  const cases = [
    [[200], "HTTP/1.1 200 OK|"],
    [[200, "Fine"], "HTTP/1.1 200 Fine|"],
    [[200, { A: "b" }], "HTTP/1.1 200 OK|A: b|"],
    [[200, "Fine", { A: "b" }], "HTTP/1.1 200 Fine|A: b|"],
    [[200, undefined, { A: "b" }], "HTTP/1.1 200 OK|A: b|"],
    [[200, ["A", "b", "A", "c"]], "HTTP/1.1 200 OK|A: b|A: c|"],
    [[200, { A: ["1", "2"] }], "HTTP/1.1 200 OK|A: 1|A: 2|"],
    [[200, { A: 1 }], "HTTP/1.1 200 OK|A: 1|"],
    [["404"], "HTTP/1.1 404 Not Found|"],
    [[200.7], "HTTP/1.1 200 OK|"],
    [[299], "HTTP/1.1 299 unknown|"],
  ];
  for (const [given, expected] of cases) {
    const got = await answer((request, response) => {
      assert.strictEqual(response.writeHead(...given), response);
      assert.strictEqual(response.headersSent, true);
      assert.strictEqual(response.statusCode, Number(given[0]) | 0);
      response.end("x");
    });
    assert.ok(got.startsWith(expected), `${JSON.stringify(given)}: ${got}`);
  }
  const bad = [
    [[99], "ERR_HTTP_INVALID_STATUS_CODE"],
    [[1000], "ERR_HTTP_INVALID_STATUS_CODE"],
    [["x"], "ERR_HTTP_INVALID_STATUS_CODE"],
    [[undefined], "ERR_HTTP_INVALID_STATUS_CODE"],
    [[200, "bad\n"], "ERR_INVALID_CHAR"],
    [[200, { A: undefined }], "ERR_HTTP_INVALID_HEADER_VALUE"],
    [[200, { A: "\n" }], "ERR_INVALID_CHAR"],
    [[200, { "a b": "c" }], "ERR_INVALID_HTTP_TOKEN"],
    [[200, ["A"]], "ERR_INVALID_ARG_VALUE"],
  ];
  await answer((request, response) => {
    for (const [given, expected] of bad) {
      assert.strictEqual(code(() => response.writeHead(...given)), expected, JSON.stringify(given));
      response.statusMessage = undefined;
      response.statusCode = 200;
    }
    response.end();
  });

  // Headers set before give way to those of writeHead.
  let got = await answer((request, response) => {
    response.setHeader("A", "1");
    response.setHeader("B", "1");
    response.writeHead(200, { a: "2" });
    assert.deepStrictEqual({ ...response.getHeaders() }, { a: "2", b: "1" });
    response.end();
  });
  assert.match(got, /\|a: 2\|B: 1\|/);
  // Once they are sent, nothing changes.
  await answer((request, response) => {
    response.flushHeaders();
    const late = [
      () => response.setHeader("a", "b"), () => response.appendHeader("a", "b"), () => response.removeHeader("a"),
      () => response.setHeaders(new Map()), () => response.writeHead(200), () => response.writeContinue(),
      () => response.writeProcessing(), () => response.writeEarlyHints({ link: "</a>; rel=x" }), () => response.writeInformation(103),
    ];
    for (const act of late) assert.strictEqual(code(act), "ERR_HTTP_HEADERS_SENT", `${act}`);
    response.end();
  });

  // The implicit head
  const implicit = async (act) => await answer((request, response) => (act(response), response.end("x")));
  assert.match(await implicit((r) => (r.statusMessage = "Custom")), /^HTTP\/1\.1 200 Custom\|/);
  assert.match(await implicit((r) => (r.statusCode = 404)), /^HTTP\/1\.1 404 Not Found\|/);
  assert.match(await implicit((r) => (r.statusCode = 204)), /^HTTP\/1\.1 204 No Content\|(?:(?!Content-Length|Transfer).)*\|\|$/);
  assert.match(await implicit((r) => (r.statusCode = 304)), /\|\|$/);
  assert.doesNotMatch(await implicit((r) => (r.sendDate = false)), /Date:/);
  assert.doesNotMatch(await implicit((r) => r.removeHeader("Date")), /Date:/);
  assert.match(await implicit((r) => r.setHeader("Date", "now")), /\|Date: now\|(?!.*Date)/);
  assert.match(await implicit((r) => (r.shouldKeepAlive = false)), /\|Connection: close\|/);
  assert.match(await implicit((r) => r.removeHeader("content-length")), /\|Transfer-Encoding: chunked\|.*\|1\|x\|0\|\|$/);
  assert.match(await implicit(() => {}), /\|Connection: keep-alive\|Keep-Alive: timeout=5\|Content-Length: 1\|\|x$/);
}

async function informational() {
  const called = [];
  let got = await answer((request, response) => {
    assert.strictEqual(response.writeContinue(() => called.push(100)), undefined);
    response.writeProcessing(() => called.push(102));
    response.writeEarlyHints({ link: ["</a>; rel=x", "</b>; rel=y"], b: "c" }, () => called.push(103));
    response.writeInformation(110, { a: "b" }, () => called.push(110));
    response.writeInformation(111, ["a", "1", "a", "2"]);
    setTimeout(() => response.end(), 5);
  });
  assert.ok(
    got.startsWith(
      "HTTP/1.1 100 Continue||HTTP/1.1 102 Processing||HTTP/1.1 103 Early Hints|Link: </a>; rel=x, </b>; rel=y|b: c||" +
        "HTTP/1.1 110 unknown|a: b||HTTP/1.1 111 unknown|a: 1|a: 2||HTTP/1.1 200 OK|",
    ),
    got,
  );
  assert.deepStrictEqual(called, [100, 102, 103, 110]);
  await answer((request, response) => {
    assert.strictEqual(code(() => response.writeEarlyHints()), "ERR_INVALID_ARG_TYPE");
    assert.strictEqual(code(() => response.writeEarlyHints("x")), "ERR_INVALID_ARG_TYPE");
    assert.strictEqual(code(() => response.writeEarlyHints({ link: "x" })), "ERR_INVALID_ARG_VALUE");
    assert.strictEqual(code(() => response.writeInformation(101)), "ERR_HTTP_INVALID_STATUS_CODE");
    for (const status of [99, 200, 100.5]) assert.strictEqual(code(() => response.writeInformation(status)), "ERR_OUT_OF_RANGE");
    assert.strictEqual(code(() => response.writeInformation("100")), "ERR_INVALID_ARG_TYPE");
    assert.strictEqual(code(() => response.writeInformation(103, { a: "\n" })), "ERR_INVALID_CHAR");
    response.end();
  });
}

async function bodies() {
  const mismatch = "ERR_HTTP_CONTENT_LENGTH_MISMATCH";
  const strict = async (act) => {
    let result;
    await answer((request, response) => {
      response.strictContentLength = true;
      response.setHeader("Content-Length", 3);
      result = code(() => act(response));
      response.destroy();
    });
    return result;
  };
  assert.strictEqual(await strict((r) => (r.write("ab"), r.end("c"))), "");
  assert.strictEqual(await strict((r) => (r.write("ab"), r.end())), mismatch);
  assert.strictEqual(await strict((r) => (r.write("abcd"), r.end())), mismatch);
  assert.strictEqual(await strict((r) => r.end("abcd")), mismatch);

  const order = [];
  await answer((request, response) => {
    assert.strictEqual(response.req, request);
    assert.strictEqual(response.socket, request.socket);
    assert.strictEqual(response.write("a", "latin1", () => order.push("first")), true);
    assert.strictEqual(response.write(Buffer.from("b"), () => order.push("second")), true);
    assert.strictEqual(response.writableEnded, false);
    assert.strictEqual(response.end("c", "utf8", () => order.push(`end ${response.writableFinished}`)), response);
    assert.strictEqual(response.writableEnded, true);
    response.on("finish", () => order.push(`finish ${response.socket}`));
    response.on("close", () => order.push(`close ${response.destroyed}`));
    response.end((error) => order.push(error === undefined || error === null ? "end again" : error.code));
  });
  assert.deepStrictEqual(order, ["first", "second", "end true", "end again", "finish null", "close true"]);
  await answer((request, response) => {
    for (const chunk of [undefined, 1, {}]) assert.strictEqual(code(() => response.write(chunk)), "ERR_INVALID_ARG_TYPE");
    for (const chunk of [1, {}]) assert.strictEqual(code(() => response.end(chunk)), "ERR_INVALID_ARG_TYPE");
    assert.strictEqual(code(() => response.write(null)), "ERR_STREAM_NULL_VALUES");
    assert.strictEqual(response.setTimeout(0), response);
    response.end(null);
  });
}

async function requests() {
  const trailers = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX-T: 1\r\nx-t: 2\r\n\r\n";
  let seen;
  await answer((request, response) => {
    // Who looks too early sees none, and all of them at the end.
    assert.deepStrictEqual([{ ...request.trailers }, request.rawTrailers, request.complete], [{}, [], false]);
    request.resume().on("end", () => {
      seen = [{ ...request.trailers }, { ...request.trailersDistinct }, request.rawTrailers, request.complete];
      response.end();
    });
  }, trailers);
  assert.deepStrictEqual(seen, [{ "x-t": "1, 2" }, { "x-t": ["1", "2"] }, ["X-T", "1", "x-t", "2"], true]);

  await answer((request, response) => {
    seen = [request.method, request.url, request.httpVersion, request.upgrade, request.aborted, request.signal.aborted, request.destroyed];
    assert.strictEqual(request.signal, request.signal);
    assert.strictEqual(request.setTimeout(0), request);
    assert.deepStrictEqual({ ...request.headersDistinct }, { host: ["a"], b: ["1", "2"] });
    assert.deepStrictEqual(request.rawHeaders, ["Host", "a", "B", "1", "b", "2"]);
    response.end();
  }, "PURGE /a?b#c HTTP/1.0\r\nHost: a\r\nB: 1\r\nb: 2\r\n\r\n");
  assert.deepStrictEqual(seen, ["PURGE", "/a?b#c", "1.0", false, false, false, false]);

  const expects = (value) => `POST / HTTP/1.1\r\nHost: a\r\nExpect: ${value}\r\nContent-Length: 1\r\n\r\na`;
  const end = (request, response) => response.end();
  assert.match(await answer(end, expects("100-continue")), /^HTTP\/1\.1 100 Continue\|\|HTTP\/1\.1 200 OK/);
  assert.match(await answer(end, expects("other")), /^HTTP\/1\.1 417 Expectation Failed/);
  const teapot = (request, response) => response.writeHead(418).end();
  assert.match(await answer(end, expects("100-continue"), (s) => s.on("checkContinue", teapot)), /^HTTP\/1\.1 418/);
  assert.match(await answer(end, expects("other"), (s) => s.on("checkExpectation", teapot)), /^HTTP\/1\.1 418/);
  let error;
  await answer(end, "bogus\r\n\r\n", (s) => s.on("clientError", (e, socket) => ((error = e), socket.destroy())));
  assert.deepStrictEqual([error.code, error.bytesParsed, `${error.rawPacket}`], ["HPE_INVALID_METHOD", 0, "bogus\r\n\r\n"]);
}
heads().then(informational).then(bodies).then(requests);
