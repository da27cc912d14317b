/** What `URLSearchParams.prototype.entries()` and its like return, and the form in which both are shown. */
import { ERR_INVALID_THIS } from "../errors";
import type { Pairs } from "./form";

const kInspect = Symbol.for("nodejs.util.inspect.custom");

/** `util.inspect`, as it hands itself to an object that shows itself. */
export type Inspect = (value: unknown, options: object) => string;
/** The options it hands over. */
export interface InspectContext {
  breakLength?: number;
  stylize(text: string, style: string): string;
}

/** Shown values in braces: on one line where they fit. */
export function braces(shown: string[], context: InspectContext): string {
  // Escape sequences of colours do not count as width.
  const plain = shown.join(", ").replace(/\x1b\[\d+m/g, "");
  if (plain.length <= (context.breakLength ?? 80) && !plain.includes("\n")) return `{ ${shown.join(", ")} }`;
  return `{\n  ${shown.join(",\n  ")} }`;
}

// What all iterators inherit from: `map`, `filter` and the like.
const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;

/** Walks over the pairs as they are at each step. */
export class ParamsIterator {
  #pairs: Pairs;
  #kind: "entries" | "keys" | "values";
  #at = 0;

  constructor(pairs: Pairs, kind: "entries" | "keys" | "values") {
    this.#pairs = pairs;
    this.#kind = kind;
  }

  #item(at: number): unknown {
    const pairs = this.#pairs;
    if (this.#kind === "keys") return pairs[at]!;
    return this.#kind === "values" ? pairs[at + 1]! : [pairs[at]!, pairs[at + 1]!];
  }

  next(): { value: unknown; done: boolean } {
    if (typeof this !== "object" || this === null || !(#pairs in this)) {
      throw new ERR_INVALID_THIS("URLSearchParamsIterator");
    }
    if (this.#at >= this.#pairs.length) return { value: undefined, done: true };
    const value = this.#item(this.#at);
    this.#at += 2;
    return { value, done: false };
  }

  [kInspect](depth: number, context: InspectContext, inspect: Inspect): string {
    if (!(#pairs in this)) throw new ERR_INVALID_THIS("URLSearchParamsIterator");
    if (typeof depth === "number" && depth < 0) return context.stylize("[Object]", "special");
    const shown: string[] = [];
    for (let i = this.#at; i < this.#pairs.length; i += 2) shown.push(inspect(this.#item(i), context));
    return `URLSearchParams Iterator ${braces(shown, context)}`;
  }
}

delete (ParamsIterator.prototype as { constructor?: unknown }).constructor;
Object.setPrototypeOf(ParamsIterator.prototype, IteratorPrototype);
Object.defineProperties(ParamsIterator.prototype, {
  next: { enumerable: true },
  [Symbol.toStringTag]: { configurable: true, value: "URLSearchParams Iterator" },
});
