/** Pieces of an outgoing message (head, chunks of body, end) and where they go. */
import { Buffer } from "../../buffer";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { kNoBody } from "./text";

/** Where pieces go. */
export interface Sink {
  readonly socket: any;
  /** Sends a piece; the number of bytes that wait to be sent, or a negative number when the connection is gone. */
  send(message: any, flags: number, block: string | undefined, body: any, text: string | undefined): number;
  /** Calls `waiter.sent(error)` once everything sent so far has gone to the system. */
  afterSent(waiter: Waiter): void;
  /** Holds pieces back until `uncork`. */
  cork(): void;
  uncork(): void;
  /** Bytes that wait to be sent. */
  readonly waiting: number;
  /** The same with what is held back. */
  readonly unsent: number;
  readonly highWaterMark: number;
  /** True while pieces are held back anyway: `cork` is not needed. */
  readonly gathers: boolean;
}
export interface Waiter {
  sent(error: Error | null): void;
}
/** A piece that waits for its turn. */
export interface Piece {
  flags: number;
  block: string | undefined;
  body: any;
  text: string | undefined;
  size: number;
}

/** Bytes of the pieces that wait for their turn. */
export function pendingSize(message: any): number {
  let size = 0;
  if (message._pieces !== null) for (const piece of message._pieces) size += piece.size;
  return size;
}

/** Hands a piece to the sink, or keeps it until there is one. Returns how many bytes wait. */
export function deliver(message: any, flags: number, block: string | undefined, body: any, text?: string): number {
  const sink: Sink | null = message._sink;
  if (!message._hasBody) flags |= kNoBody;
  if (sink !== null && message._pieces === null && message._isCurrent()) return sink.send(message, flags, block, body, text);
  const size = (block?.length ?? 0) + (body === undefined ? 0 : typeof body === "string" ? Buffer.byteLength(body) : body.length);
  (message._pieces ??= []).push({ flags, block, body, text, size });
  return pendingSize(message);
}

/** Hands over what waited, when a message gets a sink or its turn comes. */
export function deliverPending(message: any): void {
  const pieces: Piece[] | null = message._pieces;
  if (pieces === null) return;
  message._pieces = null;
  message._sink.cork();
  for (const piece of pieces) message._sink.send(message, piece.flags, piece.block, piece.body, piece.text);
  message._sink.uncork();
}

/** Chunks are strings or bytes. */
export function checkChunk(chunk: unknown): void {
  if (typeof chunk !== "string" && !ArrayBuffer.isView(chunk)) {
    throw new ERR_INVALID_ARG_TYPE("chunk", ["string", "Buffer", "Uint8Array"], chunk);
  }
}
