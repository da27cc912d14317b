/** fs.watch and FSWatcher: the system tells of changes. */
import binding from "binding:fs";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { EventEmitter } from "../events/emitter";
import { validateAbortSignal, validateBoolean, validateFunction } from "../validators";
import { nameAs } from "./modify";
import { bufferClass, validateEncoding } from "./options";
import { type FsPath, toPath, toText } from "./paths";
import { readNumbers } from "./stats";

interface Watched {
  handle: any;
  /** Where it is below the directory that was asked for: "" or "sub/sub". */
  relative: string;
}

/** Emits 'change' (type, filename), 'error' and 'close'. */
export class FSWatcher extends (EventEmitter as unknown as new () => any) {
  #handles = new Map<string, Watched>();
  #closed = false;
  #persistent: boolean;
  #recursive: boolean;
  #root: string;
  #bytes: boolean;
  #convert: (name: any) => any;

  constructor(path: FsPath, options: { persistent: boolean; recursive: boolean; encoding?: string | undefined }) {
    super();
    const { bytes, convert } = nameAs(options.encoding);
    this.#bytes = bytes;
    this.#convert = convert;
    this.#persistent = options.persistent;
    this.#root = toText(path);
    const isDirectory = binding.statSync(path, 2) && readNumbers().isDirectory();
    this.#recursive = options.recursive && isDirectory;
    this.#add("", path);
    if (this.#recursive) this.#addBelow("");
  }

  #pathOf(relative: string): string {
    return relative === "" ? this.#root : `${this.#root}/${relative}`;
  }

  #add(relative: string, path: FsPath): void {
    const handle = new binding.FSEvent((error: any, type: string, name: any) => {
      this.#onEvent(relative, error, type, name);
    });
    try {
      handle.start(path, this.#persistent, this.#bytes && !this.#recursive);
    } catch (error) {
      handle.close(null);
      throw Object.assign(error as object, { filename: this.#root });
    }
    this.#handles.set(relative, { handle, relative });
  }

  /** Every directory below one that is watched already. What vanishes meanwhile is passed over. */
  #addBelow(relative: string): void {
    let names: string[];
    let types: number[];
    try {
      [names, types] = binding.readdirSync(this.#pathOf(relative), false, true, true) as [string[], number[]];
    } catch (error: any) {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return;
      throw error;
    }
    names.forEach((name, i) => {
      const below = relative === "" ? name : `${relative}/${name}`;
      if (types[i] === binding.constants.UV_DIRENT_DIR && !this.#handles.has(below)) this.#tryAdd(below);
    });
  }
  #tryAdd(relative: string): void {
    try {
      this.#add(relative, this.#pathOf(relative));
    } catch (error: any) {
      if (error.code !== "ENOENT") this.#fail(error);
    }
  }

  #onEvent(directory: string, error: any, type: string, name: any): void {
    if (this.#closed) return;
    if (error) return this.#fail(Object.assign(error, { filename: this.#root }));
    if (!this.#recursive) {
      this.emit("change", type, name === null ? null : this.#convert(name));
      return;
    }
    const relative = directory === "" ? name : name === null ? directory : `${directory}/${name}`;
    if (type === "rename" && relative !== null) this.#follow(relative);
    this.emit("change", type, relative === null ? null : this.#encode(relative));
  }
  #encode(relative: string): any {
    return this.#bytes ? this.#convert(bufferClass().from(relative)) : relative;
  }
  /** Watches a directory that came, and lets go of what went. */
  #follow(relative: string): void {
    const isDirectory = binding.lstatSync(this.#pathOf(relative), 2) && readNumbers().isDirectory();
    if (isDirectory) {
      if (this.#handles.has(relative)) return;
      this.#tryAdd(relative);
      this.#addBelow(relative);
      return;
    }
    for (const [key, watched] of this.#handles) {
      if (key === relative || key.startsWith(`${relative}/`)) {
        watched.handle.close(null);
        this.#handles.delete(key);
      }
    }
  }

  #fail(error: unknown): void {
    this.#closeHandles();
    this.emit("error", error);
  }
  #closeHandles(): void {
    this.#closed = true;
    for (const watched of this.#handles.values()) watched.handle.close(null);
    this.#handles.clear();
  }

  /** Stops watching; 'close' follows. */
  close(): void {
    if (this.#closed) return;
    this.#closeHandles();
    process.nextTick(() => this.emit("close"));
  }
  ref(): this {
    for (const watched of this.#handles.values()) watched.handle.ref();
    return this;
  }
  unref(): this {
    for (const watched of this.#handles.values()) watched.handle.unref();
    return this;
  }
}


/** What fs.watch and fs.promises.watch take. */
export function toWatchOptions(options: any): any {
  const given = typeof options === "string" ? { encoding: options } : (options ?? {});
  if (typeof given !== "object") throw new ERR_INVALID_ARG_TYPE("options", ["string", "Object"], options);
  const { persistent = true, recursive = false, encoding, signal } = given;
  validateBoolean(recursive, "options.recursive");
  if (encoding !== "buffer") validateEncoding(encoding);
  validateAbortSignal(signal, "options.signal");
  return { persistent: Boolean(persistent), recursive, encoding: encoding || undefined, signal };
}

/** Watches a file or directory: `listener(eventType, filename)`. */
export function watch(path: unknown, options?: any, listener?: any): FSWatcher {
  if (typeof options === "function") {
    listener = options;
    options = undefined;
  }
  const checked = toPath(path, "filename");
  const given = toWatchOptions(options);
  if (listener !== undefined) validateFunction(listener, "listener");
  const watcher = new FSWatcher(checked, given);
  if (listener !== undefined) watcher.on("change", listener);
  const signal = given.signal as AbortSignal | undefined;
  if (signal?.aborted) {
    process.nextTick(() => watcher.close());
  } else if (signal !== undefined) {
    const stop = (): void => watcher.close();
    signal.addEventListener("abort", stop, { once: true });
    watcher.once("close", () => signal.removeEventListener("abort", stop));
  }
  return watcher;
}
