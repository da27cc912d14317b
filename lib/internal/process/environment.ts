/** What the process was started with, and where it stands: arguments, environment, working directory, title. */
import binding from "binding:process";
import envBinding from "binding:process_env";
import { coded, describe } from "../errors";
import { getOption } from "../options";
import { resolve } from "../path/posix";
import { onStart } from "../startup";
import { validateString, validateUint32 } from "../validators";
import { define, defineAccessor, process } from "./object";

const ERR_INVALID_MODE = coded(
  TypeError,
  "ERR_INVALID_ARG_VALUE",
  (name: string, value: unknown) =>
    `The argument '${name}' must be a 32-bit unsigned integer or an octal string. Received ${describe(value)}`,
);

let directory = "";
onStart(() => {
  directory = "";
  const execPath = getOption("execPath");
  const script = getOption("script");
  const argv = [execPath];
  if (script !== "") argv.push(script === "-" ? script : resolve(script));
  argv.push(...getOption("args"));
  define({ argv, execArgv: getOption("execArgv"), execPath, pid: binding.pid() });
  // V8's own option for this has been read when the startup snapshot was made.
  if (getOption("stackTraceLimit") >= 0) Error.stackTraceLimit = getOption("stackTraceLimit");
  Object.defineProperty(process, "argv0", { value: getOption("argv0"), enumerable: true });
});

/** The working directory, asked of the system once after each `chdir`. */
function cwd(): string {
  if (directory === "") directory = binding.cwd();
  return directory;
}

function chdir(path: string): void {
  validateString(path, "directory");
  binding.chdir(path);
  directory = "";
}

/** The mode as a number: given as one, or as octal digits. */
function parseMode(value: unknown, name: string): number {
  if (typeof value === "string") {
    if (!/^[0-7]+$/.test(value)) throw new ERR_INVALID_MODE(name, value);
    value = parseInt(value, 8);
  }
  validateUint32(value, name);
  return value;
}

function umask(mask?: number | string): number {
  return mask === undefined ? binding.getUmask() : binding.setUmask(parseMode(mask, "mask"));
}

define({ env: envBinding.env, cwd, chdir, umask });
// The parent may change: when it ends, another takes its place.
defineAccessor("ppid", () => binding.ppid());
defineAccessor(
  "title",
  () => binding.getTitle(),
  (title) => {
    validateString(title, "title");
    binding.setTitle(title);
  },
);
