/** What a message learns when the other side goes away. */
import { connectionReset } from "./errors";
import { hasStreamState } from "./incoming";

/** The other side went away before the message ended. */
export function abortMessage(message: any): void {
  if (!message.complete) abandonMessage(message);
}
/** The connection went away too early: 'aborted' and 'close' for those who listen; whoever looks later finds a destroyed stream. */
export function abandonMessage(message: any): void {
  if (message._events !== undefined || message._controller !== undefined || hasStreamState(message)) {
    message.destroy(connectionReset("aborted"));
  } else {
    message._lost = message.aborted = true;
  }
}
