// Short programs, started and measured by the C++ helper bench/spawn.
import { BenchError } from "./errors.mjs";
import { lastWords } from "./processes.mjs";

function describe(run) {
  if (run.timeout) return "did not end in time";
  return run.signal ? `ended by signal ${run.signal}` : `ended with status ${run.status}`;
}

/**
 * Runs each command `runs` times, interleaved one by one, and returns for each command its runs:
 * `{ wall (ns), user (us), system (us), maxrss (KiB), status, signal, timeout }`.
 */
export async function measureCommands(processes, helper, commands, { runs = 1, timeout = 30, env, cwd } = {}) {
  const argv = [helper, "--runs", String(runs), "--timeout", String(timeout)];
  const child = processes.start(argv, { env, cwd, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => {}); // its end is told by its status
  child.stdin.end(commands.map((words) => words.join("\t")).join("\n"));
  const { code, signal } = await child.ended;
  if (code !== 0) throw new BenchError(`measure_spawn ended with ${signal ?? `status ${code}`}: ${lastWords(child)}`);
  const results = commands.map(() => []);
  for (const line of child.text.stdout.trim().split("\n")) {
    const run = JSON.parse(line);
    results[run.command].push(run);
  }
  results.errors = lastWords(child);
  return results;
}

/** Throws when a run of a program did not end with status 0. */
export function requireSuccess(run, errors) {
  if (run.status !== 0 || run.signal !== 0 || run.timeout) throw new Error(`${describe(run)}${errors ? `: ${errors}` : ""}`);
}

/** One run of a program, its output kept: `{ wallMs, userMs, sysMs, maxRssKiB, stdout, stderr }`. Throws when it fails. */
export async function runOnce(processes, helper, argv, { env, cwd, timeout = 60, prefix = [] } = {}) {
  const child = processes.start([...prefix, helper, "--output", "inherit", "--timeout", String(timeout)], {
    env,
    cwd,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  let line = "";
  child.stdio[3].setEncoding("utf8").on("data", (data) => (line += data));
  child.stdin.on("error", () => {});
  child.stdin.end(argv.join("\t"));
  const { code } = await child.ended;
  if (code !== 0) throw new Error(`could not be run: ${lastWords(child)}`);
  const run = JSON.parse(line);
  requireSuccess(run, lastWords(child));
  return { wallMs: run.wall / 1e6, userMs: run.user / 1e3, sysMs: run.system / 1e3, maxRssKiB: run.maxrss, ...child.text };
}
