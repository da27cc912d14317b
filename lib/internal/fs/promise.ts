/** From a callback to a promise that resolves in the callback's task. */
import type { Callback } from "./options";

/** Gives the error a stack that shows who awaits: only asynchronous functions of the caller stand on it. */
async function rejected(error: any): Promise<never> {
  // Twice: after the first, the promise that the caller awaits does not follow this one yet.
  await undefined;
  await undefined;
  if (error instanceof Error && !error.stack?.includes("\n    at ")) Error.captureStackTrace(error, rejected);
  throw error;
}

/** The promise of one operation, which `start` begins; what `start` throws rejects it. */
export function promised<T>(start: (done: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    try {
      start((error, value) => resolve(error ? rejected(error) : (value as T)));
    } catch (error) {
      reject(error);
    }
  });
}
