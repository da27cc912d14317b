/** fs.WriteStream. A function and not a class, since programs call it on objects of their own. */
import { Writable } from "../../stream";
import { setTimeout } from "../../timers";
import { validateBoolean, validateInteger } from "../validators";
import { bufferClass, toOptions } from "./options";
import { adopt, construct, destroy, idle, kBusy, kFs } from "./stream_common";

const kHighWaterMark = 16 * 1024;
const kTries = 5;

export function WriteStream(this: any, path: unknown, options?: any): any {
  if (!(this instanceof (WriteStream as any))) return new (WriteStream as any)(path, options);
  const given = toOptions(options);
  const own = adopt(this, path, given, "write", "w");
  own.decodeStrings = true;
  own.highWaterMark ??= kHighWaterMark;
  if (own.flush != null) validateBoolean(own.flush, "options.flush");
  this.flush = own.flush ?? false;
  if (own.start !== undefined) validateInteger(own.start, "start", 0);
  this.start = own.start;
  this.pos = own.start;
  this.bytesWritten = 0;
  // A replacement may have only one of the two.
  if (own.fs != null && own.fs.writev === undefined) this._writev = null;
  if (own.fs != null && own.fs.write === undefined) this._write = (Writable as any).prototype._write;
  (Writable as any).call(this, own);
  if (own.encoding) this.setDefaultEncoding(own.encoding);
}
Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);

const proto = WriteStream.prototype as any;

Object.defineProperties(proto, {
  autoClose: {
    configurable: true,
    get(this: any): boolean {
      return this._writableState.autoDestroy;
    },
    set(this: any, value: boolean) {
      this._writableState.autoDestroy = value;
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

/** Writes on until all is written: the system may take less than it is given, or for the moment nothing. */
function writeRest(stream: any, data: any, callback: any, tries = 0): void {
  stream[kFs].write(stream.fd, data, 0, data.length, stream.pos, (error: any, count: number) => {
    if (error?.code === "EAGAIN" && tries < kTries && !stream.destroyed) {
      setTimeout(writeRest, 10 << tries, stream, data, callback, tries + 1);
      return;
    }
    if (stream.destroyed && !error && count < data.length) error = new Error("Operation interrupted by destroy()");
    if (error) return callback(error);
    stream.bytesWritten += count;
    if (stream.pos !== undefined) stream.pos += count;
    if (count < data.length) writeRest(stream, data.subarray(count), callback);
    else callback();
  });
}

proto._write = function (this: any, data: any, _encoding: string, callback: any): void {
  this[kBusy] = true;
  writeRest(this, data, (error: any) => {
    if (idle(this, error)) return callback(error);
    callback(error);
  });
};

proto._writev = function (this: any, pieces: { chunk: any }[], callback: any): void {
  const buffers = pieces.map((piece) => piece.chunk);
  const total = buffers.reduce((sum, buffer) => sum + buffer.length, 0);
  this[kBusy] = true;
  const finish = (error?: any): void => {
    if (idle(this, error)) return callback(error);
    callback(error);
  };
  if (total === 0) return finish();
  this[kFs].writev(this.fd, buffers, this.pos ?? null, (error: any, count: number) => {
    if (error?.code === "EAGAIN") count = 0;
    else if (error) return finish(error);
    this.bytesWritten += count;
    if (this.pos !== undefined) this.pos += count;
    if (count === total) return finish();
    writeRest(this, bufferClass().concat(buffers).subarray(count), finish);
  });
};

proto._destroy = function (this: any, error: any, callback: any): void {
  destroy(this, error, callback);
};

/** Ends the stream; the callback is called when the file is closed. */
proto.close = function (this: any, callback?: any): void {
  if (callback) {
    if (this.closed) {
      process.nextTick(callback);
      return;
    }
    this.on("close", callback);
  }
  // Without autoClose, the end alone does not close.
  if (!this.autoClose) this.on("finish", this.destroy);
  this.end();
};
proto.destroySoon = proto.end;

Object.defineProperty(WriteStream, "name", { value: "WriteStream" });
