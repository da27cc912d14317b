/** A connection over a stream that the server did not accept: TLS, a test's pair of streams, another server's socket. */
import http from "binding:http";
import { headersLimit } from "./limits";
import { ServerConnection } from "./server_connection";

/** Speaks the stream's side of what ServerConnection asks of its native stream. */
class DuplexStream {
  constructor(readonly duplex: any) {}
  queued(): number {
    return this.duplex.writableLength ?? 0;
  }
  bytesRead(): number {
    return this.duplex.bytesRead ?? 1;
  }
}

/** How many bytes of answers may wait before no more requests are read. */
const kMaxUnsent = 64 * 1024;

/** Speaks the parser's side: parsing in C++, bytes through the stream. */
class DuplexParser {
  private corked = 0;
  private failure = 0;
  private throttled = false;
  constructor(
    readonly duplex: any,
    readonly native: any,
    readonly settings: Float64Array,
    readonly connection: () => any,
  ) {}
  write(flags: number, block?: string, body?: any, text?: string): number {
    if (this.duplex.destroyed) return -1;
    const bytes = http.compose(flags, block, body, text, this.settings) as any;
    if (bytes.length > 0) this.duplex.write(bytes);
    if ((flags & http.END) !== 0) this.native.responseEnded();
    if ((flags & http.CLOSE_AFTER) !== 0) this.close(false);
    return this.duplex.writableLength ?? 0;
  }
  unsent(): number {
    return this.duplex.writableLength ?? 0;
  }
  flush(): number {
    return this.duplex.destroyed ? -1 : (this.duplex.writableLength ?? 0);
  }
  cork(): void {
    this.corked++;
    this.duplex.cork?.();
  }
  uncork(): void {
    if (this.corked > 0) {
      this.corked--;
      this.duplex.uncork?.();
    }
  }
  notifyDrained(): void {
    this.duplex.write("", () => this.connection().drained());
  }
  close(atOnce: boolean): void {
    if (atOnce) this.duplex.destroy();
    else if (typeof this.duplex.destroySoon === "function") this.duplex.destroySoon();
    else this.duplex.end(() => this.duplex.destroy());
  }
  detach(): void {
    this.duplex.removeListener("data", this.onData);
    this.duplex.removeListener("end", this.onEnd);
    this.duplex.removeListener("close", this.onClose);
  }
  pause(): void {
    this.duplex.pause();
  }
  resume(): void {
    if (!this.throttled) this.duplex.resume();
  }
  idle(): boolean {
    return this.native.idle();
  }
  overdue(head: number, request: number): number {
    return this.native.overdue(head, request);
  }
  error(): number {
    return this.failure;
  }
  onData = (chunk: any): void => {
    this.native.execute(chunk);
    if (!this.throttled && this.duplex.writableLength >= kMaxUnsent && !this.duplex.destroyed) this.throttle();
  };
  /** A client that sends requests and does not read the answers is not read either, until they are sent. */
  private throttle(): void {
    this.throttled = true;
    this.duplex.pause();
    this.duplex.write("", () => {
      this.throttled = false;
      if (!this.connection().paused && !this.duplex.destroyed) this.duplex.resume();
    });
  }
  onEnd = (): void => {
    const truncated = this.native.finish() !== "";
    const connection = this.connection();
    if (!connection.closed) connection.server._peerEnded(connection, truncated ? 1 : 0);
  };
  onClose = (): void => {
    this.connection().onClosed();
  };
}

/** Serves HTTP on a Duplex. */
export function attachDuplex(server: any, duplex: any): void {
  const native: any = new http.HttpParser(http.REQUEST, server._maxHeaderSize, headersLimit(server.maxHeadersCount), server._leniency);
  let connection: any = null;
  const parser = new DuplexParser(duplex, native, server._settings, () => connection);
  connection = new ServerConnection(server, new DuplexStream(duplex), parser);
  connection.facade = duplex;
  native.owner = connection;
  server._open.add(connection);
  server._connections++;
  if (server._checkTimer === null) server._startChecking();
  duplex.on("data", parser.onData);
  duplex.on("end", parser.onEnd);
  duplex.on("close", parser.onClose);
  duplex.on("error", (error: Error) => {
    if (!server.emit("clientError", error, duplex)) duplex.destroy(error);
  });
}
