/** A sink that writes to a Duplex: clients' sockets, and sockets that a server did not accept itself. */
import http from "binding:http";
import { Buffer } from "../../buffer";
import { nextTick } from "../ticks";
import { kNoSettings, type Sink, type Waiter } from "./outgoing_pieces";
import { kCloseAfter, kConnectionClose, kEnd, kKeepAlive, kKeepAliveLine, kNoBody, kRawHead } from "./text";

const kNothing = Buffer.alloc(0);
/** A head to which C++ would add no more than the Connection line. */
const kPlainHead = kRawHead | kKeepAlive | kKeepAliveLine | kConnectionClose | kEnd | kNoBody | kCloseAfter;

export class SocketSink implements Sink {
  corked = 0;
  constructor(
    readonly socket: any,
    /** [keep-alive timeout, idle timeout, requests a socket], for the Keep-Alive line. */
    readonly settings: Float64Array = kNoSettings,
  ) {}

  send(_message: any, flags: number, block: string | undefined, body: any, text: string | undefined): number {
    const socket = this.socket;
    if (socket.destroyed) return -1;
    if (body === undefined && (flags & kRawHead) !== 0 && (flags & ~kPlainHead) === 0 && this.settings === kNoSettings) {
      let line = "\r\n";
      if ((flags & kKeepAlive) !== 0) line = "Connection: keep-alive\r\n\r\n";
      else if ((flags & kConnectionClose) !== 0) line = "Connection: close\r\n\r\n";
      socket.write(block + line, "latin1");
    } else {
      const bytes = http.compose(flags, block, body, text, this.settings) as any;
      if (bytes.length > 0) socket.write(bytes);
    }
    if ((flags & kEnd) !== 0 && (flags & kCloseAfter) !== 0) closeSoon(socket);
    return socket.writableLength ?? 0;
  }
  afterSent(waiter: Waiter): void {
    const { socket } = this;
    if (socket.destroyed) return;
    // Nothing of what was written waits: no empty write is needed to learn when it has gone.
    if (socket.writableLength === 0 && socket.writableCorked === 0 && socket.connecting === false && !socket.writableEnded) {
      nextTick(allSent, waiter);
      return;
    }
    if (socket.writableEnded) this.socket.once("finish", () => waiter.sent(null));
    else this.socket.write(kNothing, (error: Error | null | undefined) => waiter.sent(error ?? null));
  }
  cork(): void {
    this.corked++;
    this.socket.cork?.();
  }
  uncork(): void {
    if (this.corked === 0) return;
    this.corked--;
    this.socket.uncork?.();
  }
  get gathers(): boolean {
    return false;
  }
  get waiting(): number {
    return this.socket.writableLength ?? 0;
  }
  get unsent(): number {
    return this.waiting;
  }
  get highWaterMark(): number {
    return this.socket.writableHighWaterMark ?? 64 * 1024;
  }
}

function allSent(waiter: Waiter): void {
  waiter.sent(null);
}
function closeSoon(socket: any): void {
  if (typeof socket.destroySoon === "function") socket.destroySoon();
  else socket.end();
}
