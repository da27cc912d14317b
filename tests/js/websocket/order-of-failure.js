// A handshake that fails: 'error' and 'close' come in one microtask.
const assert = require("node:assert");

const seen = [];
const note = (name) => {
  seen.push(name);
  process.nextTick(() => seen.push(`${name} tick`));
  Promise.resolve().then(() => seen.push(`${name} microtask`));
};
const ws = new WebSocket("ws://127.0.0.1:1/");
ws.onerror = () => note("error");
ws.onclose = () => {
  note("close");
  setImmediate(() => {
    assert.deepStrictEqual(seen, ["error", "close", "error microtask", "close microtask", "error tick", "close tick"]);
  });
};
