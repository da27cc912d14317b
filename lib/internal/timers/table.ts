/**
 * Timer lists by duration: a hash table chained through the lists themselves. It grows and never shrinks, so that lists
 * that come and go leave no tables behind for the garbage collector, as those of a Map would.
 */
import type { TimerList } from "./list";

export class ListTable {
  /** The heads of the chains; their number is a power of two. */
  #chains: (TimerList | null)[] = new Array(16).fill(null);
  #count = 0;

  get(duration: number): TimerList | null {
    const chains = this.#chains;
    let list = chains[duration & (chains.length - 1)]!;
    while (list !== null && list.duration !== duration) list = list.chained!;
    return list;
  }
  /** Adds a list whose duration has none yet. */
  add(list: TimerList): void {
    if (++this.#count > this.#chains.length) this.#grow();
    this.#link(list);
  }
  /** Takes out a list that is in the table. */
  delete(list: TimerList): void {
    const chains = this.#chains;
    const index = list.duration & (chains.length - 1);
    let at = chains[index]!;
    if (at === list) {
      chains[index] = list.chained;
    } else {
      while (at.chained !== list) at = at.chained!;
      at.chained = list.chained;
    }
    list.chained = null;
    this.#count--;
  }
  forEach(callback: (list: TimerList) => void): void {
    for (const head of this.#chains) {
      for (let list = head; list !== null; list = list.chained) callback(list);
    }
  }

  #link(list: TimerList): void {
    const index = list.duration & (this.#chains.length - 1);
    list.chained = this.#chains[index]!;
    this.#chains[index] = list;
  }
  #grow(): void {
    const old = this.#chains;
    this.#chains = new Array(old.length * 2).fill(null);
    for (const head of old) {
      for (let list = head; list !== null; ) {
        const next: TimerList | null = list.chained;
        this.#link(list);
        list = next;
      }
    }
  }
}
