/** A binary heap of timer lists by (expiry, id). Each list knows its position, so that it can be moved or removed. */
import type { TimerList } from "./list";

const before = (a: TimerList, b: TimerList): boolean => a.expiry < b.expiry || (a.expiry === b.expiry && a.id < b.id);

export class ListHeap {
  #items: TimerList[] = [];

  peek(): TimerList | undefined {
    return this.#items[0];
  }
  insert(list: TimerList): void {
    this.#items.push(list);
    this.#place(list, this.#items.length - 1);
    this.#up(this.#items.length - 1);
  }
  /** Restores the order after the list's expiry changed. */
  update(list: TimerList): void {
    this.#down(list.position);
    this.#up(list.position);
  }
  remove(list: TimerList): void {
    const position = list.position;
    if (position < 0) return;
    list.position = -1;
    const last = this.#items.pop()!;
    if (last === list) return;
    this.#place(last, position);
    this.update(last);
  }

  #place(list: TimerList, position: number): void {
    this.#items[position] = list;
    list.position = position;
  }
  #up(position: number): void {
    const list = this.#items[position]!;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      if (!before(list, this.#items[parent]!)) break;
      this.#place(this.#items[parent]!, position);
      position = parent;
    }
    this.#place(list, position);
  }
  #down(position: number): void {
    const list = this.#items[position]!;
    const length = this.#items.length;
    for (;;) {
      let child = 2 * position + 1;
      if (child >= length) break;
      if (child + 1 < length && before(this.#items[child + 1]!, this.#items[child]!)) child++;
      if (!before(this.#items[child]!, list)) break;
      this.#place(this.#items[child]!, position);
      position = child;
    }
    this.#place(list, position);
  }
}
