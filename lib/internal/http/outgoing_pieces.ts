/** Pieces of an outgoing message (head, chunks of body, end) and where they go. */
import http from "binding:http";
import { Buffer } from "../../buffer";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { kCloseAfter, kEnd, kLatin1, kNoBody } from "./text";

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
  /** What the Keep-Alive line says; see `http.compose`. */
  readonly settings: Float64Array;
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

export const kNoSettings = new Float64Array(3);
/** What a piece is on the wire. */
function composed(message: any, piece: Piece): Buffer {
  const settings: Float64Array = message._sink?.settings ?? kNoSettings;
  return http.compose(piece.flags, piece.block, piece.body, piece.text, settings) as any;
}

/** Bytes of the pieces that wait for their turn. */
export function pendingSize(message: any): number {
  let size = 0;
  if (message._pieces !== null) for (const piece of message._pieces) size += composed(message, piece).length;
  return size;
}
function roughSize(message: any): number {
  let size = 0;
  for (const piece of message._pieces) size += piece.size;
  return size;
}

/** A piece that a program has looked at, as the text that goes out; it may put another text in its place. */
class TextPiece implements Piece {
  readonly block = undefined;
  readonly text = undefined;
  readonly encoding = "latin1";
  readonly size: number;
  constructor(
    readonly flags: number,
    public data: string,
  ) {
    this.size = data.length;
  }
  get body(): string {
    return this.data;
  }
}
/** `outputData`: proxy agents write another head into its first piece. */
export function piecesAsText(message: any): unknown[] {
  const pieces: Piece[] | null = message._pieces;
  if (pieces === null) return [];
  pieces.forEach((piece, i) => {
    if (piece instanceof TextPiece) return;
    pieces[i] = new TextPiece(kLatin1 | (piece.flags & (kEnd | kCloseAfter)), (composed(message, piece) as any).latin1Slice());
  });
  return pieces;
}

/** Hands a piece to the sink, or keeps it until there is one. Returns how many bytes wait. */
export function deliver(message: any, flags: number, block: string | undefined, body: any, text?: string): number {
  const sink: Sink | null = message._sink;
  if (!message._hasBody) flags |= kNoBody;
  if (sink !== null && message._pieces === null && message._isCurrent()) return sink.send(message, flags, block, body, text);
  const size = (block?.length ?? 0) + (body === undefined ? 0 : typeof body === "string" ? Buffer.byteLength(body) : body.length);
  (message._pieces ??= []).push({ flags, block, body, text, size });
  return roughSize(message);
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
