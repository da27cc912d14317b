/** What the parser of a native connection calls: `this` is the HttpParser, its owner the connection. */
import http from "binding:http";
import { active as contextsActive, swapContext } from "../async/context";
import { FastBuffer } from "../buffer/fast_buffer";
import { traced } from "../perf/traced";
import { batch } from "./batch";
import { noteWait } from "./blame";
import { parseError } from "./errors";
import { completeMessage, hasStreamState, IncomingMessage, pushBody } from "./incoming";
import type { ServerConnection } from "./server_connection";
import { kHeadBody, kHeadContinue, kHeadExpectation, kHeadKeepAlive, kHeadNoHost, kHeadUpgrade, methodName } from "./text";

/** How many requests may wait behind the one that is being answered before the connection is no longer read. */
const kMaxPipelined = 256;

function onHead(
  this: any,
  url: string,
  head: string,
  flags: number,
  arrival?: number,
  start?: number,
  estimated?: boolean,
): number {
  const connection: ServerConnection = this.owner;
  if (connection.ended) return 0;
  const server = connection.server;
  if (contextsActive) swapContext(undefined);

  const builtIn = server._messageClass === IncomingMessage;
  const request = new (server._messageClass as any)(builtIn ? connection : connection.socket);
  if (!builtIn) request._source = connection;
  request._head = head;
  request._flags = flags;
  request.url = url;
  request.method = methodName(flags & 0xff);
  if (arrival !== undefined) noteWait(request, arrival, start!, estimated!);

  request.upgrade = false;
  if ((flags & kHeadUpgrade) !== 0) {
    const event = request.method === "CONNECT" ? "connect" : "upgrade";
    if (event === "connect" || server.shouldUpgradeCallback(request)) {
      request.upgrade = true;
      request.complete = true;
      connection.upgrading = request;
      return 2;
    }
  }

  const response = new (server._responseClass as any)(request, server._responseOptions);
  response._sink = connection;
  response._owner = connection;
  const keepAlive = (flags & kHeadKeepAlive) !== 0;
  if (response.shouldKeepAlive !== keepAlive) response.shouldKeepAlive = keepAlive;
  if (server._uniqueHeaders !== undefined) response._uniqueHeaders = server._uniqueHeaders;
  if (connection.current === null) {
    connection.current = response;
  } else {
    (connection.queue ??= []).push(response);
    if (connection.queue.length >= kMaxPipelined && !connection.paused) {
      connection.paused = true;
      connection.parser.pause();
    }
  }
  connection.requests++;
  const body = (flags & kHeadBody) !== 0;
  if (body) connection.incoming = request;
  else if (server._optimizeEmptyRequests) request._emptied = request._dumped = true;

  if (traced.http !== null) traced.http.serve(request, response);
  if (server.maxRequestsPerSocket > 0 && overLimit(connection, response)) return 0;
  if ((flags & (kHeadNoHost | kHeadContinue | kHeadExpectation)) !== 0) special(server, request, response, flags);
  else server.emit("request", request, response);

  if (!body) {
    request.complete = true;
    if (!request._emptied && hasStreamState(request)) request.push(null);
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
    connection.parser.pause();
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
  const error = parseError(code, reason, bytesParsed, buffer, offset, length);
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
