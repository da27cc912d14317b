/**
 * A ReadStream that is piped into an HTTP response need not bring the file's bytes into JavaScript: the response takes them from
 * the page cache itself, as much at a time as its connection takes. To everybody else the stream is as ever: the machinery of
 * pipe runs, with a FileSlice in place of the chunks; and where somebody could see the chunks, or the cache does not have them,
 * the file is read.
 */
import { Readable } from "../../stream";
import { requireBuiltin } from "../builtins";
import { FileSlice, kTakesSlices } from "../streams/file_slice";
import { Immediate } from "../timers/immediate";
import { read } from "./read";
import { kFs } from "./stream_common";

/** At most so many bytes at a time. */
export const kSliceSize = 256 * 1024;
/** A stream that was told to take smaller pieces than usual does. */
const kUsualSize = 64 * 1024;
/** What becomes of a piece. */
export const kSent = 0;
export const kToBeRead = 1;
/** To be read, although those before it went the short way: the file's end, or the cache's. */
export const kRanOut = 2;

const kSlicer = Symbol("kSlicer");

/** What a stream that was piped keeps of it. */
class Slicer {
  /** pipe's own listener to 'drain', once it is known; one of anybody else's ends the short way. */
  onDrain: unknown = undefined;
  /** The last piece went the short way. */
  active = false;
  goesOn = false;
  constructor(
    /** pipe's own listener to 'data'. */
    readonly onData: (chunk: unknown) => void,
  ) {}
}

const inherited = (Readable as any).prototype;
const { pipe: usualPipe, push, read: usualRead, emit } = inherited;

/** `pipe` of ReadStream. */
export function pipe(this: any, destination: any, options?: any): any {
  const alone = this._events?.data === undefined;
  const result = inherited.pipe.call(this, destination, options);
  const listener = this._events?.data;
  const known = alone && typeof listener === "function" && inherited.pipe === usualPipe;
  Object.defineProperty(this, kSlicer, { configurable: true, value: known ? new Slicer(listener) : undefined });
  return result;
}

/**
 * At the beginning of `_read`, for at most `length` bytes. kSent: they went the short way, or will once there is room; nothing is
 * to be read.
 */
export function sendSlice(stream: any, length: number, ownRead: unknown): number {
  const slicer: Slicer | undefined = stream[kSlicer];
  if (slicer === undefined) return kToBeRead;
  const state = stream._readableState;
  const destination = destinationOf(stream, slicer, state, ownRead);
  const { active } = slicer;
  slicer.active = false;
  if (destination === undefined) return kToBeRead;
  if (state.length > 0 || state.flowing !== true) {
    // What was read before goes first. While the destination is full, nothing is read ahead.
    if (!active || state.awaitDrainWriters !== destination) return kToBeRead;
    slicer.active = true;
    state.reading = false;
    return kSent;
  }
  if (!destination[kTakesSlices]()) return kToBeRead;
  const slice = new FileSlice(stream.fd, stream.pos ?? -1, length);
  slicer.onData.call(stream, slice);
  const drain = destination._events?.drain;
  if (drain !== undefined) slicer.onDrain = drain;
  if (slice.taken <= 0) return active ? kRanOut : kToBeRead;
  slicer.active = true;
  if (stream.pos !== undefined) stream.pos += slice.taken;
  stream.bytesRead += slice.taken;
  state.dataEmitted = true;
  state.reading = false;
  // Else 'drain' makes it go on.
  if (state.flowing === true && !slicer.goesOn) {
    slicer.goesOn = true;
    new Immediate(goOn, [stream, slicer]);
  }
  return kSent;
}

/** The response that alone hears of the stream's bytes. */
function destinationOf(stream: any, slicer: Slicer, state: any, ownRead: unknown): any {
  if (state.pipes.length !== 1 || stream._events.data !== slicer.onData) return undefined;
  if (state.readableListening || state.decoder || state.encoding || state.objectMode) return undefined;
  if (state.highWaterMark < kUsualSize) return undefined;
  // A descriptor of the program's own may be read elsewhere too: it is read as the program expects it.
  if (stream.pos === undefined && stream.flags === undefined) return undefined;
  const destination = state.pipes[0];
  if (typeof destination[kTakesSlices] !== "function") return undefined;
  const drain = destination._events?.drain;
  if (drain !== undefined && drain !== slicer.onDrain) return undefined;
  const changed =
    stream.push !== push || stream.read !== usualRead || stream.emit !== emit || stream._read !== ownRead ||
    stream[kFs] !== requireBuiltin("fs") || stream[kFs].read !== read;
  return changed ? undefined : destination;
}

function goOn(stream: any, slicer: Slicer): void {
  slicer.goesOn = false;
  if (!stream.destroyed && !stream._readableState.reading) stream.read(0);
}
