// The module's classes and the globals are the same, and they look as in Node.
const assert = require("node:assert");
const http = require("node:http");

for (const name of ["WebSocket", "CloseEvent", "MessageEvent"]) {
  assert.strictEqual(globalThis[name], http[name], name);
  assert.strictEqual(http[name].name, name);
  const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(http, name);
  assert.deepStrictEqual([typeof get, set, enumerable, configurable], ["function", undefined, true, true]);
  const own = Object.getOwnPropertyDescriptor(globalThis, name);
  assert.deepStrictEqual([own.value, own.writable, own.enumerable, own.configurable], [http[name], true, false, true]);
  assert.strictEqual(Object.prototype.toString.call(http[name].prototype), `[object ${name}]`);
}
assert(Object.keys(http).includes("WebSocket"));
assert.strictEqual(Object.getPrototypeOf(WebSocket), EventTarget);
assert.strictEqual(Object.getPrototypeOf(MessageEvent), Event);
assert.strictEqual(Object.getPrototypeOf(CloseEvent), Event);
assert.deepStrictEqual(
  Object.keys(WebSocket.prototype).sort(),
  [
    "CLOSED", "CLOSING", "CONNECTING", "OPEN", "binaryType", "bufferedAmount", "close", "extensions", "onclose", "onerror",
    "onmessage", "onopen", "protocol", "readyState", "send", "url",
  ],
);
["CONNECTING", "OPEN", "CLOSING", "CLOSED"].forEach((name, value) => {
  for (const holder of [WebSocket, WebSocket.prototype]) {
    assert.deepStrictEqual(Object.getOwnPropertyDescriptor(holder, name), { value, writable: false, enumerable: true, configurable: false });
  }
});
assert.strictEqual(WebSocket.length, 1);

const message = new MessageEvent("message", { data: [1], origin: "ws://a", lastEventId: "7" });
assert.deepStrictEqual([message.type, message.data, message.origin, message.lastEventId, message.source], ["message", [1], "ws://a", "7", null]);
assert(Object.isFrozen(message.ports));
const close = new CloseEvent("close", { code: 1001, reason: "r", wasClean: true });
assert.deepStrictEqual([close.code, close.reason, close.wasClean, close instanceof Event], [1001, "r", true, true]);
assert.deepStrictEqual([new CloseEvent("close").code, new CloseEvent("close").wasClean], [0, false]);
assert.throws(() => new MessageEvent(), TypeError);
assert.throws(() => new MessageEvent("message", { ports: [{}] }), TypeError);
assert.throws(() => new CloseEvent("close", 1), TypeError);
assert.throws(() => structuredClone(new CloseEvent("close")), { name: "DataCloneError" });
assert.throws(() => structuredClone([{ message }]), { name: "DataCloneError" });
assert.deepStrictEqual(structuredClone({ a: { b: 1 } }), { a: { b: 1 } });
