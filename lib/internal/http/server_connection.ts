/**
 * A connection that a server accepted. C++ reads, parses and writes it; this is the JavaScript half: which request is being
 * answered, which wait, and what the program is told. See bindings/http/http.h.
 */
import http from "binding:http";
import asyncContext from "binding:async_context";
import { active as contextsActive } from "../async/context";
import { FastBuffer } from "../buffer/fast_buffer";
import { nextTick } from "../ticks";
import { batch } from "./batch";
import { connectionReset } from "./errors";
import { abortMessage, completeMessage, hasStreamState, IncomingMessage, pushBody } from "./incoming";
import { type Sink, type Waiter } from "./outgoing_pieces";
import { closeResponse, ServerResponse } from "./server_response";
import { kHeadBody, kHeadContinue, kHeadExpectation, kHeadKeepAlive, kHeadNoHost, kHeadUpgrade, methodName } from "./text";

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
    if (!request.complete) nextTick(dump, request);
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
      else if (!req._answered) abandon(req);
    }
    if (incoming !== null) abortMessage(incoming);
    for (const response of open) closeResponse(response);
    if (waiters !== null) for (const waiter of waiters) waiter.sent(connectionReset("socket hang up"));
    if (this.facade !== null) server._closeSocket(this, errno);
  }
}

/** A request whose response never came: its 'close' event. */
function abandon(request: any): void {
  if (request._events !== undefined || hasStreamState(request)) request.destroy(connectionReset("aborted"));
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

/** How many requests may wait behind the one that is being answered before the connection is no longer read. */
const kMaxPipelined = 256;

// What the parser calls; `this` is the HttpParser, its owner the connection.

function onHead(this: any, url: string, head: string, flags: number): number {
  const connection: ServerConnection = this.owner;
  if (connection.ended) return 0;
  const server = connection.server;
  if (contextsActive) asyncContext.set(undefined);

  const builtIn = server._messageClass === IncomingMessage;
  const request = new (server._messageClass as any)(builtIn ? connection : connection.socket);
  if (!builtIn) request._source = connection;
  request._head = head;
  request._flags = flags;
  request.url = url;
  request.method = methodName(flags & 0xff);

  request.upgrade = false;
  if ((flags & kHeadUpgrade) !== 0) {
    const event = request.method === "CONNECT" ? "connect" : "upgrade";
    if (event === "connect" || (server.listenerCount(event) > 0 && server._shouldUpgrade(request))) {
      request.upgrade = true;
      request.complete = true;
      connection.upgrading = request;
      return 2;
    }
  }

  const response = new (server._responseClass as any)(request, server._responseOptions);
  response._sink = connection;
  response._owner = connection;
  if ((flags & kHeadKeepAlive) === 0) response.shouldKeepAlive = false;
  if (server._uniqueHeaders !== undefined) response._uniqueHeaders = server._uniqueHeaders;
  if (connection.current === null) {
    connection.current = response;
  } else {
    (connection.queue ??= []).push(response);
    if (connection.queue.length >= kMaxPipelined && !connection.paused) {
      connection.paused = true;
      this.pause();
    }
  }
  connection.requests++;
  const body = (flags & kHeadBody) !== 0;
  if (body) connection.incoming = request;

  if (server.maxRequestsPerSocket > 0 && overLimit(connection, response)) return 0;
  if ((flags & (kHeadNoHost | kHeadContinue | kHeadExpectation)) !== 0) special(server, request, response, flags);
  else server.emit("request", request, response);

  if (!body) {
    request.complete = true;
    if (hasStreamState(request)) request.push(null);
  }
  return 0;
}

/** Too many requests on one connection: the last one is told, those after it are refused. */
function overLimit(connection: ServerConnection, response: any): boolean {
  const server = connection.server;
  const max = server.maxRequestsPerSocket;
  response.maxRequestsOnConnectionReached = connection.requests >= max;
  if (connection.requests <= max) return false;
  server.emit("dropRequest", response.req, connection.socket);
  response.writeHead(503);
  response.end();
  response.req.complete = true;
  return true;
}

function special(server: any, request: any, response: any, flags: number): void {
  if ((flags & kHeadNoHost) !== 0 && server._requireHostHeader) {
    response.writeHead(400, ["Connection", "close"]);
    response.end();
  } else if ((flags & kHeadContinue) !== 0) {
    response._expect_continue = true;
    if (server.listenerCount("checkContinue") > 0) {
      server.emit("checkContinue", request, response);
    } else {
      response.writeContinue();
      server.emit("request", request, response);
    }
  } else if ((flags & kHeadExpectation) !== 0) {
    if (server.listenerCount("checkExpectation") > 0) {
      server.emit("checkExpectation", request, response);
    } else {
      response.writeHead(417);
      response.end();
    }
  } else {
    server.emit("request", request, response);
  }
}

function onBody(this: any, buffer: ArrayBuffer, offset: number, length: number): void {
  const connection: ServerConnection = this.owner;
  const request = connection.incoming;
  if (request === null) return;
  if (!pushBody(request, new FastBuffer(buffer, offset, length)) && !connection.paused) {
    connection.paused = true;
    this.pause();
  }
}

function onComplete(this: any, trailers: string | undefined): void {
  const connection: ServerConnection = this.owner;
  const request = connection.incoming;
  if (request === null) return;
  connection.incoming = null;
  completeMessage(request, trailers);
  if (connection.paused && connection.queue === null) connection.wantRequests();
}

function onError(
  this: any,
  code: string,
  reason: string,
  bytesParsed: number,
  buffer: ArrayBuffer,
  offset: number,
  length: number,
): void {
  const error: any = new Error(`Parse Error${reason ? `: ${reason}` : ""}`);
  error.code = code;
  error.bytesParsed = bytesParsed;
  error.reason = reason;
  error.rawPacket = new FastBuffer(buffer, offset, length);
  const connection: ServerConnection = this.owner;
  connection.server._clientError(connection, error);
}

function onUpgrade(this: any, buffer: ArrayBuffer, offset: number, length: number): void {
  const connection: ServerConnection = this.owner;
  connection.server._upgrade(connection, connection.upgrading, new FastBuffer(buffer, offset, length));
}

function onEnd(this: any, error: number): void {
  const connection: ServerConnection = this.owner;
  connection.server._peerEnded(connection, error);
}

function onDrained(this: any): void {
  this.owner.drained();
}
function onIdle(this: any): void {
  const connection: ServerConnection = this.owner;
  connection.server._idleTimeout(connection);
}
/** `this` is the stream. */
function onClosed(this: any): void {
  this.owner.onClosed();
}

let installed = false;
/** Hands the callbacks to C++, once a process. */
export function installCallbacks(): void {
  if (installed) return;
  installed = true;
  http.setCallbacks(
    http.REQUEST,
    { onHead, onBody, onComplete, onError, onUpgrade, onEnd, onDrained, onClosed, onIdle },
    batch,
  );
}

/** For Server's defaults. */
export { IncomingMessage, ServerResponse };
