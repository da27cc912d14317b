// Child processes of the bench. Each is the leader of a process group of its own, and a `Processes` knows what it started
// and ends just that: at the end of a sample, and when the bench itself ends for whatever reason.
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { BenchError } from "./errors.mjs";

const live = new Set(); // every process group that runs, of all registries

function killGroup(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // has ended
  }
}

process.on("exit", () => {
  for (const child of live) killGroup(child);
});
for (const [signal, status] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]]) {
  process.on(signal, () => {
    process.stderr.write(`\nbench: ended by ${signal}\n`);
    process.exit(status); // the exit hooks end the children and remove the temporary folder
  });
}

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"]));

/** Seconds of CPU time, user and system, that a process has used. */
export function cpuOf(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Bytes of memory of a process: resident, its share of what is shared, and what it alone has written. */
export function memoryOf(pid) {
  const text = fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const bytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)[1]) * 1024;
  return { rss: bytes("Rss"), pss: bytes("Pss"), privateDirty: bytes("Private_Dirty") };
}

/** What one sample has started. */
export class Processes {
  #mine = new Set();
  #closed = false;

  /**
   * Starts a process. `child.text.stdout` and `.stderr` collect what it says (1 MiB at most, the latest);
   * `child.ended` resolves with `{ code, signal }`.
   */
  start(argv, options = {}) {
    if (this.#closed) throw new Error("the sample is over"); // its time limit, most likely
    const child = spawn(argv[0], argv.slice(1), { stdio: ["ignore", "pipe", "pipe"], ...options, detached: true });
    child.text = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name]?.setEncoding("utf8").on("data", (data) => (child.text[name] = (child.text[name] + data).slice(-1024 * 1024)));
    }
    this.#mine.add(child);
    live.add(child);
    child.ended = new Promise((resolve, reject) => {
      const done = () => {
        live.delete(child);
        this.#mine.delete(child);
      };
      child.on("error", (error) => {
        done();
        reject(error.code === "ENOENT" ? new BenchError(`'${argv[0]}' is not installed (no such command)`) : error);
      });
      // "close", not "exit": what it said is all here.
      child.on("close", (code, signal) => {
        done();
        resolve({ code, signal });
      });
    });
    child.ended.catch(() => {}); // also seen by whoever awaits it
    return child;
  }

  /** Ends a process and what it started itself. */
  async stop(child) {
    killGroup(child);
    await child.ended.catch(() => {});
  }

  /** Ends what still runs; nothing more can be started. */
  async stopAll() {
    this.#closed = true;
    await Promise.all([...this.#mine].map((child) => this.stop(child)));
  }
}

/** The last lines of a process's standard error, for a message. */
export const lastWords = (child) => child.text.stderr.trim().split("\n").slice(-4).join(" / ").slice(0, 400);
