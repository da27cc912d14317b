// A module that asks for the names gets them, though http was imported before by one that did not.
import assert from "node:assert";
import { same } from "../../fixtures/websocket/modules/plain.mjs";

assert(same);
const { it } = await import("../../fixtures/websocket/modules/escaped.mjs");
assert.strictEqual(typeof it, "function");
assert.strictEqual(it, globalThis["Web" + "Socket"]);
