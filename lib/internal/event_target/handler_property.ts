/** Event handler properties: `onabort` and its like (HTML Standard, section 8.1.8.1). */
import type { Event } from "./event";
import type { EventTarget } from "./event_target";

type Handler = (this: EventTarget, event: Event) => any;
interface Slot {
  handler: Handler | object;
  listener: (event: Event) => any;
}

/**
 * Defines `on<type>` on a prototype. The handler is called in the place among the listeners where it was first set; null
 * (or anything that is no object) removes it.
 */
export function defineHandlerProperty(prototype: EventTarget, type: string): void {
  const slots = new WeakMap<EventTarget, Slot>();
  Object.defineProperty(prototype, `on${type}`, {
    configurable: true,
    enumerable: true,
    get(this: EventTarget): Handler | object | null {
      return slots.get(this)?.handler ?? null;
    },
    set(this: EventTarget, value: unknown) {
      const slot = slots.get(this);
      if (typeof value !== "function" && (typeof value !== "object" || value === null)) {
        if (slot === undefined) return;
        slots.delete(this);
        this.removeEventListener(type, slot.listener);
        return;
      }
      if (slot !== undefined) {
        slot.handler = value as Handler;
        return;
      }
      const made: Slot = {
        handler: value as Handler,
        listener(this: unknown, event: Event) {
          if (typeof made.handler !== "function") return undefined;
          const result = Reflect.apply(made.handler, this, [event]);
          if (result === false) event.preventDefault();
          return result;
        },
      };
      slots.set(this, made);
      this.addEventListener(type, made.listener);
    },
  });
}
