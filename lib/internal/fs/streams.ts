/** createReadStream and createWriteStream; the classes are loaded when they are asked for. */
import { loadInternal } from "../builtins";

export function readStreamClass(): any {
  return loadInternal("internal/fs/read_stream").ReadStream;
}
export function writeStreamClass(): any {
  return loadInternal("internal/fs/write_stream").WriteStream;
}
/** A stream of a file's bytes, or of those from `start` to `end`. */
export function createReadStream(path: unknown, options?: any): any {
  return new (readStreamClass())(path, options);
}
/** A stream into a file. */
export function createWriteStream(path: unknown, options?: any): any {
  return new (writeStreamClass())(path, options);
}

/** Adds the classes to `fs` as accessors that programs may assign to. */
export function defineStreamClasses(fs: object): void {
  for (const [names, load] of [
    [["ReadStream", "FileReadStream"], readStreamClass],
    [["WriteStream", "FileWriteStream"], writeStreamClass],
  ] as const) {
    for (const name of names) {
      let replaced: any;
      Object.defineProperty(fs, name, {
        configurable: true,
        enumerable: true,
        get: () => replaced ?? load(),
        set(value: any) {
          replaced = value;
        },
      });
    }
  }
}
