// How much of the two cores went to others while something was measured: latencies of a disturbed measurement say nothing.
import fs from "node:fs";

const kTick = 0.01; // s, USER_HZ of Linux's /proc/stat

/** Seconds that a core has worked for any process, or was taken from the machine (steal). Interrupts are not counted. */
function busy(core) {
  const line = new RegExp(`^cpu${core} (.*)$`, "m").exec(fs.readFileSync("/proc/stat", "utf8"))[1];
  const [user, nice, system, , , , , steal] = line.split(" ").map(Number);
  return (user + nice + system + steal) * kTick;
}

/**
 * Starts to watch; the function it returns gives the share of both cores' time, in percent of the time passed, that neither the
 * server (`serverCpu()` seconds) nor the load (`loadCpu` seconds) used.
 */
export function watchOthers(cores, serverCpu) {
  const all = () => [...new Set([cores.server, cores.load])].reduce((sum, core) => sum + busy(core), 0);
  const start = performance.now();
  const before = all() - serverCpu();
  return (loadCpu) => {
    const others = all() - serverCpu() - before - loadCpu;
    return Math.max(0, (others / ((performance.now() - start) / 1e3)) * 100);
  };
}
