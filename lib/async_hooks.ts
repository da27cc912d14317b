/** `node:async_hooks`: context that follows asynchronous work. */
import { AsyncLocalStorage } from "./internal/async/local_storage";
import { AsyncResource, executionAsyncId, executionAsyncResource, triggerAsyncId } from "./internal/async/resource";
import { coded } from "./internal/errors";

const ERR_METHOD_NOT_IMPLEMENTED = coded(
  Error,
  "ERR_METHOD_NOT_IMPLEMENTED",
  "The async_hooks.createHook() method is not implemented: following every resource makes a whole program slow. " +
    "Use AsyncLocalStorage to carry context, and diagnostics_channel to be told of events",
);

/** Refused: hooks on every asynchronous resource cost too much. The message names what to use instead. */
export function createHook(): never {
  throw new ERR_METHOD_NOT_IMPLEMENTED();
}

const asyncHooks = {
  AsyncLocalStorage,
  createHook,
  executionAsyncId,
  triggerAsyncId,
  executionAsyncResource,
  AsyncResource,
};
export { AsyncLocalStorage, AsyncResource, executionAsyncId, executionAsyncResource, triggerAsyncId };
export default asyncHooks;
