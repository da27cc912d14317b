/** What the process uses: memory, processor time, and other resources. */
import binding from "binding:process_usage";
import { coded, describe, ERR_INVALID_ARG_TYPE } from "../errors";
import { validateObject } from "../validators";
import { define } from "./object";

const ERR_BAD_PREVIOUS = coded(
  RangeError,
  "ERR_INVALID_ARG_VALUE",
  (name: string, value: unknown) => `The property '${name}' is invalid. Received ${describe(value)}`,
);

function memoryUsage(): { rss: number; heapTotal: number; heapUsed: number; external: number; arrayBuffers: number } {
  return binding.memoryUsage();
}
/** The resident set alone, which is cheaper to ask for. */
memoryUsage.rss = (): number => binding.rss();

interface CpuUsage {
  user: number;
  system: number;
}

function previousTime(previous: any, name: "user" | "system"): number {
  const value = previous[name];
  if (typeof value !== "number") throw new ERR_INVALID_ARG_TYPE(`prevValue.${name}`, "number", value);
  if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) throw new ERR_BAD_PREVIOUS(`prevValue.${name}`, value);
  return value;
}

function cpuTimes(read: () => number[], previous?: CpuUsage): CpuUsage {
  let user = 0;
  let system = 0;
  if (previous) {
    validateObject(previous, "prevValue");
    user = previousTime(previous, "user");
    system = previousTime(previous, "system");
  }
  const times = read();
  return { user: times[0]! - user, system: times[1]! - system };
}

/** Microseconds of processor time, or those since an earlier result. */
function cpuUsage(previous?: CpuUsage): CpuUsage {
  return cpuTimes(binding.cpuUsage, previous);
}
/** The same for the thread that asks. */
function threadCpuUsage(previous?: CpuUsage): CpuUsage {
  return cpuTimes(binding.threadCpuUsage, previous);
}

const kResources = [
  "userCPUTime",
  "systemCPUTime",
  "maxRSS",
  "sharedMemorySize",
  "unsharedDataSize",
  "unsharedStackSize",
  "minorPageFault",
  "majorPageFault",
  "swappedOut",
  "fsRead",
  "fsWrite",
  "ipcSent",
  "ipcReceived",
  "signalsCount",
  "voluntaryContextSwitches",
  "involuntaryContextSwitches",
];

function resourceUsage(): Record<string, number> {
  const values: number[] = binding.resourceUsage();
  return Object.fromEntries(kResources.map((name, i) => [name, values[i]!]));
}

define({
  memoryUsage,
  cpuUsage,
  threadCpuUsage,
  resourceUsage,
  constrainedMemory: () => binding.constrainedMemory(),
  availableMemory: () => binding.availableMemory(),
});
