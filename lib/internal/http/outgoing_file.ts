/** Responses that send bytes of a file without their coming into JavaScript: see internal/fs/read_slices. */
import http from "binding:http";
import { type FileSlice, kTakesSlices } from "../streams/file_slice";
import { deliver } from "./outgoing_pieces";

/** Adds to responses what says that they take a FileSlice. `write` is the one that no program has replaced. */
export function installFileMethods(proto: any, write: unknown): void {
  /** Only while nothing waits that must go first, and nobody counts or changes what is written. */
  proto[kTakesSlices] = function (): boolean {
    const owner = this._owner;
    return (
      owner !== null && this._sink === owner && owner.current === this && !owner.closed && this.write === write &&
      this._pieces === null && this._corked === 0 && this._hasBody && !this.finished && !this.destroyed &&
      !this.strictContentLength && !this._needDrain && owner.parser.sendFile !== undefined
    );
  };
}

/** `write` of a FileSlice: true when all that was taken has gone to the system. */
export function writeSlice(message: any, slice: FileSlice): boolean {
  const sink = message._sink;
  const { fd, position } = slice;
  if (message._headSent) {
    slice.taken = sink.sendFile(fd, position, slice.length, message.chunkedEncoding);
    return slice.taken >= 0 && sink.waiting === 0;
  }
  // Once the head is out, the length of an empty body can no longer stand in it.
  if (!http.hasFile(fd, position)) return true;
  if (!fixHead(message)) return true;
  message._headSent = true;
  sink.cork();
  deliver(message, message._headFlags(), message._headBlock(), undefined, message._statusText());
  slice.taken = sink.sendFile(fd, position, slice.length, message.chunkedEncoding);
  sink.uncork();
  return slice.taken >= 0 && sink.waiting === 0;
}

/** False when the file is to be read after all. */
function fixHead(message: any): boolean {
  if (message._block !== null) return true;
  try {
    message._implicitHeader();
  } catch {
    return false; // It is thrown again where a chunk is written, as the program expects it.
  }
  // A program's writeHead may have done more than that.
  return message._block !== null && !message._headSent && message._hasBody && !message.finished && !message.destroyed;
}
