/** Parts of the names under which an Agent keeps its sockets. */

// The name that was asked for last, with what it was made of: most programs talk to one host for a while, and a text that is
// made anew has to be looked up in V8's table of strings before it can be a key.
let lastHost: unknown;
let lastPort: unknown;
let lastName = "localhost::";
/** `host:port:`, with the defaults for what is left out. */
export function hostAndPort(host: unknown, port: unknown): string {
  if (host === lastHost && port === lastPort) return lastName;
  const name = `${host || "localhost"}:${port || ""}:`;
  if (typeof host === "string" && (typeof port === "number" || typeof port === "string")) {
    lastHost = host;
    lastPort = port;
    lastName = name;
  }
  return name;
}

const kNamed = ["host", "port", "localAddress", "family", "socketPath"];
/** Whether a request's options are an ordinary object, and those of the agent, which come before them, do not tell where to connect. */
export function isPlain(given: object, own: object): boolean {
  const prototype = Object.getPrototypeOf(given);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (let i = 0; i < kNamed.length; i++) if (kNamed[i]! in own) return false;
  return true;
}
