/** The process object itself, empty: the other files of this folder put its members on it. */
import EventEmitter from "../../events";

function ProcessConstructor(this: unknown): void {}
Object.defineProperty(ProcessConstructor, "name", { value: "process" });
const prototype: object = Object.create(EventEmitter.prototype, {
  constructor: { value: ProcessConstructor, writable: true, configurable: true, enumerable: false },
});
ProcessConstructor.prototype = prototype;

/** `process`: an EventEmitter with what the files of internal/process define on it. */
export const process: any = Object.create(prototype);
EventEmitter.call(process);
Object.defineProperty(process, Symbol.toStringTag, { value: "process", configurable: true });

/** Adds plain members: enumerable, writable, configurable. */
export function define(members: Record<string, unknown>): void {
  Object.assign(process, members);
}

/** Adds an accessor. `set` is optional: without it, assigning throws in strict code. */
export function defineAccessor(
  name: string,
  get: () => unknown,
  set?: (value: any) => void,
  attributes: { enumerable?: boolean; configurable?: boolean } = {},
): void {
  Object.defineProperty(process, name, { enumerable: true, configurable: true, ...attributes, get, set });
}
