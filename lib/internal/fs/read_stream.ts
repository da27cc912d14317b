/** fs.ReadStream. A function and not a class, since programs call it on objects of their own. */
import { finished, Readable } from "../../stream";
import { bufferClass, toOptions } from "./options";
import { kRanOut, kSent, kSliceSize, pipe, sendSlice } from "./read_slices";
import { adopt, checkRange, construct, destroy, idle, kBusy, kFs } from "./stream_common";

const kHighWaterMark = 64 * 1024;
const kSmallPiece = 4 * 1024;

export function ReadStream(this: any, path: unknown, options?: any): any {
  if (!(this instanceof (ReadStream as any))) return new (ReadStream as any)(path, options);
  const given = toOptions(options);
  const own = adopt(this, path, given, "read", "r");
  own.highWaterMark ??= kHighWaterMark;
  checkRange(this, own);
  this.pos = this.start;
  this.bytesRead = 0;
  (Readable as any).call(this, own);
  if (own.encoding) this.setEncoding(own.encoding);
}
Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

const proto = ReadStream.prototype as any;

Object.defineProperties(proto, {
  autoClose: {
    configurable: true,
    get(this: any): boolean {
      return this._readableState.autoDestroy;
    },
    set(this: any, value: boolean) {
      this._readableState.autoDestroy = value;
    },
  },
  /** True until the file is open. */
  pending: {
    configurable: true,
    get(this: any): boolean {
      return this.fd === null;
    },
  },
});

function open(this: any): void {}
proto.open = open;

proto._construct = function (this: any, callback: any): void {
  construct(this, open, callback);
};

proto.pipe = pipe;

function ownRead(this: any, size: number): void {
  const at = this.pos;
  const left = this.end - (at !== undefined ? at : this.bytesRead) + 1;
  const wanted = Math.min(left, size);
  if (wanted <= 0) {
    this.push(null);
    return;
  }
  const outcome = sendSlice(this, Math.min(left, kSliceSize), ownRead);
  if (outcome === kSent) return;
  // Behind slices the end is likely, which needs no large buffer; else the system has read ahead, and slices go on.
  const buffer = bufferClass().allocUnsafeSlow(outcome === kRanOut ? Math.min(wanted, kSmallPiece) : wanted);
  this[kBusy] = true;
  this[kFs].read(this.fd, buffer, 0, buffer.length, at, (error: any, count: number) => {
    if (idle(this, error)) return;
    if (error) {
      this.destroy(error);
    } else if (count === 0) {
      this.push(null);
    } else {
      if (this.pos !== undefined) this.pos += count;
      this.bytesRead += count;
      // A short piece does not hold on to the whole buffer.
      const piece = count === buffer.length ? buffer : buffer.subarray(0, count);
      this.push(count < buffer.length / 2 ? bufferClass().from(piece) : piece);
    }
  });
}
proto._read = ownRead;

proto._destroy = function (this: any, error: any, callback: any): void {
  destroy(this, error, callback);
};

/** Stops reading and closes the file. */
proto.close = function (this: any, callback?: any): void {
  if (typeof callback === "function") finished(this, callback);
  this.destroy();
};

Object.defineProperty(ReadStream, "name", { value: "ReadStream" });
