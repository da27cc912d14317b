/**
 * A connection that a server accepted. C++ reads, parses and writes it; this is the JavaScript half: which request is being
 * answered, which wait, and what the program is told. See bindings/http/http.h.
 */
import { nextTick } from "../ticks";
import { batch } from "./batch";
import { connectionReset } from "./errors";
import { abortMessage } from "./incoming";
import { type Sink, type Waiter } from "./outgoing_pieces";
import { abandonRequest, closeResponse } from "./server_response";

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
  /** The last response has ended: nothing more is answered. */
  ended = false;
  waiters: Waiter[] | null = null;
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
    // A request destroyed before its end takes the connection with it; one that was answered does not.
    if (!request.complete && !this.closed && !request._answered) this.destroy(error);
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
  send(_message: any, flags: number, block: string | undefined, body: any, text: string | undefined): number {
    return this.parser.write(flags, block, body, text);
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
    if (!this.flushScheduled) {
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
    request._answered = true;
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

  destroy(_error?: Error | null): void {
    if (!this.closed) this.parser.close(true);
  }

  /** The connection is gone: everything that waits learns of it. */
  onClosed(): void {
    if (this.closed) return;
    this.closed = true;
    const server = this.server;
    server._connectionClosed(this);
    const errno: number = this.parser.error();
    const waiters = this.waiters;
    this.waiters = null;
    const incoming = this.incoming;
    this.incoming = null;
    const open = this.current === null ? [] : [this.current];
    if (this.queue !== null) open.push(...this.queue);
    this.current = null;
    this.queue = null;
    for (const { req } of open) {
      if (!req.complete) abortMessage(req);
      else if (!req._answered) abandonRequest(req);
    }
    if (incoming !== null) abortMessage(incoming);
    for (const response of open) closeResponse(response);
    if (waiters !== null) for (const waiter of waiters) waiter.sent(connectionReset("socket hang up"));
    if (this.facade !== null) server._closeSocket(this, errno);
  }
}

function dump(request: any): void {
  request._dump();
}
function failWaiter(waiter: Waiter): void {
  waiter.sent(connectionReset("socket hang up"));
}
function flushNow(connection: ServerConnection): void {
  connection.flushScheduled = false;
  if (connection.closed || connection.waiters === null) return;
  const waiting: number = connection.parser.flush();
  if (waiting === 0) connection.drained();
  else if (waiting > 0) connection.parser.notifyDrained();
}
