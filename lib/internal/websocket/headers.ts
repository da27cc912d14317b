/** Headers of an opening handshake: those that a program gives, and those that are sent and received. */
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { validateHeaderName, validateHeaderValue } from "../http/header_names";

export type Pair = readonly [name: string, value: string];

/** What the handshake itself says, or what would change where a response ends. */
const kOurs = new Set([
  "connection",
  "content-length",
  "sec-websocket-accept",
  "sec-websocket-extensions",
  "sec-websocket-key",
  "sec-websocket-version",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** The option `headers`: an object, or something iterable of pairs such as a Map. */
export function readHeaders(given: unknown): Pair[] {
  if (typeof given !== "object" || given === null) {
    throw new ERR_INVALID_ARG_TYPE("options.headers", ["Object", "Iterable"], given);
  }
  const pairs: unknown[] = Symbol.iterator in given ? [...(given as Iterable<unknown>)] : Object.entries(given);
  return pairs.map((pair) => {
    if (typeof pair !== "object" || pair === null || !(Symbol.iterator in pair)) {
      throw new ERR_INVALID_ARG_VALUE("options.headers", given, "must be pairs of a name and a value");
    }
    const both = [...(pair as Iterable<unknown>)];
    if (both.length !== 2) throw new ERR_INVALID_ARG_VALUE("options.headers", given, "must be pairs of a name and a value");
    const name = `${both[0]}`;
    const value = `${both[1]}`.trim();
    validateHeaderName(name);
    validateHeaderValue(name, value);
    if (kOurs.has(name.toLowerCase())) {
      throw new ERR_INVALID_ARG_VALUE("options.headers", name, "must not hold what the handshake itself sends");
    }
    return [name, value];
  });
}

/** Headers by name; several of one name are one value with commas. */
export class HeadersList {
  readonly #values = new Map<string, { name: string; value: string }>();

  constructor(pairs: Iterable<Pair> = []) {
    for (const [name, value] of pairs) this.append(name, value);
  }
  append(name: string, value: string): void {
    const known = this.#values.get(name.toLowerCase());
    if (known !== undefined) known.value += `${name.toLowerCase() === "cookie" ? "; " : ", "}${value}`;
    else this.#values.set(name.toLowerCase(), { name, value });
  }
  get(name: string): string | null {
    return this.#values.get(name.toLowerCase())?.value ?? null;
  }
  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }
  /** An object by names in lower case, as the channel `undici:websocket:open` shows them. */
  get entries(): Record<string, string> {
    return Object.fromEntries([...this.#values].map(([name, { value }]) => [name, value]));
  }
  /** An object by names as they were given. */
  toObject(): Record<string, string> {
    return Object.fromEntries([...this.#values.values()].map(({ name, value }) => [name, value]));
  }
}
