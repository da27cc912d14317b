/** Writing to a Socket. */
import net from "binding:net";
import { Buffer } from "../../buffer";
import { callError, ERR_SOCKET_CLOSED, ERR_SOCKET_CLOSED_BEFORE_CONNECTION } from "./errors";

type Callback = (error?: Error | null) => void;

function writeText(handle: any, text: string, encoding: string, done: (err: number) => void): number {
  if (encoding === "utf8" || encoding === "utf-8") return handle.writeText(text, false, done);
  if (encoding === "latin1" || encoding === "binary" || encoding === "ascii") return handle.writeText(text, true, done);
  return handle.writeBytes(Buffer.from(text, encoding), done);
}

function settle(socket: any, result: number, callback: Callback): void {
  if (result < 0) {
    const error = callError(result, "write");
    callback(error);
    socket.destroy(error);
  } else if (result === 0) {
    callback();
  }
}

/** Runs `write` now, or once the socket is connected. */
function whenConnected(socket: any, callback: Callback, write: () => void): boolean {
  if (socket.connecting) {
    const onClose = (): void => callback(new ERR_SOCKET_CLOSED_BEFORE_CONNECTION());
    socket.once("connect", () => {
      socket.off("close", onClose);
      write();
    });
    socket.once("close", onClose);
    return false;
  }
  if (socket._handle === null) {
    callback(new ERR_SOCKET_CLOSED());
    return false;
  }
  return true;
}

/** What libuv's completion of a queued write does. */
function afterWrite(socket: any, callback: Callback): (err: number) => void {
  return (err) => {
    if (socket.destroyed) {
      callback(null);
      return;
    }
    callback(err < 0 ? callError(err, "write") : null);
  };
}

export function installSocketWriting(proto: any): void {
  proto._write = function _write(data: any, encoding: string, callback: Callback): void {
    if (!whenConnected(this, callback, () => this._write(data, encoding, callback))) return;
    const handle = this._handle;
    const done = afterWrite(this, callback);
    const result = typeof data === "string" ? writeText(handle, data, encoding, done) : handle.writeBytes(data, done);
    settle(this, result, callback);
  };
  proto._writev = function _writev(chunks: { chunk: any; encoding: string }[], callback: Callback): void {
    if (!whenConnected(this, callback, () => this._writev(chunks, callback))) return;
    const buffers = chunks.map(({ chunk, encoding }) => (typeof chunk === "string" ? Buffer.from(chunk, encoding) : chunk));
    settle(this, this._handle.writeBuffers(buffers, afterWrite(this, callback)), callback);
  };

  proto._final = function _final(callback: Callback): void {
    if (this.connecting) {
      this.once("connect", () => this._final(callback));
      return;
    }
    if (this._handle === null) {
      callback();
      return;
    }
    const err = this._handle.shutdown((status: number) => {
      callback(status < 0 && status !== net.ECANCELED && status !== net.ENOTCONN ? callError(status, "shutdown") : null);
    });
    if (err === net.ENOTCONN) callback();
    else if (err < 0) callback(callError(err, "shutdown"));
  };
}
