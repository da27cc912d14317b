/** Stats, BigIntStats and StatFs, and the arrays through which their numbers come from C++. */
import binding from "binding:fs";
import { onStart } from "../startup";

// In order: dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, and seconds and nanoseconds of atime, mtime,
// ctime, birthtime. A call fills both; what it gave is read at once.
const numbers = new Float64Array(18);
const bigints = new BigInt64Array(18);
onStart(() => binding.attachStatArrays(numbers, bigints));

const S_IFMT = 0o170000;
const S_IFSOCK = 0o140000;
const S_IFLNK = 0o120000;
const S_IFREG = 0o100000;
const S_IFBLK = 0o060000;
const S_IFDIR = 0o040000;
const S_IFCHR = 0o020000;
const S_IFIFO = 0o010000;

const millis = (at: number): number => numbers[at]! * 1000 + numbers[at + 1]! / 1e6;
const nanos = (at: number): bigint => bigints[at]! * 1000000000n + bigints[at + 1]!;

function isOf(stats: { mode: number | bigint }, type: number): boolean {
  return (Number(stats.mode) & S_IFMT) === type;
}

/** What a file is, by the type bits of its mode. */
abstract class FileKind {
  declare mode: number | bigint;
  isDirectory(): boolean {
    return isOf(this, S_IFDIR);
  }
  isFile(): boolean {
    return isOf(this, S_IFREG);
  }
  isBlockDevice(): boolean {
    return isOf(this, S_IFBLK);
  }
  isCharacterDevice(): boolean {
    return isOf(this, S_IFCHR);
  }
  isSymbolicLink(): boolean {
    return isOf(this, S_IFLNK);
  }
  isFIFO(): boolean {
    return isOf(this, S_IFIFO);
  }
  isSocket(): boolean {
    return isOf(this, S_IFSOCK);
  }
}

/** What `fs.stat` gives. The Dates are made when they are asked for. */
export class Stats extends FileKind {
  declare dev: number;
  declare mode: number;
  declare nlink: number;
  declare uid: number;
  declare gid: number;
  declare rdev: number;
  declare blksize: number;
  declare ino: number;
  declare size: number;
  declare blocks: number;
  declare atimeMs: number;
  declare mtimeMs: number;
  declare ctimeMs: number;
  declare birthtimeMs: number;
  declare atime: Date;
  declare mtime: Date;
  declare ctime: Date;
  declare birthtime: Date;

  constructor(
    dev: number, mode: number, nlink: number, uid: number, gid: number, rdev: number, blksize: number, ino: number,
    size: number, blocks: number, atimeMs: number, mtimeMs: number, ctimeMs: number, birthtimeMs: number,
  ) {
    super();
    this.dev = dev;
    this.mode = mode;
    this.nlink = nlink;
    this.uid = uid;
    this.gid = gid;
    this.rdev = rdev;
    this.blksize = blksize;
    this.ino = ino;
    this.size = size;
    this.blocks = blocks;
    this.atimeMs = atimeMs;
    this.mtimeMs = mtimeMs;
    this.ctimeMs = ctimeMs;
    this.birthtimeMs = birthtimeMs;
  }
}

/** The same with whole numbers of any size, and times to the nanosecond. */
export class BigIntStats extends FileKind {
  declare dev: bigint;
  declare mode: bigint;
  declare nlink: bigint;
  declare uid: bigint;
  declare gid: bigint;
  declare rdev: bigint;
  declare blksize: bigint;
  declare ino: bigint;
  declare size: bigint;
  declare blocks: bigint;
  declare atimeMs: bigint;
  declare mtimeMs: bigint;
  declare ctimeMs: bigint;
  declare birthtimeMs: bigint;
  declare atimeNs: bigint;
  declare mtimeNs: bigint;
  declare ctimeNs: bigint;
  declare birthtimeNs: bigint;
  declare atime: Date;
  declare mtime: Date;
  declare ctime: Date;
  declare birthtime: Date;

  constructor(
    dev: bigint, mode: bigint, nlink: bigint, uid: bigint, gid: bigint, rdev: bigint, blksize: bigint, ino: bigint,
    size: bigint, blocks: bigint, atimeNs: bigint, mtimeNs: bigint, ctimeNs: bigint, birthtimeNs: bigint,
  ) {
    super();
    this.dev = dev;
    this.mode = mode;
    this.nlink = nlink;
    this.uid = uid;
    this.gid = gid;
    this.rdev = rdev;
    this.blksize = blksize;
    this.ino = ino;
    this.size = size;
    this.blocks = blocks;
    this.atimeMs = atimeNs / 1000000n;
    this.mtimeMs = mtimeNs / 1000000n;
    this.ctimeMs = ctimeNs / 1000000n;
    this.birthtimeMs = birthtimeNs / 1000000n;
    this.atimeNs = atimeNs;
    this.mtimeNs = mtimeNs;
    this.ctimeNs = ctimeNs;
    this.birthtimeNs = birthtimeNs;
  }
}

for (const name of ["atime", "mtime", "ctime", "birthtime"]) {
  const define = (stats: object, value: unknown): void => {
    Object.defineProperty(stats, name, { value, configurable: true, enumerable: true, writable: true });
  };
  const accessor = {
    configurable: true,
    enumerable: true,
    get(this: any): Date {
      const date = new Date(Math.round(Number(this[`${name}Ms`])));
      define(this, date);
      return date;
    },
    set(this: object, value: unknown): void {
      define(this, value);
    },
  };
  Object.defineProperty(Stats.prototype, name, accessor);
  Object.defineProperty(BigIntStats.prototype, name, accessor);
}

/** The stats that C++ wrote last: at once after the call, or first in its callback. */
export function readStats(bigint: boolean): Stats | BigIntStats {
  return bigint ? readBigInts() : readNumbers();
}

/** `readStats(false)`. */
export function readNumbers(): Stats {
  const n = numbers;
  return new Stats(
    n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!, n[6]!, n[7]!, n[8]!, n[9]!, millis(10), millis(12), millis(14), millis(16),
  );
}

function readBigInts(): BigIntStats {
  const n = bigints;
  return new BigIntStats(
    n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!, n[6]!, n[7]!, n[8]!, n[9]!, nanos(10), nanos(12), nanos(14), nanos(16),
  );
}

/** What `fs.statfs` gives. */
export class StatFs {
  declare type: number | bigint;
  declare bsize: number | bigint;
  declare blocks: number | bigint;
  declare bfree: number | bigint;
  declare bavail: number | bigint;
  declare files: number | bigint;
  declare ffree: number | bigint;
  constructor(values: (number | bigint)[]) {
    this.type = values[0]!;
    this.bsize = values[1]!;
    this.blocks = values[2]!;
    this.bfree = values[3]!;
    this.bavail = values[4]!;
    this.files = values[5]!;
    this.ffree = values[6]!;
  }
}
