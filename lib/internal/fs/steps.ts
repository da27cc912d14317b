/**
 * Work on many files, written once as a generator that yields the operations which it needs done, and run either way:
 * synchronously, or with promises.
 */
import rawBinding from "binding:fs";
import { promised } from "./promise";
import { type BigIntStats, readStats } from "./stats";

const binding = rawBinding as any;

/** An operation of `binding:fs` with its arguments, or a function of the user's. */
export type Step = { op: string; args: unknown[] } | { call: () => any };
/** The generator gets back what the operation gives. */
export type Steps<T> = Generator<Step, T, any>;

export function* run(op: string, ...args: unknown[]): Steps<any> {
  return yield { op, args };
}
export function* call(fn: () => any): Steps<any> {
  return yield { call: fn };
}
/** The stats of a path, of a link itself unless `follow`; undefined when nothing is there. */
export function statOf(path: string, follow: boolean): Steps<BigIntStats | undefined> {
  return run(follow ? "stat" : "lstat", path, 2);
}

// What stat gives stands in arrays that the next call overwrites.
function take(op: string, value: any): any {
  if (op !== "stat" && op !== "lstat") return value;
  return value ? readStats(true) : undefined;
}

export function runSync<T>(steps: Steps<T>): T {
  let next = steps.next();
  while (!next.done) {
    const step = next.value;
    let value: any;
    try {
      value = "call" in step ? step.call() : take(step.op, binding[`${step.op}Sync`](...step.args));
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(value);
  }
  return next.value;
}

export async function runAsync<T>(steps: Steps<T>): Promise<T> {
  let next = steps.next();
  while (!next.done) {
    const step = next.value;
    let value: any;
    try {
      value =
        "call" in step
          ? await step.call()
          : await promised<any>((done) => {
              binding[step.op](...step.args, (error: unknown, result: any) => {
                done(error, error ? undefined : take(step.op, result));
              });
            });
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(value);
  }
  return next.value;
}
