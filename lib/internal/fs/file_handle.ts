/** FileHandle: an open file of `fs.promises`. */
import binding from "binding:fs";
import { loadInternal } from "../builtins";
import { EventEmitter } from "../events/emitter";
import { onStart } from "../startup";
import * as descriptors from "./descriptors";
import { bufferClass, toOptions } from "./options";
import { validateBuffers } from "./positions";
import { promised } from "./promise";
import { kReadSize, planRead, type ReadOptions } from "./read";
import { readFile } from "./read_file";
import { fstat } from "./stat";
import { planWrite } from "./write";
import { isIterableData, writeAll } from "./write_all";
import { writeFile } from "./write_file";

/** For streams: another user of the handle, which is closed when the last one is done. */
export const kRef = Symbol("kRef");
export const kUnref = Symbol("kUnref");

let leaks: FinalizationRegistry<number> | undefined;
let deprecated = false;
onStart(() => {
  leaks = undefined;
});
function closeLeaked(fd: number): void {
  process.emitWarning(`Closing file descriptor ${fd} on garbage collection`);
  if (!deprecated) process.emitWarning(
    "Closing a FileHandle object on garbage collection is deprecated. Please close FileHandle objects explicitly using " +
      "FileHandle.prototype.close(). In the future, an error will be thrown if a file descriptor is closed during garbage " +
      "collection.",
    "DeprecationWarning",
    "DEP0137",
  );
  deprecated = true;
  binding.close(fd, () => {});
}

function closedError(syscall: string): Error {
  return Object.assign(new Error("file closed"), { code: "EBADF", syscall });
}

/** An open file. Its operations are promises; `close` waits for those under way. */
export class FileHandle extends (EventEmitter as unknown as new () => any) {
  #fd: number;
  #users = 1;
  #closing: Promise<void> | null = null;
  #finish: { resolve: () => void; reject: (error: unknown) => void } | null = null;

  constructor(fd: number) {
    super();
    this.#fd = fd;
    leaks ??= new FinalizationRegistry(closeLeaked);
    leaks.register(this, fd, this);
  }

  /** The descriptor; -1 once closed. */
  get fd(): number {
    return this.#fd;
  }
  getAsyncId(): number {
    return this.#fd;
  }

  [kRef](): void {
    this.#users++;
  }
  [kUnref](): void {
    if (--this.#users > 0) return;
    const finish = this.#finish;
    this.#finish = null;
    this.#closeNow().then(finish?.resolve, finish?.reject);
  }
  #closeNow(): Promise<void> {
    const fd = this.#fd;
    this.#fd = -1;
    leaks?.unregister(this);
    return promised<void>((done) => binding.close(fd, done));
  }

  /** Waits for what is under way, and closes the descriptor. */
  close = (): Promise<void> => {
    if (this.#fd === -1) return Promise.resolve();
    if (this.#closing) return this.#closing;
    if (--this.#users === 0) {
      this.#closing = this.#closeNow().finally(() => (this.#closing = null));
    } else {
      this.#closing = new Promise<void>((resolve, reject) => {
        this.#finish = { resolve, reject };
      }).finally(() => (this.#closing = null));
    }
    this.emit("close");
    return this.#closing;
  };

  /** One operation, during which the descriptor stays open. */
  async #use<T>(syscall: string, start: (fd: number) => Promise<T>): Promise<T> {
    if (this.#fd === -1) throw closedError(syscall);
    this[kRef]();
    try {
      return await start(this.#fd);
    } finally {
      this[kUnref]();
    }
  }

  /** `read(buffer, offset, length, position)`, `read(buffer, options)` or `read(options)` */
  read(buffer?: any, offset?: any, length?: any, position?: any): Promise<{ bytesRead: number; buffer: any }> {
    return this.#use("read", async (fd) => {
      if (!ArrayBuffer.isView(buffer)) {
        ({ buffer = bufferClass().alloc(kReadSize), offset, length, position } = (buffer ?? {}) as ReadOptions);
      }
      const plan = planRead(buffer, offset, length, position);
      const bytesRead =
        plan.length === 0
          ? 0
          : await promised<number>((done) => {
              binding.read(fd, plan.buffer, plan.offset, plan.length, plan.position, done);
            });
      return { __proto__: null, bytesRead, buffer } as any;
    });
  }
  readv(buffers: unknown, position?: unknown): Promise<{ bytesRead: number; buffers: any }> {
    return this.#use("readv", async (fd) => {
      validateBuffers(buffers);
      const at = typeof position === "number" ? position : -1;
      const bytesRead = await promised<number>((done) => binding.readv(fd, buffers, at, done));
      return { __proto__: null, bytesRead, buffers } as any;
    });
  }
  /** `write(view, offset, length, position)`, `write(view, options)` or `write(string, position, encoding)` */
  write(buffer: any, offset?: any, length?: any, position?: any): Promise<{ bytesWritten: number; buffer: any }> {
    return this.#use("write", async (fd) => {
      const plan = planWrite(buffer, offset, length, position);
      const bytesWritten = await promised<number>((done) => {
        binding.write(fd, plan.data, plan.offset, plan.length, plan.position, done);
      });
      return { __proto__: null, bytesWritten, buffer } as any;
    });
  }
  writev(buffers: unknown, position?: unknown): Promise<{ bytesWritten: number; buffers: any }> {
    return this.#use("writev", async (fd) => {
      validateBuffers(buffers);
      const at = typeof position === "number" ? position : -1;
      const bytesWritten =
        buffers.length === 0 ? 0 : await promised<number>((done) => binding.writev(fd, buffers, at, done));
      return { __proto__: null, bytesWritten, buffers } as any;
    });
  }

  /** All from the handle's position on. */
  readFile(options?: any): Promise<any> {
    return this.#use("readFile", (fd) => promised((done) => readFile(fd, options, done)));
  }
  /** Writes at the handle's position. */
  writeFile(data: unknown, options?: any): Promise<void> {
    return this.#use("writeFile", (fd) => {
      if (isIterableData(data)) return writeAll(this, data, toOptions(options));
      return promised((done) => writeFile(fd, data, options, done as any));
    });
  }
  appendFile(data: unknown, options?: any): Promise<void> {
    return this.writeFile(data, options);
  }

  stat(options?: any): Promise<any> {
    return this.#use("fstat", (fd) => promised((done) => fstat(fd, options, done)));
  }
  sync(): Promise<void> {
    return this.#use("fsync", (fd) => promised((done) => descriptors.fsync(fd, done)));
  }
  datasync(): Promise<void> {
    return this.#use("fdatasync", (fd) => promised((done) => descriptors.fdatasync(fd, done)));
  }
  truncate(length?: unknown): Promise<void> {
    return this.#use("ftruncate", (fd) => promised((done) => descriptors.ftruncate(fd, length, done)));
  }
  chmod(mode: unknown): Promise<void> {
    return this.#use("fchmod", (fd) => promised((done) => descriptors.fchmod(fd, mode, done)));
  }
  chown(uid: unknown, gid: unknown): Promise<void> {
    return this.#use("fchown", (fd) => promised((done) => descriptors.fchown(fd, uid, gid, done)));
  }
  utimes(atime: unknown, mtime: unknown): Promise<void> {
    return this.#use("futimes", (fd) => promised((done) => descriptors.futimes(fd, atime, mtime, done)));
  }

  createReadStream(options?: any): any {
    return new (loadInternal("internal/fs/read_stream").ReadStream)(undefined, { ...options, fd: this });
  }
  createWriteStream(options?: any): any {
    return new (loadInternal("internal/fs/write_stream").WriteStream)(undefined, { ...options, fd: this });
  }
  /** The lines of the file, as an asynchronous iterable. */
  readLines(options?: any): any {
    return (loadInternal("internal/fs/handle_readers") as typeof import("./handle_readers")).readLines(this, options);
  }
  /** The file's bytes as a web stream. */
  readableWebStream(options?: any): any {
    return (loadInternal("internal/fs/handle_readers") as typeof import("./handle_readers")).webStream(this, options);
  }

  /** For `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
