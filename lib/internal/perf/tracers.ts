/** `http`, `net` and `dns` entries: what is in them, and when it is known. Nothing is traced that began before. */
import { now } from "./clock";
import { kMake, type PerformanceEntry, PerformanceNodeEntry } from "./entry";
import { type DnsTracer, type HttpTracer, type NetTracer, traced } from "./traced";

type Deliver = (entry: PerformanceEntry) => void;

function entry(name: string, type: string, start: number, detail: object): PerformanceEntry {
  return new PerformanceNodeEntry(kMake, name, type, start, now() - start, detail);
}

/** `HttpRequest` lasts until the response is sent, `HttpClient` from the request's being sent to the response's head. */
function httpTracer(deliver: Deliver): HttpTracer {
  const sent = new WeakMap<object, number>();
  return {
    serve(request, response) {
      const start = now();
      response.once("finish", () => {
        const { method, url, headers } = request;
        const { statusCode, statusMessage } = response;
        const res = { statusCode, statusMessage, headers: response.getHeaders() };
        deliver(entry("HttpRequest", "http", start, { req: { method, url, headers }, res }));
      });
    },
    ask(request) {
      request.once("finish", () => sent.set(request, now()));
    },
    answer(request, response) {
      const start = sent.get(request);
      if (start === undefined) return; // answered before it was sent, or made before anybody observed
      sent.delete(request);
      const { method, protocol, host, path } = request;
      const headers = request.getHeaders();
      const url = `${protocol}//${headers.host ?? host}${path}`;
      const { statusCode, statusMessage } = response;
      const res = { statusCode, statusMessage, headers: response.headers };
      deliver(entry("HttpClient", "http", start, { req: { method, url, headers }, res }));
    },
  };
}

/** `connect` lasts from the attempt that succeeded until the connection stands. */
function netTracer(deliver: Deliver): NetTracer {
  return {
    connect(socket) {
      const starts = new Map<string, number>();
      const attempt = (host: string): void => void starts.set(host, now());
      const stop = (): void => {
        socket.removeListener("connectionAttempt", attempt);
        socket.removeListener("connect", connected);
        socket.removeListener("close", stop);
      };
      const connected = (): void => {
        stop();
        const { remoteAddress: host, remotePort: port } = socket;
        const start = starts.get(host) ?? [...starts.values()].at(-1);
        if (start !== undefined) deliver(entry("connect", "net", start, { host, port }));
      };
      socket.on("connectionAttempt", attempt);
      socket.prependListener("connect", connected);
      socket.on("close", stop);
    },
  };
}

/** `lookup` and `lookupService`: those that succeeded. */
function dnsTracer(deliver: Deliver): DnsTracer {
  return {
    lookUp(name, callback, detail) {
      const start = now();
      const done = (error: unknown, ...results: unknown[]): void => {
        if (!error) deliver(entry(name, "dns", start, detail(...results)));
        callback(error, ...results);
      };
      return done as typeof callback;
    },
  };
}

/** Begins or ends the tracing of one type of entries. */
export function setTraced(type: "http" | "net" | "dns", on: boolean, deliver: Deliver): void {
  if (type === "http") traced.http = on ? httpTracer(deliver) : null;
  else if (type === "net") traced.net = on ? netTracer(deliver) : null;
  else traced.dns = on ? dnsTracer(deliver) : null;
}
