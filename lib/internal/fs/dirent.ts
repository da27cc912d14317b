/** Dirent: one entry of a directory. */
import { join } from "../path/posix";
import { bufferClass } from "./options";
import { constants } from "./constants";

const {
  UV_DIRENT_FILE: kFile, UV_DIRENT_DIR: kDir, UV_DIRENT_LINK: kLink, UV_DIRENT_FIFO: kFifo, UV_DIRENT_SOCKET: kSocket,
  UV_DIRENT_CHAR: kChar, UV_DIRENT_BLOCK: kBlock,
} = constants;
const kType = Symbol("type");

/** What `readdir` with `withFileTypes` and `opendir` give. */
export class Dirent {
  declare name: string | Uint8Array;
  /** The directory that it is in, as it was named in the call. */
  declare parentPath: string | Uint8Array;
  declare [kType]: number;

  constructor(name: string | Uint8Array, path: string | Uint8Array, type: number) {
    this.name = name;
    this.parentPath = path;
    this[kType] = type;
  }
  isDirectory(): boolean {
    return this[kType] === kDir;
  }
  isFile(): boolean {
    return this[kType] === kFile;
  }
  isBlockDevice(): boolean {
    return this[kType] === kBlock;
  }
  isCharacterDevice(): boolean {
    return this[kType] === kChar;
  }
  isSymbolicLink(): boolean {
    return this[kType] === kLink;
  }
  isFIFO(): boolean {
    return this[kType] === kFifo;
  }
  isSocket(): boolean {
    return this[kType] === kSocket;
  }
}

/** A name below `root` ("sub/file") as a Dirent. */
export function direntBelow(root: any, relative: any, type: number): Dirent {
  const slash = relative.lastIndexOf("/");
  if (slash === -1) return new Dirent(relative, root, type);
  if (typeof relative === "string") {
    const base = typeof root === "string" ? root : root.toString();
    return new Dirent(relative.slice(slash + 1), join(base, relative.slice(0, slash)), type);
  }
  const Buffer = bufferClass();
  const base = typeof root === "string" ? Buffer.from(root) : root;
  return new Dirent(
    relative.subarray(slash + 1),
    Buffer.concat([base, Buffer.from("/"), relative.subarray(0, slash)]),
    type,
  );
}
