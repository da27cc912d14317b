// The machine that the figures are of.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { root } from "./paths.mjs";

const read = (file) => {
  try {
    return fs.readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
};

/** `{ cpu, cores, memoryGiB, kernel, distribution, governor, virtual, loadBefore, commit }`. */
export function describeMachine() {
  let commit;
  try {
    const git = (...args) =>
      execFileSync("git", ["-C", root, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    commit = git("rev-parse", "--short=10", "HEAD") + (git("status", "--porcelain", "-uno") ? " with changes" : "");
  } catch {
    commit = undefined; // not a checkout of git
  }
  return {
    cpu: os.cpus()[0]?.model ?? os.arch(),
    cores: os.availableParallelism(),
    memoryGiB: Math.round((os.totalmem() / 2 ** 30) * 10) / 10,
    kernel: `${os.type()} ${os.release()}`,
    distribution: /^PRETTY_NAME="?([^"\n]*)/m.exec(read("/etc/os-release") ?? "")?.[1] ?? "unknown",
    governor: read("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor") ?? "not shown by the kernel",
    virtual: /^flags.*\bhypervisor\b/m.test(read("/proc/cpuinfo") ?? ""),
    loadBefore: os.loadavg()[0],
    commit,
  };
}

/** The cores that the server and the load are pinned to: different ones where there are two. */
export function pinnedCores() {
  const cores = [];
  for (const part of (/^Cpus_allowed_list:\s*(\S+)/m.exec(read("/proc/self/status") ?? "")?.[1] ?? "0").split(",")) {
    const [from, to = from] = part.split("-").map(Number);
    for (let core = from; core <= to; core++) cores.push(core);
  }
  return { server: cores[0], load: cores[1] ?? cores[0] };
}
