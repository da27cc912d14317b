/** Streams that read from a descriptor: standard input, be it a file, a pipe, a socket or a terminal. */
import binding from "binding:stdio";
import { Readable } from "../../../stream";
import { HandleInput } from "./input_handle";
import { ReadStream } from "./tty_input";

/** A file: each read is one hop through the thread pool. */
class FileInput extends (Readable as new (options: object) => any) {
  readonly fd: number;

  constructor(fd: number) {
    super({ highWaterMark: 64 * 1024, autoDestroy: false });
    this.fd = fd;
  }
  _read(size: number): void {
    binding.read(this.fd, size, (error: Error | null, bytes: Uint8Array) => {
      if (error) this.destroy(error);
      else this.push(bytes.length === 0 ? null : bytes);
    });
  }
}

/** The stream for the descriptor, by what it is. */
export function makeInput(fd: number): any {
  switch (binding.handleType(fd)) {
    case "FILE":
      return new FileInput(fd);
    case "TTY":
      return new ReadStream(fd);
    case "PIPE":
      return new HandleInput(fd, binding.PipeReader as any);
    case "TCP":
      return new HandleInput(fd, binding.TcpReader as any);
    default: {
      // Nothing that could be read: it is at its end from the start.
      const nothing: any = new (Readable as any)({ read() {} });
      nothing.push(null);
      return nothing;
    }
  }
}
