// not-on-node: Node has all of its built-ins
const assert = require("node:assert");
const { isBuiltin } = require("node:module");
const id = ["wasi", "trace_events", "inspector", "sqlite"].find((name) => !isBuiltin(`node:${name}`));
if (id !== undefined) {
  assert.throws(() => require(`node:${id}`), {
    code: "ERR_UNKNOWN_BUILTIN_MODULE",
    message: `No such built-in module: node:${id} (Node.js has it, Rondo does not provide it yet)`,
  });
}
