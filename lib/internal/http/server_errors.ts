/** What a server does when a connection breaks, ends, or brings what is no HTTP. */
import { callError } from "../net/errors";
import { nextTick } from "../ticks";
import type { ServerConnection } from "./server_connection";

const kAnswers: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** `this` is the facade: the program destroyed it with an error, or the connection broke. */
export function onSocketError(this: any, error: any): void {
  const connection: ServerConnection | null = this._facadeOf;
  if (connection === null || connection.told) return;
  connection.told = true;
  connection.server.emit("clientError", error, this);
}

/** 'end' of a facade that nobody reads, as of a socket that the server reads. */
function endFacade(connection: ServerConnection): void {
  const { facade } = connection;
  if (facade === null || facade.destroyed || facade.readableEnded) return;
  facade.push(null);
  facade.resume();
}
function abandon(connection: ServerConnection): void {
  connection.abandon();
}
/** A read error: the socket is destroyed with it, and the program hears of it, if it listens anywhere. */
function connectionBroke(server: any, connection: ServerConnection, error: any): void {
  if (connection.closed) return;
  connection.ended = true;
  if (connection.facade !== null || server.listenerCount("clientError") > 0) connection.socket.destroy(error);
  else connection.destroy();
}

export function installErrorHandling(proto: any): void {
  /** The peer sent its end (0), in the midst of a message (a positive number), or reading failed. */
  proto._peerEnded = function (connection: ServerConnection, error: number): void {
    if (error < 0) {
      connectionBroke(this, connection, callError(error, "read"));
    } else if (error > 0) {
      endFacade(connection);
      const truncated: any = new Error("Parse Error: Invalid EOF state");
      truncated.code = "HPE_INVALID_EOF_STATE";
      truncated.reason = "Invalid EOF state";
      truncated.bytesParsed = 0;
      this._clientError(connection, truncated);
      endFacade(connection); // one that a 'clientError' listener was just given
    } else if (this.httpAllowHalfOpen && connection.current !== null) {
      const last = connection.queue?.at(-1) ?? connection.current;
      last._last = true;
    } else {
      endFacade(connection);
      connection.parser.close(connection.current !== null && !connection.current.finished);
    }
  };

  /** A client that does not speak HTTP, is too slow, or has gone. */
  proto._clientError = function (connection: ServerConnection, error: any): void {
    if (connection.closed || connection.ended) return;
    if (this.listenerCount("clientError") > 0) {
      connection.told = true;
      this.emit("clientError", error, connection.socket);
      return;
    }
    const response = connection.current;
    if (error.errno === undefined && (response === null || !response._headSent)) {
      connection.parser.write(0, `HTTP/1.1 ${kAnswers[error.code] ?? "400 Bad Request"}\r\nConnection: close\r\n\r\n`);
    }
    connection.ended = true;
    connection.parser.close(false);
    // It may linger for a while, but the responses that were not sent yet never will be.
    nextTick(abandon, connection);
  };
}
