/** A socket that connects at once. */
import { normalizeArguments } from "./arguments";
import { Socket } from "./socket";

/** `createConnection(port, host, listener)`, `(path, listener)`, `(options, listener)` */
export function createConnection(...args: any[]): any {
  const normalized = normalizeArguments(args);
  const options = normalized[0];
  const socket = new (Socket as any)(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(normalized);
}
