/** Options of a Socket that the kernel keeps: delays, keep-alive probes, the type of service; and whether it holds the process. */
import net from "binding:net";
import { validateInt32, validateNumber } from "../validators";
import { keepAliveDelay } from "./arguments";
import { callError } from "./errors";

/** How a connection is probed when nothing comes. */
export interface KeepAliveProbes {
  /** Seconds between two probes; 0 is the system's own. */
  interval: number;
  /** Probes without an answer after which the connection is given up; 0 is the system's own. */
  count: number;
}
const kDefaultProbes: KeepAliveProbes = { interval: 1, count: 10 };
// What Linux takes; as in Node, a larger number is no error.
const kMostProbes = 127;

function seconds(ms: unknown, name: string): number {
  const number = Number(ms) || 0;
  if (number > 0 && number < 1000) {
    process.emitWarning(
      `${name} of ${number} ms is below one second and leaves the system's default unchanged: give at least 1000.`,
      "KeepAliveWarning",
    );
  }
  return keepAliveDelay(number);
}

/** Gives a connected handle what was asked for before. */
export function applyOptions(socket: any, handle: any): void {
  if (socket._noDelay) handle.setNoDelay(true);
  if (socket._keepAlive) applyKeepAlive(socket, handle);
  if (socket._typeOfService !== undefined) net.setTypeOfService(handle.fd(), socket._typeOfService);
}
function applyKeepAlive(socket: any, handle: any): void {
  handle.setKeepAlive(socket._keepAlive, socket._keepAliveDelay);
  const probes: KeepAliveProbes | undefined = socket._keepAliveProbes;
  if (socket._keepAlive && probes !== undefined) net.setKeepAliveProbes(handle.fd(), probes.interval, probes.count);
}

export function installSocketOptions(proto: any): void {
  proto._typeOfService = undefined;
  proto._keepAliveProbes = undefined;

  proto.setNoDelay = function setNoDelay(enable?: boolean) {
    this._noDelay = enable === undefined ? true : Boolean(enable);
    this._handle?.setNoDelay(this._noDelay);
    return this;
  };

  /** `setKeepAlive(enable, initialDelay, interval, count)` or `setKeepAlive({ enable, initialDelay, interval, count })`, in ms. */
  proto.setKeepAlive = function setKeepAlive(enable?: any, initialDelay?: any, interval?: any, count?: any) {
    if (typeof enable === "object" && enable !== null) ({ enable, initialDelay, interval, count } = enable);
    this._keepAlive = Boolean(enable);
    this._keepAliveDelay = seconds(initialDelay, "An initialDelay");
    if (interval !== undefined || count !== undefined) {
      this._keepAliveProbes = {
        interval: interval === undefined ? kDefaultProbes.interval : seconds(interval, "An interval"),
        count: count === undefined ? kDefaultProbes.count : Math.min(Math.max(0, Math.trunc(Number(count) || 0)), kMostProbes),
      };
    }
    if (this._handle !== null && !this.connecting) applyKeepAlive(this, this._handle);
    return this;
  };

  /** The Type of Service of IPv4 packets, or the Traffic Class of IPv6 ones. */
  proto.getTypeOfService = function getTypeOfService(): number {
    if (this._handle === null || this.connecting) return this._typeOfService ?? 0;
    const tos = net.typeOfService(this._handle.fd());
    if (tos < 0) throw callError(tos, "getTypeOfService");
    return tos;
  };
  /** Sets it, 0 to 255; before the socket is connected it is kept until then. */
  proto.setTypeOfService = function setTypeOfService(tos: number) {
    validateNumber(tos, "tos");
    validateInt32(tos, "tos", 0, 255);
    this._typeOfService = tos;
    if (this._handle !== null && !this.connecting) {
      const err = net.setTypeOfService(this._handle.fd(), tos);
      if (err) throw callError(err, "setTypeOfService");
    }
    return this;
  };

  proto.ref = function ref() {
    if (this._handle === null) this.once("connect", this.ref);
    else this._handle.ref();
    return this;
  };
  proto.unref = function unref() {
    if (this._handle === null) this.once("connect", this.unref);
    else this._handle.unref();
    return this;
  };
}
