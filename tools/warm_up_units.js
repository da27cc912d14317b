// What programs do with the lazy units of lib/, for tools/make_snapshot.cc: the functions that run here have their code in the
// code cache. Every unit that a program can reach is loaded; it writes nothing, and connects to nobody.
const { builtinModules } = require("node:module");
for (const id of builtinModules) require(id);
for (const name of Object.getOwnPropertyNames(globalThis)) globalThis[name];
// A module that keeps the process alive once it is loaded would keep the build waiting.
setTimeout(() => {
  console.error("still running after a minute: a built-in module keeps the process alive");
  process.exit(1);
}, 60_000).unref();

const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const diagnostics = require("node:diagnostics_channel");
const dns = require("node:dns");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");
const { PerformanceObserver } = require("node:perf_hooks");
const querystring = require("node:querystring");
const consumers = require("node:stream/consumers");
const { pipeline } = require("node:stream/promises");
const tty = require("node:tty");
const url = require("node:url");
const vm = require("node:vm");

/** Runs `body`; what it throws, or the machine lacks, only leaves less code in the cache. */
function attempt(body) {
  try {
    body();
  } catch {
    // Less is warm.
  }
}

assert(true);
assert.ok(1);
assert.equal(1, 1);
assert.strictEqual(1, 1);
assert.deepEqual({ a: [1] }, { a: [1] });
assert.deepStrictEqual(new Map([[1, { a: 1 }]]), new Map([[1, { a: 1 }]]));
assert.notStrictEqual(1, 2);
assert.match("a", /a/);
assert.throws(() => assert.strictEqual({ a: 1 }, { a: 2 }), assert.AssertionError);
assert.throws(() => JSON.parse("{"), { name: "SyntaxError" });
assert.rejects(Promise.reject(new Error("expected")), /expected/);

const storage = new AsyncLocalStorage();
storage.run({ id: 1 }, () => setTimeout(() => storage.getStore(), 1));
storage.run(1, AsyncResource.bind(() => storage.getStore()));
const channel = diagnostics.channel("rondo:warm-up");
channel.subscribe(() => {});
if (channel.hasSubscribers) channel.publish({});
diagnostics.tracingChannel("rondo:warm-up").traceSync(() => {}, {});

dns.lookup("127.0.0.1", () => {});
dns.promises.lookup("::1").catch(() => {});
net.isIP("::1");
for (const name of ["arch", "cpus", "freemem", "homedir", "hostname", "networkInterfaces", "platform", "release", "tmpdir", "type", "userInfo"]) {
  attempt(() => os[name]());
}
path.win32.join("a", path.win32.basename("b\\c"));
querystring.parse(querystring.stringify({ a: ["1", "2"], b: "c d" }));
const legacy = url.parse("http://user:pass@localhost:80/a?b=c#d", true);
url.format(legacy);
url.resolve("http://localhost/a/b", "../c");
navigator.hardwareConcurrency;

new CloseEvent("close", { code: 1000, reason: "", wasClean: true });
new MessageEvent("message", { data: "text" });
// Refused before it connects.
attempt(() => new WebSocket("wss://localhost/", ["a", "b"]));

const observer = new PerformanceObserver((list) => list.getEntries());
observer.observe({ entryTypes: ["mark", "measure"] });
performance.mark("a");
performance.measure("b", "a");
performance.now();
performance.getEntriesByName("a");
setTimeout(() => observer.disconnect(), 5);

structuredClone({ a: new Map([[1, new Date(0)]]), b: new Uint8Array(2) });
const blob = new Blob(["text"]);
blob.text().then(() => consumers.text(blob.stream()));
new TextDecoder("latin1").decode(new Uint8Array([97]));
async function webStreams() {
  const readable = new ReadableStream({
    start(controller) {
      controller.enqueue("a");
      controller.close();
    },
  });
  const decoded = readable.pipeThrough(new TextEncoderStream()).pipeThrough(new TextDecoderStream());
  for await (const chunk of decoded) void chunk;
  const [left, right] = new ReadableStream({ pull: (controller) => controller.close() }).tee();
  await Promise.all([left.getReader().read(), right.cancel()]);
  const passed = new TransformStream();
  const writer = passed.writable.getWriter();
  await Promise.all([passed.readable.getReader().read(), writer.write(1)]);
}
webStreams().catch(() => {});
pipeline(fs.createReadStream(__filename), fs.createWriteStream("/dev/null")).catch(() => {});
consumers.json(fs.createReadStream(path.join(__dirname, "..", "package.json"))).catch(() => {});

vm.runInNewContext("a + 1", { a: 1 });
new vm.Script("1").runInThisContext();
// A terminal of our own, for what a program does at one.
attempt(() => {
  const output = new tty.WriteStream(fs.openSync("/dev/ptmx", fs.constants.O_RDWR | fs.constants.O_NOCTTY));
  output.getColorDepth();
  output.hasColors();
  output.getWindowSize();
  output.destroy();
});
