// Importing all of http gives the classes too, though nobody writes their names.
import assert from "node:assert";
import "../../fixtures/websocket/modules/plain.mjs";
import { values } from "../../fixtures/websocket/modules/namespace.mjs";

assert(values.every((value) => typeof value === "function"));
