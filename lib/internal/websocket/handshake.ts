/**
 * The opening handshake of a WebSocket (RFC 6455, section 4.1) as a request of `http` that is upgraded. What it does stands in the
 * place of the Fetch Standard's "fetching", as undici's WebSocket calls it: the answer, or that there is none, goes to
 * `processResponse`, which judges it.
 */
import { DOMException } from "../event_target/dom_exception";
import { coded } from "../errors";
import { globalAgent } from "../http/agent";
import { ClientRequest } from "../http/client_request";
import { clearTimeout, setTimeout } from "../../timers";
import { queueMicrotask } from "../ticks";
import { urlToHttpOptions } from "../url/http_options";
import { debuglog } from "../util/debuglog";
import { HeadersList } from "./headers";
import { openTunnel } from "./tunnel";

const debug = debuglog("websocket");

const ERR_WEBSOCKET_DISPATCHER = coded(
  TypeError,
  "ERR_INVALID_ARG_VALUE",
  "The option 'dispatcher' of a WebSocket is one of undici's, which this WebSocket does not connect through",
);

/** How long a server may take to accept the connection, and then to answer the handshake: Node's limits. */
const kConnectMs = 10_000;
const kAnswerMs = 300_000;

export interface HandshakeRequest {
  readonly url: any;
  headersList: HeadersList;
}
/** The request of the handshake, from what the Fetch Standard has in a request. */
export function makeRequest({ urlList }: { urlList: any[] }): HandshakeRequest {
  return { url: urlList[0], headersList: new HeadersList() };
}

/** An answer to the handshake; `type` is "error" when there is none. */
interface HandshakeResponse {
  readonly type: "default" | "error";
  readonly status: number;
  readonly statusText: string;
  readonly headersList: HeadersList;
  /** The connection, once it is upgraded. */
  readonly socket: any;
  readonly error?: unknown;
}

interface Fetching {
  request: HandshakeRequest;
  dispatcher: unknown;
  processResponse(response: HandshakeResponse): void;
}

/** Begins the handshake. The result's `abort` ends it, together with its connection. */
export function fetching({ request, dispatcher, processResponse }: Fetching): Handshake {
  if (dispatcher !== undefined) throw new ERR_WEBSOCKET_DISPATCHER();
  if (request.url.protocol !== "http:") {
    throw new DOMException("wss: needs TLS, which Rondo does not have yet; use a ws: URL", "NotSupportedError");
  }
  return new Handshake(request, processResponse);
}

class Handshake {
  readonly #url: string;
  readonly #process: (response: HandshakeResponse) => void;
  #message: any;
  #socket: any;
  #timer: any;
  #settled = false;
  #aborted = false;

  constructor(request: HandshakeRequest, process: (response: HandshakeResponse) => void) {
    this.#url = request.url.href;
    this.#process = process;
    this.#limit(kConnectMs, "connect");
    const options = requestOptions(request);
    const proxy = globalAgent.current._proxyFor?.(options);
    if (proxy === undefined) this.#send(options);
    else {
      this.#message = openTunnel(proxy, options, (error, socket) => {
        if (error !== null) this.#fail(error);
        else this.#send({ ...options, agent: undefined, createConnection: () => socket });
      });
    }
  }

  /** Ends the handshake without telling anybody, or the connection that it led to and that was not taken. */
  abort(): void {
    this.#aborted = true;
    const taken = this.#socket !== undefined && this.#socket.listenerCount("data") > 0;
    this.#settle();
    this.#message?.destroy();
    if (!taken) this.#socket?.destroy();
  }

  #send(options: any): void {
    if (this.#settled) {
      options.createConnection?.().destroy();
      return;
    }
    const message = (this.#message = new (ClientRequest as any)(options));
    message.on("error", (error: unknown) => this.#fail(error));
    message.on("response", (response: any) => this.#answer(response, undefined));
    message.on("upgrade", (response: any, socket: any, head: any) => {
      this.#socket = socket;
      // Frames may come together with the answer.
      if (head.length > 0) socket.unshift(head);
      this.#answer(response, socket);
    });
    message.once("socket", (socket: any) => {
      const connected = (): void => this.#limit(kAnswerMs, "answer");
      if (socket.connecting) socket.once("connect", connected);
      else connected();
    });
    message.end();
  }

  #answer(response: any, socket: any): void {
    if (!this.#settle()) return;
    const headersList = new HeadersList();
    const raw: string[] = response.rawHeaders;
    for (let i = 0; i < raw.length; i += 2) headersList.append(raw[i]!, raw[i + 1]!);
    const extensions = headersList.get("sec-websocket-extensions");
    // None was offered; undici, which offers one, would take it.
    if (socket !== undefined && extensions !== null) {
      this.#tell(networkError(new Error(`The server uses extensions that were not offered: ${extensions}`)));
      return;
    }
    const { statusCode: status, statusMessage: statusText } = response;
    this.#tell({ type: "default", status, statusText, headersList, socket });
  }
  #fail(error: unknown): void {
    if (this.#settle()) this.#tell(networkError(error));
  }
  /** In a microtask, as in Node, where this is a promise: what listeners put off has the same order. */
  #tell(response: HandshakeResponse): void {
    debug("%s: %s", this.#url, response.error ?? `${response.status} ${response.statusText}`);
    queueMicrotask(() => {
      if (!this.#aborted) this.#process(response);
    });
  }

  /** Whether this is the first that becomes of the handshake. */
  #settle(): boolean {
    clearTimeout(this.#timer);
    const first = !this.#settled;
    this.#settled = true;
    return first;
  }
  #limit(ms: number, what: string): void {
    clearTimeout(this.#timer);
    if (this.#settled) return;
    this.#timer = setTimeout(() => this.#fail(new Error(`The server did not ${what} within ${ms / 1000} s`)), ms);
  }
}

function networkError(error: unknown): HandshakeResponse {
  return { type: "error", status: 0, statusText: "", headersList: new HeadersList(), socket: undefined, error };
}

function requestOptions({ url, headersList }: HandshakeRequest): any {
  // What undici offers by itself. Without zlib's streams it cannot be kept.
  headersList.delete("sec-websocket-extensions");
  return {
    ...urlToHttpOptions(url),
    port: Number(url.port || 80),
    host: url.hostname.replace(/^\[|\]$/g, ""),
    agent: false,
    headers: {
      Connection: "Upgrade",
      Upgrade: "websocket",
      // No cache may answer in the server's place.
      Pragma: "no-cache",
      "Cache-Control": "no-cache",
      ...headersList.toObject(),
    },
  };
}
