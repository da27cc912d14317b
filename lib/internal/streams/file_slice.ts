/** Bytes of a file that a destination sends itself, in place of a chunk that was read. */

/** What a ReadStream writes to its destination when that has kTakesSlices: up to `length` bytes from `position` on. */
export class FileSlice {
  /** How many bytes the destination took; with 0 it took nothing, and the file is to be read. */
  taken = 0;
  constructor(
    readonly fd: number,
    /** -1: from where the file stands. */
    readonly position: number,
    readonly length: number,
  ) {}
}

/** The method by which a destination says that it takes a FileSlice at this moment. */
export const kTakesSlices = Symbol("kTakesSlices");
