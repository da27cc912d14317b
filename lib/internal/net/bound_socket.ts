/** net.BoundSocket: an address taken at once, for a server or a socket to come. */
import net from "binding:net";
import { coded, ERR_INVALID_ARG_VALUE } from "../errors";
import { validateBoolean, validateObject, validatePort, validateString } from "../validators";
import { callError, listenError } from "./errors";
import { isIP } from "./ip";

const ERR_SOCKET_HANDLE_ADOPTED = coded(
  Error,
  "ERR_SOCKET_HANDLE_ADOPTED",
  "The bound socket has already been adopted by a server or socket",
);

function bindError(err: number, address: string, port: number | undefined): Error {
  const code = net.errorText(err)[0]!;
  const error: any = callError(err, "bind");
  error.message = `bind ${code} ${address}${port ? `:${port}` : ""}`;
  error.address = address;
  if (port) error.port = port;
  return error;
}

/** Takes the native socket out of a BoundSocket, which is of no further use then. */
export let adoptBound: (bound: BoundSocket) => { handle: any; path: string | undefined };
export let isBoundSocket: (value: unknown) => value is BoundSocket;

/** `new BoundSocket({ host, port, ipv6Only, reusePort })` or `new BoundSocket({ path })` */
export class BoundSocket {
  #handle: any = null;
  readonly #path: string | undefined;

  constructor(options: any = {}) {
    validateObject(options, "options");
    const { host, port, ipv6Only, reusePort, path } = options;
    if (path !== undefined) {
      validateString(path, "options.path");
      for (const other of [host, port, ipv6Only, reusePort]) {
        if (other === undefined) continue;
        throw new ERR_INVALID_ARG_VALUE(
          "options",
          options,
          "path is mutually exclusive with host, port, ipv6Only, and reusePort",
        );
      }
      this.#path = path;
      this.#bindPath(path);
      return;
    }
    if (ipv6Only !== undefined) validateBoolean(ipv6Only, "options.ipv6Only");
    if (reusePort !== undefined) validateBoolean(reusePort, "options.reusePort");
    if (host !== undefined) validateString(host, "options.host");
    const address = host ?? (ipv6Only ? "::" : "0.0.0.0");
    if (isIP(address) === 0) {
      throw new ERR_INVALID_ARG_VALUE(
        "options.host",
        address,
        "must be a numeric IP address; net.BoundSocket does not perform DNS resolution",
      );
    }
    let flags = ipv6Only && isIP(address) === 6 ? net.IPV6_ONLY : 0;
    if (reusePort) flags |= net.REUSE_PORT;
    this.#bind(address, validatePort(port ?? 0, "options.port"), flags);
  }
  #bind(address: string, port: number, flags: number): void {
    const handle = new net.StreamHandle(net.TCP_SOCKET);
    const err = handle.bind(address, port, flags);
    if (err) {
      handle.close();
      throw bindError(err, address, port);
    }
    // libuv keeps some errors of binding for later: asking for the name tells of them now.
    const name: unknown = handle.sockName();
    if (!Array.isArray(name)) {
      handle.close();
      throw bindError(name as number, address, port);
    }
    this.#handle = handle;
  }
  #bindPath(path: string): void {
    const handle = new net.StreamHandle(net.PIPE_SOCKET);
    const err = handle.bindPath(path);
    if (err) {
      handle.close();
      throw bindError(err, path, undefined);
    }
    this.#handle = handle;
  }
  #owned(): any {
    if (this.#handle === null) throw new ERR_SOCKET_HANDLE_ADOPTED();
    return this.#handle;
  }

  /** `{ address, family, port }`, or the path. */
  address(): any {
    const handle = this.#owned();
    if (this.#path !== undefined) return this.#path;
    const name = handle.sockName();
    if (!Array.isArray(name)) throw listenError(name, "address", undefined, undefined);
    return { address: name[0], family: name[2], port: name[1] };
  }
  get isPipe(): boolean {
    return this.#path !== undefined;
  }
  /** The file descriptor; it stays the socket's own. */
  fd(): number {
    return this.#owned().fd();
  }
  /** Gives the address back when nobody adopted the socket. */
  close(): void {
    this.#owned().close();
    this.#handle = null;
  }
  [Symbol.dispose](): void {
    if (this.#handle !== null) this.close();
  }

  static #take(bound: BoundSocket): { handle: any; path: string | undefined } {
    const handle = bound.#owned();
    bound.#handle = null;
    return { handle, path: bound.#path };
  }
  static #is(value: unknown): value is BoundSocket {
    return typeof value === "object" && value !== null && #handle in value;
  }
  static {
    adoptBound = BoundSocket.#take;
    isBoundSocket = BoundSocket.#is;
  }
}
Object.defineProperty(BoundSocket.prototype, "isPipe", {
  ...Object.getOwnPropertyDescriptor(BoundSocket.prototype, "isPipe"),
  enumerable: false,
});

// The bundler may rename a class that speaks of itself.
Object.defineProperty(BoundSocket, "name", { value: "BoundSocket", configurable: true });
