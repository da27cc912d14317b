/** `URLSearchParams`, and the pair of functions by which a URL owns one. */
import { ERR_INVALID_THIS, ERR_MISSING_ARGS } from "../errors";
import { validateFunction } from "../validators";
import { ERR_ARG_NOT_ITERABLE, ERR_INVALID_TUPLE } from "./errors";
import { braces, ParamsIterator, type Inspect, type InspectContext } from "./search_params_iterator";
import { parseForm, serializeForm, sortPairs, type Pairs } from "./form";

const kInspect = Symbol.for("nodejs.util.inspect.custom");

/** What owns search parameters is told their new text after each change. */
export interface QueryOwner {
  queryChanged(query: string): void;
}

/** Makes the parameters of `owner` from a query with or without its question mark. */
export let ownedParams: (query: string, owner: QueryOwner) => URLSearchParams;
/** Reads the parameters anew, after their owner got another query. */
export let resetParams: (params: URLSearchParams, query: string) => void;

// The class does not name itself in its body: it would be bundled under another name, and stacks would show that.
let check: (value: unknown) => void;
function empty(): URLSearchParams {
  return new URLSearchParams();
}

/** A text as the standard's USVString. */
function toText(value: unknown): string {
  const text = typeof value === "string" ? value : `${value as string}`;
  return text.isWellFormed() ? text : text.toWellFormed();
}

function readQuery(query: string): Pairs {
  return parseForm(query.charCodeAt(0) === 63 /* ? */ ? query.slice(1) : query);
}

function readInit(init: unknown): Pairs {
  if (init === undefined || init === null) return [];
  if (typeof init !== "object" && typeof init !== "function") return readQuery(toText(init));
  const iterator = (init as { [Symbol.iterator]?: unknown })[Symbol.iterator];
  if (iterator === undefined || iterator === null) return readRecord(init);
  if (typeof iterator !== "function") throw new ERR_ARG_NOT_ITERABLE("Query pairs");
  const pairs: Pairs = [];
  for (const pair of init as Iterable<unknown>) {
    if (
      pair === null ||
      (typeof pair !== "object" && typeof pair !== "function") ||
      typeof (pair as Partial<Iterable<unknown>>)[Symbol.iterator] !== "function"
    ) {
      throw new ERR_INVALID_TUPLE("Each query pair", "[name, value]");
    }
    const before = pairs.length;
    for (const element of pair as Iterable<unknown>) pairs.push(toText(element));
    if (pairs.length !== before + 2) throw new ERR_INVALID_TUPLE("Each query pair", "[name, value]");
  }
  return pairs;
}

const isEnumerable = Object.prototype.propertyIsEnumerable;

function readRecord(record: object): Pairs {
  const pairs: Pairs = [];
  let mended = false;
  for (const key of Reflect.ownKeys(record)) {
    if (!isEnumerable.call(record, key)) continue;
    const name = toText(key);
    mended ||= name !== key;
    pairs.push(name, toText((record as Record<PropertyKey, unknown>)[key]));
  }
  // Names that differed by lone surrogates only are one name now: the last value counts, at the first one's place.
  if (!mended) return pairs;
  const values = new Map<string, string>();
  for (let i = 0; i < pairs.length; i += 2) values.set(pairs[i]!, pairs[i + 1]!);
  return [...values].flat();
}

/** Reads and writes the query of a URL. */
export class URLSearchParams {
  #pairs: Pairs;
  #owner: QueryOwner | undefined;

  /** `init`: a query, an iterable of pairs, or an object of names and values. */
  constructor(init: unknown = undefined) {
    this.#pairs = readInit(init);
    this.#owner = undefined;
  }

  static {
    check = (value) => {
      if (typeof value !== "object" || value === null || !(#pairs in value)) throw new ERR_INVALID_THIS("URLSearchParams");
    };
    ownedParams = (query, owner) => {
      const params = empty();
      params.#pairs = readQuery(query);
      params.#owner = owner;
      return params;
    };
    resetParams = (params, query) => {
      // In place: iterators hold the array.
      const pairs = readQuery(query);
      params.#pairs.length = pairs.length;
      for (let i = 0; i < pairs.length; i++) params.#pairs[i] = pairs[i]!;
    };
  }

  #changed(): void {
    this.#owner?.queryChanged(serializeForm(this.#pairs));
  }

  /** The number of pairs. */
  get size(): number {
    check(this);
    return this.#pairs.length / 2;
  }

  /** Adds a pair at the end. */
  append(name: string, value: string): void {
    check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS("name", "value");
    this.#pairs.push(toText(name), toText(value));
    this.#changed();
  }

  /** Removes every pair of that name, or of that name and value. */
  delete(name: string, value: string | undefined = undefined): void {
    check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS("name");
    const pairs = this.#pairs;
    name = toText(name);
    if (value !== undefined) value = toText(value);
    let kept = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      if (pairs[i] === name && (value === undefined || pairs[i + 1] === value)) continue;
      pairs[kept] = pairs[i]!;
      pairs[kept + 1] = pairs[i + 1]!;
      kept += 2;
    }
    pairs.length = kept;
    this.#changed();
  }

  /** The first value of that name, or null. */
  get(name: string): string | null {
    check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS("name");
    const pairs = this.#pairs;
    name = toText(name);
    for (let i = 0; i < pairs.length; i += 2) {
      if (pairs[i] === name) return pairs[i + 1]!;
    }
    return null;
  }

  /** All values of that name. */
  getAll(name: string): string[] {
    check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS("name");
    const pairs = this.#pairs;
    const values: string[] = [];
    name = toText(name);
    for (let i = 0; i < pairs.length; i += 2) {
      if (pairs[i] === name) values.push(pairs[i + 1]!);
    }
    return values;
  }

  /** Is there a pair of that name, or of that name and value? */
  has(name: string, value: string | undefined = undefined): boolean {
    check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS("name");
    const pairs = this.#pairs;
    name = toText(name);
    if (value !== undefined) value = toText(value);
    for (let i = 0; i < pairs.length; i += 2) {
      if (pairs[i] === name && (value === undefined || pairs[i + 1] === value)) return true;
    }
    return false;
  }

  /** Gives the first pair of that name the value and removes the others; adds a pair when there is none. */
  set(name: string, value: string): void {
    check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS("name", "value");
    const pairs = this.#pairs;
    name = toText(name);
    value = toText(value);
    let found = false;
    let kept = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const same = pairs[i] === name;
      if (same && found) continue;
      pairs[kept] = pairs[i]!;
      pairs[kept + 1] = same ? value : pairs[i + 1]!;
      found ||= same;
      kept += 2;
    }
    pairs.length = kept;
    if (!found) pairs.push(name, value);
    this.#changed();
  }

  /** Sorts the pairs by name; the order within one name stays. */
  sort(): void {
    check(this);
    sortPairs(this.#pairs);
    this.#changed();
  }

  entries(): ParamsIterator {
    check(this);
    return new ParamsIterator(this.#pairs, "entries");
  }

  /** Calls `callback(value, name, params)` for each pair, those added on the way included. */
  forEach(callback: (value: string, name: string, params: URLSearchParams) => void, thisArg: unknown = undefined): void {
    check(this);
    validateFunction(callback, "callback");
    for (let i = 0; i < this.#pairs.length; i += 2) callback.call(thisArg, this.#pairs[i + 1]!, this.#pairs[i]!, this);
  }

  keys(): ParamsIterator {
    check(this);
    return new ParamsIterator(this.#pairs, "keys");
  }

  values(): ParamsIterator {
    check(this);
    return new ParamsIterator(this.#pairs, "values");
  }

  /** The query, without a question mark. */
  toString(): string {
    check(this);
    return serializeForm(this.#pairs);
  }

  [kInspect](depth: number, context: InspectContext, inspect: Inspect): string {
    check(this);
    if (typeof depth === "number" && depth < 0) return context.stylize("[Object]", "special");
    const shown: string[] = [];
    for (let i = 0; i < this.#pairs.length; i += 2) {
      shown.push(`${inspect(this.#pairs[i], context)} => ${inspect(this.#pairs[i + 1], context)}`);
    }
    return shown.length === 0 ? "URLSearchParams {}" : `URLSearchParams ${braces(shown, context)}`;
  }

  declare [Symbol.iterator]: () => ParamsIterator;
  declare readonly [Symbol.toStringTag]: string;
}

Object.defineProperties(URLSearchParams.prototype, {
  [Symbol.toStringTag]: { configurable: true, value: "URLSearchParams" },
  [Symbol.iterator]: { configurable: true, writable: true, value: URLSearchParams.prototype.entries },
  ...Object.fromEntries(
    "size append delete get getAll has set sort entries forEach keys values toString"
      .split(" ")
      .map((name) => [name, { enumerable: true }]),
  ),
});
