/** `util.debuglog`: messages that appear when NODE_DEBUG names their section. */
import { formatArgs, inspect } from "./inspect";

export interface DebugLogger {
  (...args: unknown[]): void;
  /** Whether NODE_DEBUG names this section. */
  readonly enabled: boolean;
}

let pattern: { source: string; test: RegExp } | undefined;

/** NODE_DEBUG is a list of sections with commas between; `*` stands for any text. */
function isEnabled(section: string): boolean {
  const source = process.env["NODE_DEBUG"] ?? "";
  if (source === "") return false;
  if (pattern === undefined || pattern.source !== source) {
    const escaped = source.replace(/[|\\{}()[\]^$+?.]/g, "\\$&").replaceAll("*", ".*").replaceAll(",", "$|^");
    pattern = { source, test: new RegExp(`^${escaped}$`, "i") };
  }
  return pattern.test.test(section);
}

function write(section: string, args: readonly unknown[]): void {
  const colors = process.stderr.hasColors?.() === true;
  const text = formatArgs({ colors }, args);
  const pid = colors ? inspect(process.pid, { colors }) : process.pid;
  process.stderr.write(`${section} ${pid}: ${text}\n`);
}

/**
 * A logger for `section`. It looks at NODE_DEBUG at its first use; `callback` then gets a logger that does not have to
 * look again.
 */
export function debuglog(section: string, callback?: (logger: DebugLogger) => void): DebugLogger {
  const name = String(section).toUpperCase();
  let enabled: boolean | undefined;
  const init = (): boolean => {
    if (enabled !== undefined) return enabled;
    enabled = isEnabled(name);
    const log = enabled ? (...args: unknown[]) => write(name, args) : () => {};
    Object.defineProperty(log, "enabled", { value: enabled, configurable: true, enumerable: true });
    if (typeof callback === "function") callback(log as DebugLogger);
    return enabled;
  };
  const logger = (...args: unknown[]): void => {
    if (init()) write(name, args);
  };
  Object.defineProperty(logger, "enabled", { get: init, configurable: true, enumerable: true });
  return logger as DebugLogger;
}
