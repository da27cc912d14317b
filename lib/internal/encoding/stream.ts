/** UTF-8 that comes in pieces. */
import binding from "binding:encoding";

/** A decoder's state between chunks. `decode` gives undefined, and starts anew, when strict and malformed. */
export interface StreamState {
  decode(bytes: Uint8Array, flush: boolean): string | undefined;
}

/** How many bytes a lead byte promises; 1 for all that are no lead bytes. */
function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
// True when `second` may follow `lead`: some lead bytes restrict it.
function mayFollow(lead: number, second: number): boolean {
  const min = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const max = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return second >= min && second <= max;
}

/** The number of bytes at the end that are the beginning of a character, and may yet become a whole one. */
function unfinished(bytes: Uint8Array): number {
  const size = bytes.length;
  for (let back = 1; back <= 3 && back <= size; back++) {
    const byte = bytes[size - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const whole = sequenceLength(byte) <= back || (back > 1 && !mayFollow(byte, bytes[size - back + 1]!));
    return whole ? 0 : back;
  }
  return 0;
}

/** Puts what was held back in front of the next bytes. */
export function join(held: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (held.length === 0) return bytes;
  const all = new Uint8Array(held.length + bytes.length);
  all.set(held);
  all.set(bytes, held.length);
  return all;
}

export const none = new Uint8Array(0);

export class Utf8Stream implements StreamState {
  #fatal: boolean;
  #keepBom: boolean;
  #held: Uint8Array = none;
  // A byte order mark counts only at the very beginning.
  #begun = false;

  constructor(fatal: boolean, keepBom: boolean) {
    this.#fatal = fatal;
    this.#keepBom = keepBom;
  }

  decode(bytes: Uint8Array, flush: boolean): string | undefined {
    const all = join(this.#held, bytes);
    const tail = flush ? 0 : unfinished(all);
    const ready = tail === 0 ? all : all.subarray(0, all.length - tail);
    const text = binding.decodeUtf8(ready, this.#fatal, this.#keepBom || this.#begun);
    if (flush || text === undefined) {
      this.#held = none;
      this.#begun = false;
    } else {
      this.#held = tail === 0 ? none : all.slice(all.length - tail);
      if (ready.length > 0) this.#begun = true;
    }
    return text;
  }
}
