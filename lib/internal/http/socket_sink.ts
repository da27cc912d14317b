/** A sink that writes to a Duplex: clients' sockets, and sockets that a server did not accept itself. */
import http from "binding:http";
import { Buffer } from "../../buffer";
import type { Sink, Waiter } from "./outgoing_pieces";
import { kCloseAfter, kEnd } from "./text";

export const kNoSettings = new Float64Array(3);
const kNothing = Buffer.alloc(0);

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
    const bytes = http.compose(flags, block, body, text, this.settings) as any;
    if (bytes.length > 0) socket.write(bytes);
    if ((flags & kEnd) !== 0 && (flags & kCloseAfter) !== 0) closeSoon(socket);
    return socket.writableLength ?? 0;
  }
  afterSent(waiter: Waiter): void {
    if (this.socket.destroyed) return;
    if (this.socket.writableEnded) this.socket.once("finish", () => waiter.sent(null));
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
  get highWaterMark(): number {
    return this.socket.writableHighWaterMark ?? 64 * 1024;
  }
}

function closeSoon(socket: any): void {
  if (typeof socket.destroySoon === "function") socket.destroySoon();
  else socket.end();
}
