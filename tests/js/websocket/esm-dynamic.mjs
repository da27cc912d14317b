// import() of http after a static import that did not ask for the classes.
import assert from "node:assert";
import "../../fixtures/websocket/modules/plain.mjs";

const all = await import("node:http");
assert.strictEqual(typeof all["Web" + "Socket"], "function");
