/** EventEmitterAsyncResource: an emitter whose listeners run in the context in which it was made. */
import { AsyncResource } from "../async/resource";
import { validateString } from "../validators";
import { EventEmitter } from "./emitter";
import type { EventEmitterAsyncResourceConstructor, EventEmitterOptions, EventName } from "./types";

interface Options extends EventEmitterOptions {
  /** The type of the resource; the class's name by default. */
  name?: string;
  triggerAsyncId?: number;
  requireManualDestroy?: boolean;
}

/** The resource of an emitter; knows its emitter, as programs expect. */
class EventEmitterReferencingAsyncResource extends AsyncResource {
  readonly #emitter: EventEmitter;
  constructor(emitter: EventEmitter, type: string, options: Options) {
    super(type, options);
    this.#emitter = emitter;
  }
  get eventEmitter(): EventEmitter {
    return this.#emitter;
  }
}

class AsyncEmitter extends (EventEmitter as any as new (options?: EventEmitterOptions) => any) {
  #resource: EventEmitterReferencingAsyncResource;

  constructor(options?: string | Options) {
    let name: string | undefined;
    if (typeof options === "string") {
      name = options;
      options = undefined;
    } else {
      // A class made by `extends` names itself; this class must be told.
      if (new.target === AsyncEmitter) validateString(options?.name, "options.name");
      name = options?.name || new.target.name;
    }
    super(options);
    this.#resource = new EventEmitterReferencingAsyncResource(this as unknown as EventEmitter, name, options ?? {});
  }

  emit(event: EventName, ...args: any[]): boolean {
    return this.#resource.runInAsyncScope(EventEmitter.prototype.emit, this, event, ...args);
  }
  emitDestroy(): void {
    this.#resource.emitDestroy();
  }
  get asyncId(): number {
    return this.#resource.asyncId();
  }
  get triggerAsyncId(): number {
    return this.#resource.triggerAsyncId();
  }
  get asyncResource(): AsyncResource {
    return this.#resource;
  }
}
Object.defineProperty(AsyncEmitter, "name", { value: "EventEmitterAsyncResource", configurable: true });

export const EventEmitterAsyncResource = AsyncEmitter as unknown as EventEmitterAsyncResourceConstructor;
