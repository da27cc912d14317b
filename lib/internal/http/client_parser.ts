/** Responses at a client: what the parser calls. `this` is the HttpParser, its owner the socket. */
import http from "binding:http";
import { FastBuffer } from "../buffer/fast_buffer";
import { traced } from "../perf/traced";
import { batch } from "./batch";
import { parseError } from "./errors";
import { completeMessage, IncomingMessage, pushBody } from "./incoming";
import { kHeadKeepAlive, kHeadUpgrade, kMajorShift, kMinorShift } from "./text";

/** What the socket's side does; `hooks` of a client's parser. */
export interface ParserHooks {
  /** A final response began. */
  responded(response: any): void;
  /** What came is not HTTP. */
  failed(socket: any, error: Error): void;
}

/** Where a response comes from. */
class ResponseSource {
  readonly _isMessageSource = true;
  constructor(
    readonly request: any,
    readonly socket: any,
  ) {}
  get joinDuplicateHeaders(): boolean {
    return this.request.joinDuplicateHeaders === true;
  }
  get bodyHighWaterMark(): number {
    return this.socket.readableHighWaterMark ?? 64 * 1024;
  }
  wantBody(): void {
    if (this.socket._bodyPaused) {
      this.socket._bodyPaused = false;
      this.socket.resume();
    }
  }
  messageDestroyed(response: any, error: Error | null): void {
    if (!this.socket.destroyed && !response.complete) {
      this.request._destroyed = true;
      this.socket.destroy(error ?? undefined);
    }
  }
}

function onHead(this: any, text: string, head: string, flags: number, status: number): number {
  const socket = this.owner;
  const request = socket._httpMessage;
  if (!request || request.res !== null) {
    // A second response, or one that nobody asked for.
    socket.destroy();
    return 3;
  }
  const response = new (IncomingMessage as any)(new ResponseSource(request, socket));
  response._head = head;
  // The method's place in the flags is empty, but the version is always there.
  response._flags = flags;
  response.statusCode = status;
  response.statusMessage = text;
  response.client = request;
  response.req = request;
  const upgrade = (flags & kHeadUpgrade) !== 0;
  if (request.method === "CONNECT" || (upgrade && status === 101)) {
    response.upgrade = true;
    response.complete = true;
    request.res = response;
    socket._upgraded = response;
    return 2;
  }
  if (status >= 100 && status < 200) {
    if (status === 101) {
      // The server switched protocols without saying to which.
      response.complete = true;
      request.res = response;
      socket._upgraded = response;
      response.upgrade = true;
      return 2;
    }
    if (status === 100) request.emit("continue");
    request.emit("information", {
      statusCode: status,
      statusMessage: text,
      httpVersion: response.httpVersion,
      httpVersionMajor: (flags >> kMajorShift) & 15,
      httpVersionMinor: (flags >> kMinorShift) & 15,
      headers: response.headers,
      rawHeaders: response.rawHeaders,
    });
    return 1;
  }
  if (request.shouldKeepAlive && (flags & kHeadKeepAlive) === 0) request.shouldKeepAlive = false;
  request.res = response;
  if (traced.http !== null) traced.http.answer(request, response);
  this.hooks.responded(response);
  if (request.aborted || request._destroyed || !request.emit("response", response)) response._dump();
  return request.method === "HEAD" ? 1 : 0;
}

function onBody(this: any, buffer: ArrayBuffer, offset: number, length: number): void {
  const socket = this.owner;
  const response = socket._httpMessage?.res;
  if (!response) return;
  if (!pushBody(response, new FastBuffer(buffer, offset, length)) && !socket._bodyPaused) {
    socket._bodyPaused = true;
    socket.pause();
  }
}
function onComplete(this: any, trailers: string | undefined): void {
  const response = this.owner._httpMessage?.res;
  if (response && !response.complete) completeMessage(response, trailers);
}
function onParseError(
  this: any,
  code: string,
  reason: string,
  bytesParsed: number,
  buffer: ArrayBuffer,
  offset: number,
  length: number,
): void {
  const error = parseError(code, reason, bytesParsed, buffer, offset, length);
  this.hooks.failed(this.owner, error);
}
function onUpgrade(this: any, buffer: ArrayBuffer, offset: number, length: number): void {
  this.owner._upgradeHead = new FastBuffer(buffer, offset, length);
}

function nothing(): void {}

let installed = false;
/** Hands the callbacks to C++, once a process. */
export function installResponseCallbacks(): void {
  if (installed) return;
  installed = true;
  http.setCallbacks(
    http.RESPONSE,
    {
      onHead,
      onBody,
      onComplete,
      onError: onParseError,
      onUpgrade,
      onEnd: nothing,
      onDrained: nothing,
      onClosed: nothing,
      onIdle: nothing,
    },
    batch,
  );
}
