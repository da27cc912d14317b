/** `node:os`: what the machine and its operating system say of themselves. */
import binding from "binding:os";
import { requireBuiltin } from "./internal/builtins";
import { networkInterfaces } from "./internal/os/network";
import { wrapSystemError } from "./internal/system_error";
import { validateInt32 } from "./internal/validators";

/** Runs a call to the system; its failure becomes a SystemError. */
function system<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw wrapSystemError(error);
  }
}

/** The processor's architecture, as `process.arch`. */
const arch = (): string => process.arch;
/** How many threads make sense: at least 1. */
const availableParallelism = (): number => binding.availableParallelism();
/** The order of bytes in a number, "LE" or "BE". */
const endianness = (): "BE" | "LE" => kEndianness;
const kEndianness = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? "LE" : "BE";
/** Free memory in bytes. */
const freemem = (): number => binding.freemem();
/** The home directory of this process's user: HOME, or what the system knows. */
const homedir = (): string => system(() => binding.homedir());
/** The name of this machine. */
const hostname = (): string => system(() => binding.hostname());
/** The name of the system as in `process.platform`. */
const platform = (): string => process.platform;
/** The release of the kernel. */
const release = (): string => system(() => binding.uname()[1] as string);
/** The directory for temporary files, without a separator at its end. */
const tmpdir = (): string => {
  const { env } = process;
  const path: string = env.TMPDIR || env.TMP || env.TEMP || "/tmp";
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
};
/** All memory in bytes. */
const totalmem = (): number => binding.totalmem();
/** The name of the system as uname(3) gives it: "Linux". */
const type = (): string => system(() => binding.uname()[0] as string);
/** Seconds since the machine started. */
const uptime = (): number => system(() => binding.uptime());
/** The version of the kernel. */
const version = (): string => system(() => binding.uname()[2] as string);
/** The kind of machine as uname(3) gives it: "x86_64". */
const machine = (): string => system(() => binding.uname()[3] as string);

// So that `${os.hostname}` is the host's name.
const kWithoutArguments: (() => unknown)[] = [
  arch, availableParallelism, endianness, freemem, homedir, hostname, platform, release, tmpdir, totalmem, type, uptime,
  version, machine,
];
for (const fn of kWithoutArguments) {
  Object.defineProperty(fn, Symbol.toPrimitive, { configurable: true, enumerable: true, writable: true, value: fn });
}

/** What is known of one logical processor; times in milliseconds. */
interface CpuInfo {
  model: string;
  speed: number;
  times: { user: number; nice: number; sys: number; idle: number; irq: number };
}

/** Every logical processor. */
function cpus(): CpuInfo[] {
  const flat = system(() => binding.cpus());
  const result: CpuInfo[] = [];
  for (let i = 0; i < flat.length; i += 7) {
    result.push({
      model: flat[i],
      speed: flat[i + 1],
      times: { user: flat[i + 2], nice: flat[i + 3], sys: flat[i + 4], idle: flat[i + 5], irq: flat[i + 6] },
    });
  }
  return result;
}

/** The load averages of the last 1, 5 and 15 minutes. */
function loadavg(): number[] {
  return binding.loadavg();
}

/** The scheduling priority of a process, of this one by default: -20 (first) to 19 (last). */
function getPriority(pid?: number): number {
  if (pid === undefined) pid = 0;
  else validateInt32(pid, "pid");
  return system(() => binding.getPriority(pid));
}

/** Sets the scheduling priority of a process, or with one argument that of this one. */
function setPriority(pid: number, priority?: number): void {
  if (priority === undefined) {
    priority = pid;
    pid = 0;
  }
  validateInt32(pid, "pid");
  validateInt32(priority, "priority", -20, 19);
  const wanted: number = priority;
  system(() => binding.setPriority(pid, wanted));
}

/** The user of this process. */
interface UserInfo<T> {
  uid: number;
  gid: number;
  username: T;
  homedir: T;
  shell: T | null;
}

/** The user of this process, texts in `options.encoding` ("utf8" by default), or as Buffers with "buffer". */
function userInfo(options?: { encoding?: BufferEncoding | "buffer" } | null): UserInfo<unknown> {
  const asked = options?.encoding;
  const { Buffer } = requireBuiltin<{ Buffer: { isEncoding(name: unknown): boolean } }>("buffer");
  const encoding = asked === "buffer" || Buffer.isEncoding(asked) ? (asked as string) : "utf8";
  const [uid, gid, username, home, shell] = system(() => binding.userInfo());
  const text = (bytes: { toString(encoding: string): string } | null): unknown =>
    bytes === null || encoding === "buffer" ? bytes : bytes.toString(encoding);
  const info = { uid, gid, username: text(username), homedir: text(home), shell: text(shell) };
  return Object.assign(Object.create(null) as object, info);
}

/** The same without a prototype, its entries read-only. */
function table(entries: Record<string, unknown>): Record<string, unknown> {
  const result = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of Object.entries(entries)) Object.defineProperty(result, name, { enumerable: true, value });
  return result;
}

const { UV_UDP_REUSEADDR, dlopen, errno, signals, priority } = binding.constants;
const constants = table({
  UV_UDP_REUSEADDR,
  dlopen: table(dlopen),
  errno: table(errno),
  signals: table(signals),
  priority: table(priority),
});

const os = {
  arch, availableParallelism, cpus, endianness, freemem, getPriority, homedir, hostname, loadavg, networkInterfaces,
  platform, release, setPriority, tmpdir, totalmem, type, userInfo, uptime, version, machine,
};
Object.defineProperties(os, {
  constants: { configurable: false, enumerable: true, value: constants },
  EOL: { configurable: true, enumerable: true, writable: false, value: "\n" },
  devNull: { configurable: true, enumerable: true, writable: false, value: "/dev/null" },
});
export default os;
