/** What the loop's observer knows, for programs. */
import blocking from "binding:blocking";
import observe from "binding:observe";
import { onStart } from "./startup";

export interface Waiters {
  count: number;
  /** Milliseconds. */
  longest: number;
}
/** A task that held the loop for `--long-task-threshold` or longer. Times in milliseconds. */
export interface LongTask {
  /** Counts every task of the process. */
  number: number;
  kind: string;
  /** On the clock of `performance.timeOrigin` + `performance.now()`: CLOCK_MONOTONIC. */
  startTime: number;
  duration: number;
  /** Of which garbage collection. */
  gc: number;
  cause: {
    type: "sync-call" | "javascript" | "tick-flood" | "microtask-flood" | "gc" | "native" | "unknown";
    /** The blocking call, for `sync-call`. */
    name: string;
    duration: number;
    calls: number;
    /** Innermost first; lines and columns count from 1. */
    stack: { function: string; file: string; line: number; column: number }[];
  };
  victims: Record<"timers" | "immediates" | "completions" | "sockets" | "connections", Waiters>;
}

/** `process.longTasks()`: the last 100 long tasks, oldest first, whether or not somebody waited. */
export function longTasks(): LongTask[] {
  return observe.longTasks() as LongTask[];
}

const parse = JSON.parse;
const wait = Atomics.wait;

/** Puts the functions of JavaScript that can block within scopes that name their caller. Names and lengths stay V8's. */
export function observeBlocking(): void {
  JSON.parse = blocking.parse;
  Atomics.wait = blocking.wait;
}
onStart(() => blocking.setOriginals(parse, wait));
