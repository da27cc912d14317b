// What the constructor refuses, with the standard's errors.
const assert = require("node:assert");

const syntax = { name: "SyntaxError", code: 12 };
const make = (...args) => () => new WebSocket(...args);
for (const url of ["", "nonsense", "/relative", "ftp://host/", "mailto:a@b", "ws://host/#fragment", "ws://host/#", "ws://[::1", "ws://host:99999/"]) {
  assert.throws(make(url), syntax, url);
  assert.throws(make(url), DOMException, url);
}
for (const protocols of [["a", "a"], ["a", "A"], "", "with space", ["ok", "no,comma"], "\u00e9", ["a/b"]]) {
  assert.throws(make("ws://127.0.0.1:1/", protocols), syntax, String(protocols));
}
assert.throws(() => new WebSocket(), TypeError);
assert.throws(() => WebSocket("ws://127.0.0.1:1/"), TypeError);
assert.throws(make(Symbol("s")), TypeError);
