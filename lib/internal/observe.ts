/** What the loop's observer knows, for programs. */
import blocking from "binding:blocking";
import observe from "binding:observe";
import { onStart } from "./startup";
import { lastMicrotask } from "./ticks";

export interface SourcePlace {
  function: string;
  file: string;
  line: number;
  column: number;
}
export interface Waiters {
  count: number;
  /** Milliseconds. */
  longest: number;
  /** The sum of their waits; a wait that is not known counts as the least that it can have been. */
  total: number;
}
/** A function that was seen running during a long task, within its callers. Numbers are shares of all stacks, from 0 to 1. */
export interface SeenCall {
  /** Empty for top-level code and functions without a name. */
  function: string;
  file: string;
  /** Where in it most of the stacks were. */
  line: number;
  /** How many calls between its caller and it are left out, each of which only called the next; absent when there are none. */
  skipped?: number;
  /** With what it called. */
  total: number;
  /** In the function itself. */
  self: number;
  /** In calls that are left out because each was seen seldom. */
  other: number;
  /** The most frequent first. */
  calls: SeenCall[];
}
/** A task that held the loop for `--long-task-threshold` or longer. Times in milliseconds. */
export interface LongTask {
  /** Counts every task of the process. */
  number: number;
  kind: string;
  /** On the clock of `performance.timeOrigin` + `performance.now()`: CLOCK_MONOTONIC. */
  startTime: number;
  duration: number;
  /** Of which ticks and microtasks. */
  drain: number;
  /** `process.nextTick` callbacks that ran. */
  ticks: number;
  /** Callbacks of `queueMicrotask` that ran. How many reactions of promises, V8 does not tell. */
  microtasks: number;
  /** When the task was asked for: the timer was set, the request made, the bytes came. To a few milliseconds; absent when not known. */
  queueTime?: number;
  /** When it could have run: the timer was due, the request complete. Until `startTime` it waited itself. Absent when not known. */
  readyTime?: number;
  /** What the duration went to; the parts add up to it. */
  split: Record<"javascript" | "sync" | "gc" | "cpuWait" | "stopped" | "unattributed", number>;
  /**
   * Of `split.cpuWait`, at most so much because the CPU quota of the process's cgroup was used up: the kernel counts that for all
   * processes of the cgroup together. Absent when it was not.
   */
  throttled?: number;
  /** Garbage collection, also within blocking calls. */
  gc: { count: number; scavenge: number; full: number; other: number };
  /** The callback that the task was for (a timer's, an immediate's, a request's), and where it is defined; absent when not known. */
  invoker?: SourcePlace;
  /**
   * The stack of the call that set the timer or the immediate, or made the request, innermost first. It is taken for callbacks
   * of which one was a long task within the last minute, and for all with `--record`; else absent.
   */
  origin?: SourcePlace[];
  cause: {
    type: "sync-call" | "javascript" | "tick-flood" | "microtask-flood" | "gc" | "cpu-wait" | "page-faults" | "native"
      | "unknown";
    /** What the task was doing; differs from `type` for `cpu-wait` and `page-faults`, when others kept it from doing it. */
    activity: string;
    /** The blocking call, when that was the activity; for a built-in function its name, where that is known. */
    name: string;
    /** Of the longest such call, in short: a path, the length of a text. */
    arguments: string;
    duration: number;
    calls: number;
    /** False when the place is not known: the stack is then empty or, for a built-in function, what ran next. */
    located: boolean;
    /**
     * Of a built-in function that is not located: the function that called it, where it is defined, and its callers. Absent when
     * that is not known either.
     */
    within?: SourcePlace[];
    /** Innermost first; a column of 0 is not known; lines and columns count from 1. */
    stack: SourcePlace[];
  };
  /** Where JavaScript was seen and how often, the most frequent first: the task, weighted. */
  seen: { count: number; stack: SourcePlace[] }[];
  /**
   * The same merged into a tree of calls, outermost first, of at most ten functions that were seen in 5 % of the stacks or more.
   * `count`: how many stacks were seen; `late`: those that came too late to tell where the time went, and are left out.
   * Absent when none was seen.
   */
  tree?: { count: number; late: number; other: number; calls: SeenCall[] };
  victims: Record<"timers" | "immediates" | "completions" | "sockets" | "connections", Waiters>;
}

/** `process.longTasks()`: the last 100 long tasks, oldest first, whether or not somebody waited. */
export function longTasks(): LongTask[] {
  return observe.longTasks(undefined) as LongTask[];
}

/**
 * A time in which requests waited for a thread of the pool for `--long-task-threshold` or longer, although the loop may have
 * been free. Waits that overlap are one. Times in milliseconds, on the clock of {@link LongTask.startTime}.
 */
export interface PoolWait {
  startTime: number;
  duration: number;
  /** How many requests waited that long. */
  count: number;
  /** The longest wait; what follows is about the request that had it. */
  longest: number;
  /** What was asked for: `stat`, `readFile`. */
  name: string;
  /** Requests in flight when it was made. */
  ahead: number;
  /** The pool's size: `UV_THREADPOOL_SIZE`, 4 by default. */
  threads: number;
  /**
   * `slow-work`: every thread was busy, and with something that took half the threshold or longer; `many-requests`: every thread
   * was busy with short work, of which there was much; `cpu-wait`: a thread was free, but got no CPU.
   */
  cause: "slow-work" | "many-requests" | "cpu-wait";
  /** What the threads did meanwhile: of each what ran last, and what was still running when the wait ended. */
  work: { name: string; startTime: number; duration: number; running: boolean }[];
}

/** `process.poolWaits()`: the last 100, oldest first. */
export function poolWaits(): PoolWait[] {
  return observe.poolWaits() as PoolWait[];
}

const parse = JSON.parse;
const wait = Atomics.wait;

/** Puts the functions of JavaScript that can block within scopes that name their caller. Names and lengths stay V8's. */
export function observeBlocking(): void {
  JSON.parse = blocking.parse;
  Atomics.wait = blocking.wait;
}
onStart(() => {
  blocking.setOriginals(parse, wait);
  observe.setLastMicrotask(lastMicrotask);
});
