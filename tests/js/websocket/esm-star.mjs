// A module that exports all of http exports the classes.
import assert from "node:assert";
import "../../fixtures/websocket/modules/plain.mjs";

const all = await import("../../fixtures/websocket/modules/star.mjs");
assert.strictEqual(typeof all["Web" + "Socket"], "function");
