/** opendir and Dir: a directory read piece by piece. */
import binding from "binding:fs";
import { ERR_MISSING_ARGS } from "../errors";
import { validateFunction, validateUint32 } from "../validators";
import { Dirent, direntBelow } from "./dirent";
import { ERR_DIR_CLOSED, ERR_DIR_CONCURRENT_OPERATION } from "./errors";
import { nameAs } from "./modify";
import { type Callback, toOptions, validateCallback } from "./options";
import { type FsPath, toPath } from "./paths";

interface Level {
  handle: any;
  /** Where it is below the directory that was opened: "" or "sub/sub". */
  relative: string;
}

/** An open directory. Close it, or iterate over it to its end. */
export class Dir {
  #path: FsPath;
  #level: Level | null;
  /** Directories found by a recursive listing, still to be read. */
  #waiting: string[] = [];
  #buffered: Dirent[] = [];
  #closed = false;
  /** Asynchronous calls that wait for the one under way. */
  #queue: (() => void)[] | null = null;
  #recursive: boolean;
  #count: number;
  #bytes: boolean;
  #convert: ((name: any) => any) | null;

  constructor(handle: any, path: FsPath, options: any) {
    if (handle == null) throw new ERR_MISSING_ARGS("handle");
    const { bufferSize = 32, encoding, recursive = false } = options ?? {};
    validateUint32(bufferSize, "options.bufferSize", true);
    const { bytes, convert } = nameAs(encoding || undefined);
    this.#path = path;
    this.#level = { handle, relative: "" };
    this.#recursive = Boolean(recursive);
    this.#count = bufferSize;
    this.#bytes = bytes;
    this.#convert = bytes && encoding !== "buffer" ? convert : null;
  }

  get path(): FsPath {
    return this.#path;
  }

  /** Takes a piece in; true when this level still has more. */
  #take(names: any[], types: number[]): boolean {
    const level = this.#level!;
    for (let i = 0; i < names.length; i++) {
      const relative = level.relative === "" ? names[i] : this.#below(level.relative, names[i]);
      if (this.#recursive && types[i] === binding.constants.UV_DIRENT_DIR) this.#waiting.push(relative.toString());
      const entry = direntBelow(this.#path, relative, types[i]!);
      if (this.#convert) entry.name = this.#convert(entry.name);
      this.#buffered.push(entry);
    }
    return names.length > 0;
  }
  #below(relative: string, name: any): any {
    if (typeof name === "string") return `${relative}/${name}`;
    const Buffer = name.constructor;
    return Buffer.concat([Buffer.from(`${relative}/`), name]);
  }
  #pathOf(relative: string): string {
    return `${this.#path}/${relative}`;
  }

  read(callback?: Callback<Dirent | null>): Promise<Dirent | null> | undefined {
    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.read((error, entry) => (error ? reject(error) : resolve(entry!)));
      });
    }
    validateFunction(callback, "callback");
    if (this.#closed) {
      process.nextTick(callback, new ERR_DIR_CLOSED());
      return undefined;
    }
    if (this.#queue !== null) {
      this.#queue.push(() => this.read(callback));
      return undefined;
    }
    if (this.#buffered.length > 0) {
      process.nextTick(callback, null, this.#buffered.shift());
      return undefined;
    }
    this.#begin(callback);
    return undefined;
  }

  #begin(callback: Callback<Dirent | null>): void {
    this.#queue = [];
    const finish: Callback<any> = (error) => {
      const queue = this.#queue!;
      this.#queue = null;
      if (error) callback(error);
      else callback(null, this.#buffered.shift() ?? null);
      for (const next of queue) next();
    };
    this.#fill(finish);
  }

  /** Reads on until there is an entry, or nothing is left. */
  #fill(done: Callback<any>): void {
    const level = this.#level;
    if (level === null) return done(null);
    level.handle.read(this.#count, this.#bytes, (error: unknown, piece: any) => {
      if (error) return done(error);
      if (this.#take(piece[0], piece[1])) return done(null);
      const next = this.#waiting.shift();
      if (next === undefined) return done(null);
      level.handle.close(() => {
        this.#level = null;
        binding.opendir(this.#pathOf(next), (failure: unknown, handle: any) => {
          if (failure) return done(failure);
          this.#level = { handle, relative: next };
          this.#fill(done);
        });
      });
    });
  }

  readSync(): Dirent | null {
    if (this.#closed) throw new ERR_DIR_CLOSED();
    if (this.#queue !== null) throw new ERR_DIR_CONCURRENT_OPERATION();
    while (this.#buffered.length === 0 && this.#level !== null) {
      const [names, types] = this.#level.handle.readSync(this.#count, this.#bytes);
      if (this.#take(names, types)) break;
      const next = this.#waiting.shift();
      if (next === undefined) break;
      this.#level.handle.closeSync();
      this.#level = null;
      this.#level = { handle: binding.opendirSync(this.#pathOf(next)), relative: next };
    }
    return this.#buffered.shift() ?? null;
  }

  close(callback?: Callback): Promise<void> | undefined {
    if (callback === undefined) {
      return new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
    }
    validateFunction(callback, "callback");
    if (this.#closed) {
      process.nextTick(callback, new ERR_DIR_CLOSED());
      return undefined;
    }
    if (this.#queue !== null) {
      this.#queue.push(() => this.close(callback));
      return undefined;
    }
    this.#closed = true;
    if (this.#level === null) process.nextTick(callback, null);
    else this.#level.handle.close(callback);
    return undefined;
  }

  closeSync(): void {
    if (this.#closed) throw new ERR_DIR_CLOSED();
    if (this.#queue !== null) throw new ERR_DIR_CONCURRENT_OPERATION();
    this.#closed = true;
    this.#level?.handle.closeSync();
  }

  async *entries(): AsyncGenerator<Dirent, void, undefined> {
    try {
      for (;;) {
        const entry = await this.read();
        if (entry == null) break;
        yield entry;
      }
    } finally {
      if (!this.#closed) await this.close();
    }
  }
  declare [Symbol.asyncIterator]: () => AsyncGenerator<Dirent, void, undefined>;

  /** Closes it unless it is closed: for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#closed) await this.close();
  }
  [Symbol.dispose](): void {
    if (!this.#closed) this.closeSync();
  }
}
Object.defineProperty(Dir.prototype, Symbol.asyncIterator, {
  value: Dir.prototype.entries,
  configurable: true,
  writable: true,
});

export function opendir(path: unknown, options: any, callback?: Callback<Dir>): void {
  callback ??= options;
  validateCallback(callback);
  const checked = toPath(path);
  const given = checkOptions(options);
  const done = callback;
  binding.opendir(checked, (error: unknown, handle: any) => {
    if (error) done(error);
    else done(null, new Dir(handle, checked, given));
  });
}
export function opendirSync(path: unknown, options?: any): Dir {
  const checked = toPath(path);
  const given = checkOptions(options);
  return new Dir(binding.opendirSync(checked), checked, given);
}
function checkOptions(options: any): any {
  const given = toOptions(options);
  if (given?.bufferSize !== undefined) validateUint32(given.bufferSize, "options.bufferSize", true);
  return given;
}
