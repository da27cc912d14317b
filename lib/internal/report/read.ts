/** Reading a record (`--record=FILE`): its lines, one by one, whatever became of some of them. */
import { requireBuiltin } from "../builtins";

/** The version of records that this Rondo writes and reads. */
const kVersion = 1;
const kChunk = 1 << 20;
/** No record has lines as long as that. */
const kLongestLine = 4 << 20;
const kBeginning = '{"type":"record","version":';

/** What cannot be reported on; the message says which file, and why. */
export class RecordError extends Error {}

/** Lines that are no records: `torn` counts ends of files that were cut off, as a crash leaves them. */
export interface Unreadable {
  lines: number;
  torn: number;
}

function reason(error: any): string {
  switch (error.code) {
    case "ENOENT":
      return "no such file";
    case "EACCES":
      return "no permission to read it";
    case "EISDIR":
      return "it is a directory";
    default:
      return String(error.message);
  }
}

function open(path: string): number {
  const fs: any = requireBuiltin("fs");
  let fd = -1;
  try {
    fd = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    const buffer = new Uint8Array(kBeginning.length + 16);
    const size = fs.readSync(fd, buffer, 0, buffer.length, 0);
    const start = String.fromCharCode(...buffer.subarray(0, size));
    if (!start.startsWith(kBeginning)) throw new RecordError(`${path} is not a record (a program that runs with --record=FILE writes one)`);
    const version = parseInt(start.slice(kBeginning.length), 10);
    if (Number.isNaN(version)) throw new RecordError(`${path} is not a record`);
    if (version !== kVersion) throw new RecordError(`${path} is a record of version ${version}; this Rondo reads version ${kVersion}`);
    return fd;
  } catch (error) {
    if (fd >= 0) fs.closeSync(fd);
    throw error instanceof RecordError ? error : new RecordError(`cannot read ${path}: ${reason(error)}`);
  }
}

/** Calls `take` with each line's bytes, none of one that is too long; `ended`: it has its line feed. */
function eachLine(fd: number, take: (line: any, ended: boolean) => void): void {
  const fs: any = requireBuiltin("fs");
  const { Buffer } = requireBuiltin("buffer") as any;
  const chunk = Buffer.allocUnsafe(kChunk);
  let rest = Buffer.alloc(0);
  let tooLong = false;
  for (;;) {
    const size = fs.readSync(fd, chunk, 0, kChunk, null);
    if (size === 0) break;
    let start = 0;
    for (;;) {
      const end = chunk.subarray(0, size).indexOf(10, start);
      if (end < 0) break;
      const line = chunk.subarray(start, end);
      if (tooLong) take(line.subarray(0, 0), true);
      else take(rest.length > 0 ? Buffer.concat([rest, line]) : line, true);
      tooLong = false;
      rest = Buffer.alloc(0);
      start = end + 1;
    }
    rest = Buffer.concat([rest, chunk.subarray(start, size)]);
    if (tooLong || rest.length > kLongestLine) {
      tooLong = true;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0 || tooLong) take(rest, false);
}

function readFile(path: string, unreadable: Unreadable, take: (record: any) => void): void {
  const fs: any = requireBuiltin("fs");
  const fd = open(path);
  try {
    eachLine(fd, (line, ended) => {
      if (!ended) {
        unreadable.torn++;
        return;
      }
      let record: any;
      try {
        record = JSON.parse(line.toString("utf8"));
      } catch {
        unreadable.lines++;
        return;
      }
      if (record === null || typeof record !== "object" || typeof record.type !== "string" || Number.isNaN(Date.parse(record.time))) {
        unreadable.lines++;
      } else take(record);
    });
  } catch (error) {
    throw error instanceof RecordError ? error : new RecordError(`cannot read ${path}: ${reason(error)}`);
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * Calls `take` with every record of `path`, oldest first: those of `path.1`, the older half, when there is one, come before.
 * Returns the files that were read.
 *
 * @throws RecordError for a file that cannot be read, or is no record of this version.
 */
export function readRecords(path: string, unreadable: Unreadable, take: (record: any) => void): string[] {
  const fs: any = requireBuiltin("fs");
  const files = fs.existsSync(`${path}.1`) && fs.existsSync(path) ? [`${path}.1`, path] : [path];
  for (const file of files) readFile(file, unreadable, take);
  return files;
}
