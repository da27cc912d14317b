/** `util.MIMEType` and `util.MIMEParams`, by the WHATWG's MIME Sniffing standard. */
import { coded } from "../errors";

const ERR_INVALID_MIME_SYNTAX = coded(
  TypeError,
  "ERR_INVALID_MIME_SYNTAX",
  (production: string, text: string, index: number) =>
    `The MIME syntax for a ${production} in "${text}" is invalid${index !== -1 ? ` at ${index}` : ""}`,
);

const kNotToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const kNotQuotable = /[^\t\u0020-\u007e\u0080-\u00ff]/;
const kTrailingSpace = /[\r\n\t ]*$/;
const kLeadingSpace = /[^\r\n\t ]|$/;

const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const unescape = (text: string): string => text.replace(/\\(.?)/gs, "$1");
const quote = (value: string): string =>
  value.length > 0 && !kNotToken.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;

function checkToken(value: string, production: string, source: string = value): void {
  const index = value.search(kNotToken);
  if (value.length === 0 || index !== -1) throw new ERR_INVALID_MIME_SYNTAX(production, source, index);
}

/** The parameters of a MIME type, in order; names are case-insensitive when parsed and kept in lower case. */
export class MIMEParams {
  #data = new Map<string, string>();

  delete(name: string): void {
    this.#data.delete(name);
  }
  get(name: string): string | null {
    return this.#data.get(name) ?? null;
  }
  has(name: string): boolean {
    return this.#data.has(name);
  }
  set(name: string, value: string): void {
    const key = `${name}`;
    const text = `${value}`;
    checkToken(key, "parameter name");
    const index = text.search(kNotQuotable);
    if (index !== -1) throw new ERR_INVALID_MIME_SYNTAX("parameter value", text, index);
    this.#data.set(key, text);
  }
  *entries(): IterableIterator<[string, string]> {
    yield* this.#data.entries();
  }
  *keys(): IterableIterator<string> {
    yield* this.#data.keys();
  }
  *values(): IterableIterator<string> {
    yield* this.#data.values();
  }
  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }
  toString(): string {
    return [...this.#data].map(([name, value]) => `${name}=${quote(value)}`).join(";");
  }
  toJSON(): string {
    return this.toString();
  }
}

/** Reads parameters as they stand in a header; what does not fit the grammar is skipped, the first of a name wins. */
function parseParams(params: MIMEParams, source: string): void {
  let at = 0;
  while (at < source.length) {
    at += source.slice(at).search(kLeadingSpace);
    let end = at;
    while (end < source.length && source[end] !== ";" && source[end] !== "=") end++;
    const name = lower(source.slice(at, end));
    at = end;
    if (at >= source.length) return;
    if (source[at++] === ";") continue;
    let value: string;
    if (source[at] === '"') {
      const match = /^"((?:\\[^]|[^"\\])*)("|\\?$)/.exec(source.slice(at))!;
      value = unescape(match[1]!) + (match[2] === "\\" ? "\\" : "");
      at += match[0].length;
      const semicolon = source.indexOf(";", at);
      at = semicolon === -1 ? source.length : semicolon + 1;
    } else {
      const semicolon = source.indexOf(";", at);
      end = semicolon === -1 ? source.length : semicolon;
      value = source.slice(at, end).replace(kTrailingSpace, "");
      at = end + 1;
      if (value === "") continue;
    }
    if (name !== "" && !kNotToken.test(name) && !kNotQuotable.test(value) && !params.has(name)) params.set(name, value);
  }
}

/** A MIME type: `new MIMEType('text/html; charset=utf-8')`. */
export class MIMEType {
  #type: string;
  #subtype: string;
  #params = new MIMEParams();

  constructor(input: string) {
    const text = `${input}`;
    const start = text.search(kLeadingSpace);
    const slash = text.indexOf("/", start);
    const type = slash === -1 ? text.slice(start) : text.slice(start, slash);
    if (type === "" || slash === -1 || kNotToken.test(type)) {
      throw new ERR_INVALID_MIME_SYNTAX("type", text, type.search(kNotToken));
    }
    const semicolon = text.indexOf(";", slash);
    const raw = semicolon === -1 ? text.slice(slash + 1) : text.slice(slash + 1, semicolon);
    const subtype = raw.replace(kTrailingSpace, "");
    if (subtype === "" || kNotToken.test(subtype)) {
      throw new ERR_INVALID_MIME_SYNTAX("subtype", text, subtype.search(kNotToken));
    }
    this.#type = lower(type);
    this.#subtype = lower(subtype);
    if (semicolon !== -1) parseParams(this.#params, text.slice(semicolon + 1));
  }

  get type(): string {
    return this.#type;
  }
  set type(value: string) {
    const type = `${value}`;
    checkToken(type, "type");
    this.#type = lower(type);
  }
  get subtype(): string {
    return this.#subtype;
  }
  set subtype(value: string) {
    const subtype = `${value}`;
    checkToken(subtype, "subtype");
    this.#subtype = lower(subtype);
  }
  get essence(): string {
    return `${this.#type}/${this.#subtype}`;
  }
  get params(): MIMEParams {
    return this.#params;
  }
  toString(): string {
    const params = this.#params.toString();
    return params === "" ? this.essence : `${this.essence};${params}`;
  }
  toJSON(): string {
    return this.toString();
  }
}
