/**
 * What stands behind `request.socket`: the handle of a native connection in the shape that net.Socket knows. Reading is the
 * parser's business; writing goes behind what responses have written.
 */
import type { ServerConnection } from "./server_connection";

export class ConnectionHandle {
  owner: any = null;
  constructor(readonly connection: ServerConnection) {}

  readStart(): number {
    if (this.connection.paused) this.connection.wantRequests();
    return 0;
  }
  readStop(): number {
    if (!this.connection.closed) this.connection.parser.pause();
    this.connection.paused = true;
    return 0;
  }
  private before(): any {
    this.connection.parser.flush();
    return this.connection.stream;
  }
  writeBytes(bytes: any, done: (err: number) => void): number {
    return this.before().writeBytes(bytes, done);
  }
  writeBuffers(chunks: any[], done: (err: number) => void): number {
    return this.before().writeBuffers(chunks, done);
  }
  writeText(text: string, latin1: boolean, done: (err: number) => void): number {
    return this.before().writeText(text, latin1, done);
  }
  shutdown(done: (err: number) => void): number {
    const stream = this.before();
    this.connection.shut = true;
    this.connection.parser.shut();
    return stream.shutdown(done);
  }
  close(done?: () => void): void {
    this.finish(done, false);
  }
  reset(done?: () => void): void {
    this.finish(done, true);
  }
  private finish(done: (() => void) | undefined, reset: boolean): void {
    const { connection } = this;
    if (connection.closed) {
      if (done === undefined) return;
      if (connection.closing && connection.parser.error() === 0) done();
      else process.nextTick(done);
      return;
    }
    connection.whenClosed = done;
    if (reset) {
      connection.torn = true;
      connection.stream.reset(() => connection.onClosed());
    } else {
      connection.tear();
      connection.parser.close(true);
    }
  }
  ref(): void {
    this.connection.stream.ref();
  }
  unref(): void {
    this.connection.stream.unref();
  }
  hasRef(): boolean {
    return this.connection.stream.hasRef();
  }
  setNoDelay(enable: boolean): number {
    return this.connection.stream.setNoDelay(enable);
  }
  setKeepAlive(enable: boolean, delay: number): number {
    return this.connection.stream.setKeepAlive(enable, delay);
  }
  sockName(): any {
    return this.connection.closed ? -1 : this.connection.stream.sockName();
  }
  peerName(): any {
    return this.connection.closed ? -1 : this.connection.stream.peerName();
  }
  fd(): number {
    return this.connection.stream.fd();
  }
  bytesRead(): number {
    return this.connection.closed ? 0 : this.connection.stream.bytesRead();
  }
  bytesWritten(): number {
    return this.connection.closed ? 0 : this.connection.stream.bytesWritten();
  }
  /** Between two requests. */
  get keptAlive(): boolean {
    const { connection } = this;
    if (connection.closed || connection.requests === 0 || connection.current !== null) return false;
    return connection.server.keepAliveTimeout > 0 && connection.parser.idle();
  }
  idleMs(): number {
    return this.connection.closed ? 0 : this.connection.stream.idleMs();
  }
  queued(): number {
    return this.connection.closed ? 0 : this.connection.stream.queued();
  }
}
