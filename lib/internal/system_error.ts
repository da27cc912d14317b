/** `SystemError [ERR_SYSTEM_ERROR]`: a call to the operating system failed, where Node wraps the failure. */

const kInspect = Symbol.for("nodejs.util.inspect.custom");

/** What failed, and how. */
export interface SystemErrorInfo {
  errno: number;
  /** `ESRCH` */
  code: string;
  /** `no such process` */
  message: string;
  syscall: string;
}

/** `errno` and `syscall` read from and write to `info`. */
export class SystemError extends Error {
  code = "ERR_SYSTEM_ERROR";
  declare info: SystemErrorInfo;
  declare errno: number;
  declare syscall: string;

  constructor(prefix: string, info: SystemErrorInfo) {
    super(`${prefix}: ${info.syscall} returned ${info.code} (${info.message})`);
    const hidden = { configurable: true, enumerable: false, writable: true };
    // The code stands in the stack once; afterwards the name is the plain one.
    Object.defineProperty(this, "name", { ...hidden, value: "SystemError [ERR_SYSTEM_ERROR]" });
    const Capturing = Error as unknown as { captureStackTrace?(target: object, below: unknown): void };
    Capturing.captureStackTrace?.(this, SystemError);
    void this.stack;
    Object.defineProperty(this, "name", { ...hidden, value: "SystemError" });
    Object.defineProperty(this, "info", { configurable: true, enumerable: true, value: info });
    for (const key of ["errno", "syscall"] as const) {
      Object.defineProperty(this, key, {
        configurable: true,
        enumerable: true,
        get: () => info[key],
        set: (value: never) => {
          info[key] = value;
        },
      });
    }
  }

  [kInspect](_depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    return inspect(this, { ...options, getters: true, customInspect: false });
  }

  override toString(): string {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}

/** Wraps an error that a binding threw: `ESRCH: no such process, uv_os_getpriority`. */
export function wrapSystemError(error: unknown): unknown {
  const { errno, code, syscall, message } = error as Partial<SystemErrorInfo>;
  if (errno === undefined || code === undefined || syscall === undefined || message === undefined) return error;
  const text = message.slice(`${code}: `.length, message.length - `, ${syscall}`.length);
  return new SystemError("A system error occurred", { errno, code, message: text, syscall });
}
