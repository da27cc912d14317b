/**
 * A stream that writes to a descriptor before `write` returns: files, pipes and terminals alike, as Node does on Linux. What
 * was written is out when the process ends, however it ends.
 */
import binding from "binding:stdio";
import { Buffer } from "../../../buffer";
import { Writable } from "../../../stream";
import { errnoException } from "../../util/system_errors";

type Callback = (error?: Error | null) => void;

interface Chunk {
  chunk: any;
  encoding: string;
}

function writeChunk(fd: number, chunk: any, encoding: string): void {
  if (typeof chunk !== "string") binding.writeBytes(fd, chunk);
  else if (encoding === "utf8" || encoding === "utf-8") binding.writeText(fd, chunk);
  else binding.writeBytes(fd, Buffer.from(chunk, encoding as BufferEncoding));
}

export class OutputStream extends (Writable as new (options: object) => any) {
  /** The descriptor. */
  readonly fd: number;
  readonly _type: string;

  constructor(fd: number, type: string) {
    super({ decodeStrings: false });
    this.fd = fd;
    this._type = type;
  }

  /** Makes it one of the process's own streams: those cannot be closed, and go on after an error. */
  asStdio(): this {
    this._isStdio = true;
    this.destroySoon = this.destroy;
    this._destroy = (error: Error | null, callback: Callback): void => {
      callback(error);
      this._undestroy();
    };
    return this;
  }

  _write(chunk: any, encoding: string, callback: Callback): void {
    try {
      writeChunk(this.fd, chunk, encoding);
    } catch (error) {
      callback(this.#failure(error));
      return;
    }
    callback();
  }

  /** What pipes and terminals fail with is named as for sockets: `write EPIPE`. */
  #failure(error: any): Error {
    return this._type === "fs" || !error.errno ? error : errnoException(error.errno, "write");
  }

  /** What was corked goes out in one piece when it is all text. */
  _writev(chunks: Chunk[], callback: Callback): void {
    try {
      const isText = (each: Chunk): boolean => typeof each.chunk === "string" && each.encoding === "utf8";
      if (chunks.every(isText)) binding.writeText(this.fd, chunks.map((each) => each.chunk).join(""));
      else for (const each of chunks) writeChunk(this.fd, each.chunk, each.encoding);
    } catch (error) {
      callback(this.#failure(error));
      return;
    }
    callback();
  }
}
