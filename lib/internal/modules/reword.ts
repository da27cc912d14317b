/** Errors that get a better message after they were made. */
import binding from "binding:modules";

/** Gives an error another message, in its stack too; the place it was thrown at stays known. */
export function reword(error: Error, message: string): void {
  binding.keepPlace(error);
  const old = error.message;
  const { stack } = error;
  error.message = message;
  if (typeof stack !== "string" || stack.includes(message)) return;
  const at = stack.indexOf(old);
  if (at >= 0) error.stack = stack.slice(0, at) + message + stack.slice(at + old.length);
}
