/** `node:tty`: terminals. */
import binding from "binding:stdio";
import { coded } from "./internal/errors";
import { ReadStream as TtyReadStream } from "./internal/process/stdio/tty_input";
import { WriteStream as TtyWriteStream } from "./internal/process/stdio/tty_output";

const ERR_INVALID_FD = coded(RangeError, "ERR_INVALID_FD", (fd: unknown) => `"fd" must be a positive integer: ${fd}`);
const ERR_TTY_INIT_FAILED = coded(Error, "ERR_TTY_INIT_FAILED", "TTY initialization failed: the descriptor is no terminal");

function isDescriptor(fd: unknown): fd is number {
  return Number.isInteger(fd) && (fd as number) >= 0 && (fd as number) <= 2147483647;
}
function checkTerminal(fd: unknown): asserts fd is number {
  if (!isDescriptor(fd)) throw new ERR_INVALID_FD(fd);
  if (!binding.isTty(fd)) throw new ERR_TTY_INIT_FAILED();
}

/** True when the descriptor is a terminal. */
export function isatty(fd: unknown): boolean {
  return isDescriptor(fd) && binding.isTty(fd);
}

// Both may be called without `new`, as in Node.
function checked<T extends new (fd: number) => any>(base: T, name: string): T {
  function Stream(fd: number): any {
    checkTerminal(fd);
    return Reflect.construct(base, [fd], new.target ?? base);
  }
  Object.defineProperty(Stream, "name", { value: name, configurable: true });
  Object.setPrototypeOf(Stream, base);
  Stream.prototype = base.prototype;
  Object.defineProperty(base.prototype, "constructor", { value: Stream, writable: true, configurable: true });
  return Stream as unknown as T;
}

/** A terminal that is read from. */
export const ReadStream = checked(TtyReadStream, "ReadStream");
/** A terminal that is written to. */
export const WriteStream = checked(TtyWriteStream, "WriteStream");

export default { isatty, ReadStream, WriteStream };
