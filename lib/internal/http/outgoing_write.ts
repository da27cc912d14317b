/** write, end and flushHeaders of outgoing messages. */
import { Buffer } from "../../buffer";
import { FileSlice } from "../streams/file_slice";
import { nextTick } from "../ticks";
import {
  ERR_HTTP_BODY_NOT_ALLOWED,
  ERR_HTTP_CONTENT_LENGTH_MISMATCH,
  ERR_STREAM_ALREADY_FINISHED,
  ERR_STREAM_DESTROYED,
  ERR_STREAM_NULL_VALUES,
  ERR_STREAM_WRITE_AFTER_END,
} from "./errors";
import { writeSlice } from "./outgoing_file";
import { checkChunk, deliver, type Waiter } from "./outgoing_pieces";
import { kChunked, kCloseAfter, kEnd, kLatin1 } from "./text";

type Callback = (error?: Error | null) => void;

/** Calls a write's callback once its bytes are sent. */
class WriteCallback implements Waiter {
  constructor(readonly callback: Callback) {}
  sent(error: Error | null): void {
    this.callback(error);
  }
}

/** Emits 'drain' once what was written is sent. */
class Drain implements Waiter {
  constructor(readonly message: any) {}
  sent(error: Error | null): void {
    const message = this.message;
    if (error !== null || !message._needDrain) return;
    message._needDrain = false;
    if (!message.destroyed && !message.finished) message.emit("drain");
  }
}

/** What `write` gives when the writer shall wait. */
function waitForDrain(message: any): false {
  if (!message._needDrain) {
    message._needDrain = true;
    message._whenSent(new Drain(message));
  }
  return false;
}

function fail(message: any, error: Error, callback: Callback | undefined): void {
  if (message.destroyed) {
    nextTick(callback ?? (() => {}), error);
    return;
  }
  nextTick(emitError, message, error, callback);
}
function emitError(message: any, error: Error, callback: Callback | undefined): void {
  callback?.(error);
  message.emit("error", error);
}

/** A string in an encoding that C++ does not write becomes bytes; `flag` is what C++ must know of the others. */
let encodingFlag = 0;
function encode(chunk: any, encoding: string | undefined): any {
  encodingFlag = 0;
  if (typeof chunk !== "string" || encoding === undefined || encoding === null) return chunk;
  switch (encoding) {
    case "utf8":
    case "utf-8":
    case "buffer":
      return chunk;
    case "latin1":
    case "binary":
      encodingFlag = kLatin1;
      return chunk;
    default:
      return Buffer.from(chunk, encoding);
  }
}
function byteLength(body: any, flags: number): number {
  if (typeof body !== "string") return body.byteLength;
  return (flags & kLatin1) !== 0 ? body.length : Buffer.byteLength(body);
}

function countBytes(message: any, body: any, flags: number, ends: boolean): void {
  message._bytesWritten += body === undefined ? 0 : byteLength(body, flags);
  const promised = message._contentLength;
  if (promised === null || message.chunkedEncoding || !message._hasBody) return;
  if (message._bytesWritten > promised || (ends && message._bytesWritten !== promised)) {
    throw new ERR_HTTP_CONTENT_LENGTH_MISMATCH(message._bytesWritten, promised);
  }
}

/** Sends a piece of body; with the head before it when that was not sent yet. Returns how many bytes wait. */
function sendPiece(message: any, flags: number, body: any, trailer: string | undefined): number {
  if (message._headSent) return deliver(message, flags, trailer, body);
  message._headSent = true;
  if (trailer !== undefined) {
    deliver(message, message._headFlags() | (flags & kChunked), message._headBlock(), undefined, message._statusText());
    return deliver(message, flags, trailer, body);
  }
  return deliver(message, flags | message._headFlags(), message._headBlock(), body, message._statusText());
}

export function installWriteMethods(proto: any): void {
  /** The flags of the head, with the status code in them. */
  proto._headFlags = function (): number {
    return this._flags;
  };
  /** The lines of the head, up to those that C++ adds. */
  proto._headBlock = function (): string {
    return this._block;
  };
  /** The status text when it is not the standard one. */
  proto._statusText = function (): string | undefined {
    return undefined;
  };

  proto.write = function write(chunk: any, encoding?: any, callback?: any): boolean {
    if (typeof encoding === "function") {
      callback = encoding;
      encoding = undefined;
    }
    if (chunk === null) throw new ERR_STREAM_NULL_VALUES();
    if (chunk instanceof FileSlice) return writeSlice(this, chunk) || waitForDrain(this);
    checkChunk(chunk);
    if (this.finished || this.destroyed) {
      fail(this, this.finished ? new ERR_STREAM_WRITE_AFTER_END() : new ERR_STREAM_DESTROYED("write"), callback);
      return false;
    }
    if (this._block === null) {
      if (this.strictContentLength) this._contentLength ??= null;
      this._implicitHeader();
    }
    if (!this._hasBody) {
      if (this._rejectNonStandardBodyWrites) throw new ERR_HTTP_BODY_NOT_ALLOWED();
      if (typeof callback === "function") nextTick(callback);
      return true;
    }
    const body = encode(chunk, encoding);
    let flags = encodingFlag;
    if (this.strictContentLength) countBytes(this, body, flags, false);
    if (this.chunkedEncoding) flags |= kChunked;
    this._corkTick();
    const waiting = sendPiece(this, flags, body, undefined);
    if (typeof callback === "function") this._whenSent(new WriteCallback(callback));
    if (waiting < 0) return false; // The connection is gone; 'close' will follow.
    if (waiting < this.writableHighWaterMark) return true;
    return waitForDrain(this);
  };

  /** Several writes of one tick leave together. */
  proto._corkTick = function (): void {
    if (this._corked === 0 && this._sink !== null && !this._sink.gathers) {
      this._sink.cork();
      nextTick(uncorkSink, this._sink);
    }
  };
  proto._whenSent = function (waiter: Waiter): void {
    if (this._sink !== null && this._pieces === null && (this.finished || this._isCurrent())) this._sink.afterSent(waiter);
    else (this._waiters ??= []).push(waiter);
  };

  proto.end = function end(chunk?: any, encoding?: any, callback?: any) {
    if (typeof chunk === "function") {
      callback = chunk;
      chunk = undefined;
      encoding = undefined;
    } else if (typeof encoding === "function") {
      callback = encoding;
      encoding = undefined;
    }
    let body: any;
    let flags = kEnd;
    if (chunk !== undefined && chunk !== null) {
      checkChunk(chunk);
      if (this.finished) {
        fail(this, new ERR_STREAM_WRITE_AFTER_END(), typeof callback === "function" ? callback : undefined);
        return this;
      }
      if (typeof chunk === "string" && encoding === undefined) {
        body = chunk;
      } else {
        body = encode(chunk, encoding);
        flags |= encodingFlag;
      }
    } else if (this.finished) {
      if (typeof callback === "function") {
        if (!this.writableFinished) whenFinished(this, callback);
        else callback(new ERR_STREAM_ALREADY_FINISHED("end"));
      }
      return this;
    }
    if (this._destroyed && this._owner) {
      // Nothing of it can be sent any more.
      this.finished = true;
      this.emit("prefinish");
      return this;
    }
    if (this._block === null) {
      if (this.strictContentLength && body !== undefined && this._contentLength === null) {
        this._contentLength = byteLength(body, flags);
      }
      this._bodyKnown = true;
      if (!this._owner) this._knownLength = body === undefined ? 0 : byteLength(body, flags);
      this._implicitHeader();
    }
    if (body !== undefined && !this._hasBody) {
      if (this._rejectNonStandardBodyWrites) throw new ERR_HTTP_BODY_NOT_ALLOWED();
      body = undefined;
    }
    if (this.strictContentLength) countBytes(this, body, flags, true);
    if (typeof callback === "function") {
      whenFinished(this, callback);
    }
    if (this.chunkedEncoding) flags |= kChunked;
    if (this._last && this._endsConnection) flags |= kCloseAfter;
    this.finished = true;
    if (this._corked > 0) {
      this._corked = 1;
      this.uncork();
    }
    sendPiece(this, flags, body, this._trailer === "" ? undefined : this._trailer);
    this._ended();
    return this;
  };
  /** Called when the last piece was handed over. */
  proto._ended = function (): void {};

  proto.flushHeaders = function flushHeaders(): void {
    if (this._block === null) this._implicitHeader();
    if (!this._headSent) {
      this._corkTick();
      sendPiece(this, this.chunkedEncoding ? kChunked : 0, undefined, undefined);
    }
  };
}

/** Calls back right before 'finish', in the order of the calls of end. */
function whenFinished(message: any, callback: Callback): void {
  const before: Callback | undefined = message._endCallback;
  if (before === undefined) {
    message._endCallback = callback;
    return;
  }
  message._endCallback = (error?: Error | null) => {
    before(error);
    callback(error);
  };
}
function uncorkSink(sink: any): void {
  sink.uncork();
}
