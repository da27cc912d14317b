/**
 * What lib/ and the loop tell each other of the running task, see Loop::SharedArrays: [its start, when the running timer or
 * immediate was set, when it was due, where it was set (an origin), whether origins are wanted]. Times in the loop's milliseconds.
 */
import loop from "binding:loop";

export const taskInfo = new Float64Array(5);

/** Where `callback` is being asked for: a number for {@link taskInfo}; 0 when that is not wanted, as mostly. */
export function originOf(callback: (...args: any[]) => void): number {
  return taskInfo[4] === 0 ? 0 : loop.origin(callback);
}

/** Said right before a timer or an immediate runs. */
export function noteWait(set: number, due: number, origin: number): void {
  taskInfo[1] = set;
  taskInfo[2] = due;
  taskInfo[3] = origin;
}
