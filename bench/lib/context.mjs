// What a row gets to measure with. bench/README.md describes it.
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BenchError } from "./errors.mjs";
import { buildFolderOf, root } from "./paths.mjs";
import { cpuOf, lastWords, memoryOf } from "./processes.mjs";
import { measureCommands, runOnce } from "./spawn.mjs";
import { parseWrk, wrkCommand } from "./wrk.mjs";

const START_LIMIT = 15_000; // ms for a server to be ready

/** A port that nobody listens on at the moment. */
export async function freePort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve, reject) => server.on("listening", resolve).on("error", reject));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => (socket.destroy(), resolve(true)));
    socket.on("error", () => resolve(false));
  });

async function waitUntil(child, condition, what) {
  let ended = false;
  child.ended.then(() => (ended = true), () => (ended = true));
  const end = Date.now() + START_LIMIT;
  while (!(await condition())) {
    if (ended) {
      const { code, signal } = await child.ended; // throws when it could not be started at all
      throw new Error(`the server ended with ${signal ?? `status ${code}`} before it was ready: ${lastWords(child)}`);
    }
    if (Date.now() > end) throw new Error(`${what} within ${START_LIMIT / 1000} s: ${lastWords(child) || "it said nothing"}`);
    await sleep(10);
  }
}

/** One request: `{ status, headers, body }`. */
export function get({ port, path: route = "/", method = "GET", headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: route, method, headers, agent: false, timeout: 10_000 };
    const request = http.request(options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
      response.on("error", reject);
    });
    request.on("timeout", () => request.destroy(new Error(`no answer to ${method} ${route} within 10 s`)));
    request.on("error", reject);
    request.end(body);
  });
}

/** The context of one sample. `processes` is its own, and is ended after it. */
export function makeContext({ options, tmp, cores, env, rondo, processes }) {
  const build = buildFolderOf(rondo);
  const measureSpawn = path.join(build, "bench/spawn/measure_spawn");
  const pin = (core) => ["taskset", "-c", String(core)];
  const withEnv = (more) => ({ ...env, ...more });

  async function spawnServer(runtime, script, { args = [], env: more = {}, ready, command } = {}) {
    const port = await freePort();
    const program = command ?? (runtime.base === "floor" ? runtime.command : [...runtime.command, script]);
    const child = processes.start([...pin(cores.server), ...program, ...args.map(String)], {
      cwd: root,
      env: withEnv({ PORT: String(port), ...more }),
    });
    if (ready) await waitUntil(child, () => ready.test(child.text.stdout), `it did not print ${ready}`);
    else await waitUntil(child, () => accepts(port), `nothing listened on port ${port}`);
    const alive = (read) => {
      try {
        return read(child.pid);
      } catch {
        throw new Error(`the server is gone: ${lastWords(child)}`);
      }
    };
    return {
      pid: child.pid,
      port,
      cpu: () => alive(cpuOf),
      memory: () => alive(memoryOf),
      rss: () => alive(memoryOf).rss,
      pss: () => alive(memoryOf).pss,
      stdout: () => child.text.stdout,
      stderr: () => child.text.stderr,
      stop: () => processes.stop(child),
    };
  }

  async function wrk(load) {
    const child = processes.start([...pin(cores.load), ...wrkCommand({ seconds: options.seconds, ...load }, tmp)], { env });
    const { code } = await child.ended;
    if (code === 127) throw new BenchError(`wrk cannot be run: ${lastWords(child)}. tools/bootstrap installs it as root (package wrk)`);
    if (code !== 0) throw new Error(`wrk ended with status ${code}: ${lastWords(child)}`);
    return parseWrk(child.text.stdout);
  }

  return {
    quick: options.quick,
    seconds: options.seconds,
    root,
    build,
    tmp,
    cores,
    freePort,
    get,
    sleep,
    spawnServer,
    wrk,
    /** A process of another kind (a load of the row's own): see `Processes.start`. */
    start: (argv, { env: more, pinned, ...rest } = {}) =>
      processes.start([...(pinned === undefined ? [] : pin(pinned)), ...argv], { ...rest, env: withEnv(more) }),
    runOnce: (argv, { env: more, pinned = false, ...rest } = {}) =>
      runOnce(processes, measureSpawn, argv, { ...rest, env: withEnv(more), prefix: pinned ? pin(cores.server) : [] }),
    measureCommands: (commands, { env: more, ...rest } = {}) =>
      measureCommands(processes, measureSpawn, commands, { ...rest, env: withEnv(more) }),
  };
}
