/** A first-in, first-out queue in linked blocks of fixed size: no shifting, and memory that is given back. */
const kSize = 1024;

class Block<T> {
  list: (T | undefined)[] = new Array(kSize);
  head = 0;
  tail = 0;
  next: Block<T> | null = null;
}

export class FixedQueue<T> {
  #front: Block<T> = new Block();
  #back: Block<T> = this.#front;

  isEmpty(): boolean {
    return this.#front === this.#back && this.#front.head === this.#front.tail;
  }
  push(item: T): void {
    let back = this.#back;
    if (back.tail === kSize) {
      back.next = new Block();
      this.#back = back = back.next;
    }
    back.list[back.tail++] = item;
  }
  /** The oldest item, or undefined when there is none. */
  shift(): T | undefined {
    const front = this.#front;
    if (front.head === front.tail) return undefined;
    const item = front.list[front.head];
    front.list[front.head++] = undefined;
    if (front.head === front.tail) {
      if (front.next) {
        this.#front = front.next;
      } else {
        front.head = front.tail = 0; // the only block is empty: use it again from its start
      }
    }
    return item;
  }
}
