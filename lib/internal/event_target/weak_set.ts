/** A set that can be walked and that does not keep its members alive. */
export class IterableWeakSet<T extends object> {
  readonly #refs = new Set<WeakRef<T>>();
  // Made with the first member, in the process that uses it: never part of a startup snapshot.
  #registry: FinalizationRegistry<WeakRef<T>> | undefined;

  add(member: T): void {
    const ref = new WeakRef(member);
    this.#refs.add(ref);
    this.#registry ??= new FinalizationRegistry((gone) => this.#refs.delete(gone));
    this.#registry.register(member, ref);
  }

  /** The members that are still alive, in the order in which they were added. */
  alive(): T[] {
    const members: T[] = [];
    for (const ref of this.#refs) {
      const member = ref.deref();
      if (member !== undefined) members.push(member);
    }
    return members;
  }

  clear(): void {
    this.#refs.clear();
  }
}
