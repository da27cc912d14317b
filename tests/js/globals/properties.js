const assert = require("node:assert");
const shape = (name) => {
  const d = Object.getOwnPropertyDescriptor(globalThis, name);
  return `${d.enumerable ? "e" : "-"}${d.configurable ? "c" : "-"}`;
};
for (const name of ["setTimeout", "queueMicrotask", "structuredClone", "global", "atob", "btoa", "performance"]) {
  assert.strictEqual(shape(name), "ec", name);
}
for (const name of ["process", "Buffer", "URL", "URLSearchParams", "TextEncoder", "TextDecoder", "AbortController",
  "AbortSignal", "Event", "EventTarget", "CustomEvent", "DOMException", "console"]) {
  assert.strictEqual(shape(name), "-c", name);
  assert.ok(globalThis[name], name);
}
assert.strictEqual(globalThis, global);
assert.strictEqual(Object.prototype.toString.call(globalThis), "[object global]");
