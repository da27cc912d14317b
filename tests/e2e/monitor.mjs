// The monitor (--monitor): its metrics, what it says while the loop is stuck, whom it answers, and how it fails.
// Usage: node tests/e2e/monitor.mjs RONDO
import assert from "node:assert";
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import { fileURLToPath } from "node:url";
import { check, finish, run } from "../fixtures/e2e/check.mjs";
import { makeQuota } from "../fixtures/e2e/cpu_quota.mjs";
import { slowBuild, startServer, stopServer } from "../fixtures/e2e/server.mjs";
import { hold, raw, startMonitored, until } from "../fixtures/monitor/client.mjs";
import { readExposition, valueOf } from "../fixtures/monitor/exposition.mjs";
import { findPromtool } from "../fixtures/monitor/promtool.mjs";

const rondo = process.argv[2];
const kSecret = "s3cr3t-of-the-environment";
const kArgument = "s3cr3t-argument";
const server = await startMonitored(rondo, {
  flags: ["--monitor-stuck-limit=300", "--long-tasks=off"], env: { API_TOKEN: kSecret }, args: [kArgument],
});
const get = async (route) => {
  const response = await fetch(new URL(route, server.monitor));
  return { status: response.status, headers: response.headers, body: await response.text() };
};
const metrics = async () => readExposition((await get("/metrics")).body);
const request = (lines) => raw(server.monitorPort, `${lines.join("\r\n")}\r\n\r\n`);
const statusOf = async (...lines) => Number(/^HTTP\/1\.1 (\d+)/.exec(await request(lines))?.[1]);

await check("metrics follow the format, and have the names that dashboards know", async () => {
  await fetch(`http://127.0.0.1:${server.port}/`);
  const { headers, body } = await get("/metrics");
  assert.strictEqual(headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  const families = readExposition(body);
  for (const name of [
    "process_cpu_seconds_total", "process_resident_memory_bytes", "process_open_fds", "process_start_time_seconds",
    "nodejs_eventloop_lag_seconds", "nodejs_eventloop_lag_p99_seconds", "nodejs_eventloop_lag_mean_seconds", "nodejs_heap_size_total_bytes",
    "nodejs_heap_size_used_bytes", "nodejs_heap_space_size_used_bytes", "nodejs_external_memory_bytes", "nodejs_gc_duration_seconds",
    "nodejs_active_resources", "nodejs_eventloop_utilization_ratio", "nodejs_eventloop_time_seconds_total",
    "nodejs_eventloop_delay_p99_seconds", "v8js_gc_duration_seconds", "v8js_memory_heap_used_bytes", "rondo_tasks_total",
    "rondo_long_task_duration_seconds", "rondo_long_task_victim_wait_seconds", "rondo_blocked_seconds_total",
    "rondo_cpu_wait_seconds_total", "rondo_pool_queue_depth", "rondo_queue_depth",
  ]) assert.ok(families.has(name), name);
  assert.ok(valueOf(families, "process_resident_memory_bytes") > 1e6);
  assert.ok(valueOf(families, "process_open_fds") > 3);
  assert.ok(valueOf(families, "nodejs_heap_size_used_bytes") > 1e5);
  assert.ok(valueOf(families, "rondo_tasks_total", { kind: "http" }) >= 1);
  assert.ok(Math.abs(valueOf(families, "process_start_time_seconds") - Date.now() / 1000) < 600);
});

await check("promtool finds nothing to complain about", async () => {
  const promtool = findPromtool();
  if (!promtool) return console.log("SKIPPED promtool: Debian's package `prometheus` cannot be had here (RONDO_PROMTOOL names one)");
  execFileSync(promtool, ["check", "metrics"], { input: (await get("/metrics")).body, stdio: ["pipe", "inherit", "inherit"] });
});

await check("health, readiness, tasks, the page", async () => {
  assert.deepStrictEqual([(await get("/healthz")).status, (await get("/healthz")).body], [200, '{"status":"ok"}\n']);
  assert.deepStrictEqual([(await get("/readyz")).status, (await get("/readyz")).body], [200, '{"status":"ready"}\n']);
  const tasks = JSON.parse((await get("/tasks")).body);
  assert.ok(tasks.kinds.some(({ kind, count }) => kind === "main" && count >= 1));
  assert.deepStrictEqual(tasks.longTasks.culprits.filter(({ cause }) => !cause), []);
  const page = await get("/");
  assert.match(page.headers.get("content-security-policy"), /default-src 'none'; script-src 'self'/);
  assert.doesNotMatch(page.body, /https?:\/\//);
  for (const [, asset] of page.body.matchAll(/(?:src|href)="(\/[^"]*)"/g)) assert.strictEqual((await get(asset)).status, 200, asset);
  const live = JSON.parse((await get("/live")).body);
  assert.strictEqual(live.pid, server.child.pid);
});

await check("all of it answers while the loop is stuck, and says what holds it", async () => {
  const held = hold(server);
  const stuck = await until(async () => {
    const { status, body } = await get("/healthz");
    const health = JSON.parse(body);
    return status === 503 && health.task?.stack.length > 0 && health;
  }, "503 with a stack");
  assert.strictEqual(stuck.status, "stuck");
  assert.strictEqual(stuck.limitMs, 300);
  assert.ok(stuck.stuckForMs > 300);
  assert.strictEqual(stuck.task.kind, "http");
  const frame = stuck.task.stack.find((each) => each.function === "crunch");
  assert.match(frame.file, /fixtures\/monitor\/server\.js$/);
  assert.ok(frame.line > 5 && frame.line < 15);
  assert.strictEqual((await get("/readyz")).status, 503);
  fetch(`http://127.0.0.1:${server.port}/`).catch(() => {});
  await until(async () => JSON.parse((await get("/live")).body).waiting.connections > 0, "a connection that waits");
  // The fastest of some tries: a busy machine must not fail the test.
  for (const route of ["/metrics", "/healthz", "/", "/tasks"]) {
    const times = [];
    for (let i = 0; i < 10; i++) {
      const start = performance.now();
      await get(route);
      times.push(performance.now() - start);
    }
    assert.ok(Math.min(...times) < (slowBuild ? 500 : 50), `${route} took ${Math.min(...times)} ms`);
  }
  const families = await metrics();
  assert.ok(valueOf(families, "nodejs_eventloop_lag_seconds") > 0.3);
  assert.ok(valueOf(families, "nodejs_eventloop_lag_max_seconds") > 0.25);
  assert.ok(valueOf(families, "rondo_current_task_age_seconds") > 0.3);
  assert.ok(valueOf(families, "rondo_timer_overdue_seconds") > 0.1);
  assert.strictEqual(await held.release(), "done");
});

await check("a long task that ended is counted, with its culprit and its victims", async () => {
  await until(async () => (await get("/healthz")).status === 200, "health");
  const { longTasks } = JSON.parse((await get("/tasks")).body);
  const culprit = longTasks.culprits.find(({ stack }) => stack.some((frame) => frame.function === "crunch"));
  assert.ok(culprit, JSON.stringify(longTasks));
  assert.ok(culprit.worstMs > 300);
  assert.ok(culprit.victims.some(({ kind }) => kind === "timer"));
  const families = await metrics();
  assert.ok(valueOf(families, "rondo_blocked_seconds_total") > 0.3);
  assert.ok(valueOf(families, "rondo_long_task_duration_seconds_count", { kind: "http" }) >= 1);
  assert.ok(valueOf(families, "rondo_long_task_victims_total", { victim: "timer" }) >= 1);
  assert.ok(valueOf(families, "rondo_eventloop_delay_seconds_count") > 0);
});

await check("a blocking call is named while it blocks", async () => {
  const answer = fetch(`http://127.0.0.1:${server.port}/native`);
  const { task } = await until(async () => {
    const { status, body } = await get("/healthz");
    return status === 503 && JSON.parse(body);
  }, "503");
  assert.strictEqual(task.call, "Atomics.wait");
  await answer;
});

await check("nothing secret is shown", async () => {
  for (const route of ["/", "/metrics", "/healthz", "/readyz", "/tasks", "/live"]) {
    const { body } = await get(route);
    assert.ok(!body.includes(kSecret) && !body.includes(kArgument), route);
  }
});

await check("only names of this machine are answered", async () => {
  const { monitorPort } = server;
  for (const host of ["localhost", `localhost:${monitorPort}`, "127.0.0.1", "[::1]:1", "app.localhost"])
    assert.strictEqual(await statusOf("GET /healthz HTTP/1.1", `Host: ${host}`), 200, host);
  for (const host of ["example.org", `evil.example:${monitorPort}`, "localhost.example.org", "10.0.0.1", ""])
    assert.strictEqual(await statusOf("GET /healthz HTTP/1.1", `Host: ${host}`), 403, host);
  assert.strictEqual(await statusOf("GET /healthz HTTP/1.1"), 403);
  assert.strictEqual(await statusOf("GET /healthz HTTP/1.1", "Host: localhost", "Host: example.org"), 403);
});

await check("GET and HEAD only, of paths that there are", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
    assert.strictEqual(await statusOf(`${method} /tasks HTTP/1.1`, "Host: localhost", "Content-Length: 0"), 405, method);
  const head = await request(["HEAD /metrics HTTP/1.1", "Host: localhost"]);
  assert.match(head, /^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n$/);
  assert.match(head, /Content-Length: \d{4,}/);
  assert.strictEqual(await statusOf("GET /nowhere HTTP/1.1", "Host: localhost"), 404);
  assert.strictEqual(await statusOf("GET http://localhost/metrics HTTP/1.1", "Host: localhost"), 400);
});

await check("bad and hostile clients", async () => {
  assert.match(await raw(server.monitorPort, "nonsense\r\n\r\n"), /^HTTP\/1\.1 400 /);
  assert.strictEqual(await statusOf("GET / HTTP/1.1", "Host: localhost", `X: ${"x".repeat(10_000)}`), 431);
  const idle = Array.from({ length: 100 }, () => net.connect(server.monitorPort, "127.0.0.1").on("error", () => {}).resume());
  await Promise.all(idle.map((socket) => new Promise((resolve) => socket.on("connect", resolve).on("close", resolve))));
  assert.strictEqual((await get("/healthz")).status, 200);
  await Promise.all(idle.map((socket) => new Promise((resolve) => (socket.destroyed ? resolve() : socket.on("close", resolve)))));
});

await check("with --long-tasks=off nothing is printed but the address", () => {
  assert.match(server.stderr(), /^rondo: monitor at http:\/\/127\.0\.0\.1:\d+\/\n$/);
});

await check("a port that is taken ends the start, and says what to do", async () => {
  const { code, err, out } = await run(rondo, [`--monitor=${server.monitorPort}`, "-e", "console.log('ran')"]);
  assert.strictEqual(code, 1);
  assert.strictEqual(out, "");
  assert.match(err, new RegExp(`^rondo: --monitor: cannot listen on 127\\.0\\.0\\.1:${server.monitorPort}: address already in use; choose another port.*\\n$`));
});

await check("bad values are named, with what may stand there", async () => {
  for (const [flag, wanted] of [
    ["--monitor=99999", /--monitor: '99999' is no port; give one from 0 to 65535/],
    ["--monitor=example.org:80", /--monitor: 'example\.org' is no IP address/],
    ["--monitor=127.0.0.1:", /is no address; write HOST:PORT/],
    ["--monitor-stuck-limit=0", /--monitor-stuck-limit.*above 0, not 0/],
    ["--monitor-stuck-limit=soon", /above 0, not soon/],
  ]) {
    const { code, err } = await run(rondo, [flag, "-e", "0"]);
    assert.strictEqual(code, 9, flag);
    assert.match(err, wanted);
  }
});

await check("the monitor neither keeps the process nor delays its end", async () => {
  assert.strictEqual((await run(rondo, ["--monitor=0", "-e", "process.exitCode = 4"])).code, 4);
  assert.strictEqual((await run(rondo, ["--monitor=0", "-e", "process.exit(3)"])).code, 3);
  const { code, err } = await run(rondo, ["-e", "0"], { env: { RONDO_OPTIONS: "--monitor=localhost:0 --monitor-stuck-limit=50.5" } });
  assert.strictEqual(code, 0);
  assert.match(err, /monitor at http:\/\/127\.0\.0\.1:\d+\//);
});

/** Runs a program with a monitor until `body(address)` is done. */
async function withMonitor(into, args, body) {
  const [command, ...rest] = into([rondo, "--monitor=0", ...args]);
  const child = spawn(command, rest, { stdio: ["ignore", "ignore", "pipe"] });
  let err = "";
  child.stderr.on("data", (data) => (err += data));
  try {
    await until(() => /monitor at \S+/.test(err), "the address");
    await body(/monitor at (\S+)/.exec(err)[1]);
  } finally {
    child.kill("SIGKILL");
    await new Promise((resolve) => (child.exitCode ?? child.signalCode) !== null ? resolve() : child.on("close", resolve));
  }
}
const longestOf = async (address) => {
  const { longTasks } = await (await fetch(new URL("/tasks", address))).json();
  return longTasks.latest.find(({ kind }) => kind === "timer");
};

await check("a long task has the tree of its calls", async () => {
  await withMonitor((argv) => argv, [fileURLToPath(new URL("../fixtures/long-task-reports/two-functions.js", import.meta.url)), "900", "wait"], async (address) => {
    await until(() => longestOf(address), "the long task");
    const { tree } = await longestOf(address);
    const [request] = tree.calls;
    assert.strictEqual(request.function, "request");
    assert.deepStrictEqual(request.calls[0].calls.map((call) => call.function).sort(), ["reads", "renders"]);
  });
});

await check("throttling by the CPU quota of the cgroup is counted, where there is one", async () => {
  const spin = ["-e", "setTimeout(() => { const end = Date.now() + 500; while (Date.now() < end); }, 20); setInterval(() => {}, 1000)"];
  const throttled = async (address) => valueOf(readExposition(await (await fetch(new URL("/metrics", address))).text()), "rondo_cpu_throttled_seconds_total");
  const quota = makeQuota(20);
  if (quota.reason) return console.log(`SKIPPED throttling: ${quota.reason}`);
  try {
    await withMonitor(quota.into, spin, async (address) => {
      await until(() => longestOf(address), "the long task");
      const { throttledMs, split } = await longestOf(address);
      assert(throttledMs > 100 && throttledMs <= split.cpuWaitMs, `${throttledMs} of ${split.cpuWaitMs}`);
      assert((await throttled(address)) > 0.1);
    });
  } finally {
    quota.remove();
  }
});

await check("without --monitor there is no such thread", async () => {
  const plain = await startServer(rondo, "tests/fixtures/monitor/server.js");
  const threads = (pid) => fs.readdirSync(`/proc/${pid}/task`).map((tid) => fs.readFileSync(`/proc/${pid}/task/${tid}/comm`, "utf8").trim());
  assert.ok(!threads(plain.child.pid).includes("rondo-monitor"));
  assert.ok(threads(server.child.pid).includes("rondo-monitor"));
  await stopServer(plain);
});

await stopServer(server);
finish();
