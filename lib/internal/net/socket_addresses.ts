/** What a Socket tells of itself: addresses, states, counts. */
import { Buffer } from "../../buffer";

type Name = [address: string, port: number, family: string];

function peerName(socket: any): Name | undefined {
  if (socket._peername !== undefined || socket._handle === null) return socket._peername;
  const name = socket.connecting ? undefined : socket._handle.peerName();
  if (!Array.isArray(name)) return undefined;
  return (socket._peername = name as Name);
}
function sockName(socket: any): Name | undefined {
  if (socket._sockname !== undefined || socket._handle === null) return socket._sockname;
  const name = socket._handle.sockName();
  if (!Array.isArray(name) || name.length < 3) return undefined;
  return (socket._sockname = name as Name);
}

export function installSocketAddresses(proto: any): void {
  const getter = (name: string, get: (this: any) => unknown): void => {
    Object.defineProperty(proto, name, { configurable: true, enumerable: true, get });
  };
  getter("remoteAddress", function () {
    return peerName(this)?.[0];
  });
  getter("remotePort", function () {
    return peerName(this)?.[1];
  });
  getter("remoteFamily", function () {
    return peerName(this)?.[2];
  });
  getter("localAddress", function () {
    return sockName(this)?.[0];
  });
  getter("localPort", function () {
    return sockName(this)?.[1];
  });
  getter("localFamily", function () {
    return sockName(this)?.[2];
  });
  getter("pending", function () {
    return this._handle === null || this.connecting;
  });
  getter("readyState", function () {
    if (this.connecting) return "opening";
    if (this.readable && this.writable) return "open";
    if (this.readable) return "readOnly";
    return this.writable ? "writeOnly" : "closed";
  });
  getter("bufferSize", function () {
    return this._handle === null ? undefined : this.writableLength;
  });
  getter("bytesRead", function () {
    return this._handle === null ? this._bytesRead : this._handle.bytesRead();
  });
  getter("bytesWritten", function () {
    let count = this._handle === null ? this._bytesWritten : this._handle.bytesWritten() + this._handle.queued();
    for (const { chunk, encoding } of this._writableState?.getBuffer?.() ?? []) {
      count += typeof chunk === "string" ? Buffer.byteLength(chunk, encoding) : chunk.length;
    }
    return count;
  });
  getter("_connecting", function () {
    return this.connecting;
  });
  getter("_bytesDispatched", function () {
    return this._handle === null ? this._bytesWritten : this._handle.bytesWritten() + this._handle.queued();
  });
  proto._getpeername = function () {
    const name = peerName(this);
    return name === undefined ? {} : { address: name[0], port: name[1], family: name[2] };
  };
  proto._getsockname = function () {
    const name = sockName(this);
    return name === undefined ? {} : { address: name[0], port: name[1], family: name[2] };
  };
  /** `{ address, family, port }` of this end. */
  proto.address = function address() {
    const name = sockName(this);
    return name === undefined ? {} : { address: name[0], family: name[2], port: name[1] };
  };
}
