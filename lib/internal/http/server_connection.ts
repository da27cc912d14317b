/**
 * A connection that a server accepted. C++ reads, parses and writes it; this is the JavaScript half: which request is being
 * answered, which wait, and what the program is told. See bindings/http/http.h.
 */
import { nextTick } from "../ticks";
import { batch } from "./batch";
import { connectionReset } from "./errors";
import { abandonMessage, abortMessage } from "./abandon";
import { isBeingRead } from "./incoming";
import { type Sink, type Waiter } from "./outgoing_pieces";
import { closeResponse, neverSent } from "./server_response";

export class ServerConnection implements Sink {
  readonly _isMessageSource = true;
  /** The response whose turn it is, and those behind it. */
  current: any = null;
  queue: any[] | null = null;
  /** The request whose body is coming in. */
  incoming: any = null;
  paused = false;
  requests = 0;
  closed = false;
  /** Inside `onClosed`, telling the socket. */
  closing = false;
  /** The last response has ended: nothing more is answered. */
  ended = false;
  /** Closed by the program before its time; `flushed` tells whether what had been written went out before. */
  torn = false;
  flushed = false;
  /** The program ended the socket: what is answered after that goes nowhere. */
  shut = false;
  /** The program heard of the error that ended the connection. */
  told = false;
  waiters: Waiter[] | null = null;
  /** Called behind `onClosed`. */
  whenClosed: (() => void) | undefined = undefined;
  flushScheduled = false;
  /** What `socket` shows; made by the server when somebody asks. */
  facade: any = null;
  /** A request that hands the connection over: CONNECT or Upgrade. */
  upgrading: any = null;

  constructor(
    readonly server: any,
    readonly stream: any,
    readonly parser: any,
  ) {}

  get socket(): any {
    return this.facade ?? this.server._makeSocket(this);
  }
  get joinDuplicateHeaders(): boolean {
    return this.server.joinDuplicateHeaders === true;
  }
  get bodyHighWaterMark(): number {
    return this.server._bodyHighWaterMark;
  }

  // A request's body.
  wantBody(request: any): void {
    if (this.paused && this.incoming === request) {
      this.paused = false;
      this.parser.resume();
    }
  }
  messageDestroyed(request: any, error: Error | null): void {
    // A request destroyed before its end takes the connection with it.
    if (request.aborted && !this.closed) this.destroy(error);
  }

  // Sink.
  get highWaterMark(): number {
    return this.server._bodyHighWaterMark;
  }
  get settings(): Float64Array {
    return this.server._settings;
  }
  get gathers(): boolean {
    return batch[0] === 1;
  }
  get waiting(): number {
    return this.closed ? 0 : this.stream.queued();
  }
  get unsent(): number {
    return this.closed ? 0 : this.parser.unsent();
  }
  send(_message: any, flags: number, block: string | undefined, body: any, text: string | undefined): number {
    return this.parser.write(flags, block, body, text);
  }
  /** Sends bytes of a file at once; see Stream::WriteFile. */
  sendFile(fd: number, position: number, length: number, chunked: boolean): number {
    return this.closed ? -1 : this.parser.sendFile(fd, position, length, chunked);
  }
  cork(): void {
    if (!this.closed) this.parser.cork();
  }
  uncork(): void {
    if (!this.closed) this.parser.uncork();
  }
  afterSent(waiter: Waiter): void {
    if (this.closed) {
      nextTick(failWaiter, waiter);
      return;
    }
    (this.waiters ??= []).push(waiter);
    if (!this.flushScheduled && !this.shut) {
      this.flushScheduled = true;
      nextTick(flushNow, this);
    }
  }
  drained(): void {
    const waiters = this.waiters;
    if (waiters === null) return;
    this.waiters = null;
    for (const waiter of waiters) waiter.sent(null);
  }

  // ResponseOwner.
  turn(): number {
    return batch[0] === 1 ? batch[1]! : 0;
  }
  sameTurn(turn: number): boolean {
    return batch[0] === 1 && batch[1] === turn;
  }
  /** The current response was handed over whole. The next one's turn comes. */
  responseEnded(response: any): void {
    const request = response.req;
    request._answered = response._turn;
    if (this.incoming === request) nextTick(dump, request);
    if (response._last) {
      this.ended = true;
      this.current = null;
      return;
    }
    const queue = this.queue;
    if (queue === null) {
      this.current = null;
      return;
    }
    const next = queue.shift();
    if (queue.length === 0) this.queue = null;
    if (this.paused && this.incoming === null) this.wantRequests();
    this.current = next;
    next._adopt();
    if (next.finished && this.current === next) this.responseEnded(next);
  }
  wantRequests(): void {
    this.paused = false;
    this.parser.resume();
  }

  destroy(error?: Error | null): void {
    if (this.closed) return;
    if (error) {
      this.socket.destroy(error);
      return;
    }
    this.tear();
    this.parser.close(true);
  }
  /** Before the program closes the connection: what was written goes out, as far as the kernel takes it. */
  tear(): void {
    const waiting: number = this.parser.flush();
    // It may be closing already, by itself, once all was sent.
    if (waiting < 0) {
      this.torn ||= this.parser.error() !== 0;
      return;
    }
    this.torn = true;
    this.flushed = waiting === 0;
  }

  /** The connection is gone: everything that waits learns of it. */
  onClosed(): void {
    if (this.closed) return;
    this.closed = true;
    const server = this.server;
    server._connectionClosed(this);
    const errno: number = this.parser.error();
    // What was handed over whole has been sent, if nothing went wrong.
    if (isSent(this)) this.drained();
    const waiters = this.waiters;
    this.waiters = null;
    this.abandon();
    if (waiters !== null) for (const waiter of waiters) waiter.sent(connectionReset("socket hang up"));
    if (this.facade !== null) {
      this.closing = true;
      server._closeSocket(this, errno);
      this.closing = false;
    }
    this.whenClosed?.();
  }
  /** Nothing more comes and nothing more is answered: open requests and responses learn of it. */
  abandon(): void {
    const incoming = this.incoming;
    this.incoming = null;
    const open = this.current === null ? [] : [this.current];
    if (this.queue !== null) {
      for (const response of this.queue) neverSent(response);
      open.push(...this.queue);
    }
    this.current = null;
    this.queue = null;
    for (const { req } of open) {
      if (!req.complete) abortMessage(req);
      else if (req._answered === false) abandonMessage(req);
    }
    // Whoever still reads a request that was answered learns that it is cut short; nobody else does.
    if (incoming !== null && !(incoming._answered !== false && incoming._dumped)) abortMessage(incoming);
    for (const response of open) closeResponse(response);
  }
}

function dump(request: any): void {
  if (!isBeingRead(request)) request._dump();
}
function failWaiter(waiter: Waiter): void {
  waiter.sent(connectionReset("socket hang up"));
}
function flushNow(connection: ServerConnection): void {
  connection.flushScheduled = false;
  if (connection.closed || connection.waiters === null) return;
  const waiting: number = connection.parser.flush();
  if (waiting === 0 || (waiting < 0 && isSent(connection))) connection.drained();
  else if (waiting > 0) connection.parser.notifyDrained();
}
/** The stream is closing already: whether everything went out before. */
function isSent(connection: ServerConnection): boolean {
  if (connection.parser.error() !== 0 || connection.shut) return false;
  return connection.torn ? connection.flushed : connection.ended;
}
