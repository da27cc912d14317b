/** What a record comes to: sums, the worst, and how it went over time. Times in milliseconds, moments in ms since 1970. */
import type { LongTask, SourcePlace, Waiters } from "../observe";
import type { Unreadable } from "./read";
import { type Moment, Timeline } from "./timeline";

/** One start of the program. */
export interface Run {
  pid: number;
  script: string;
  rondo: string;
  from: number;
  to: number;
  /** `ended`: by itself; the name of a signal; `cut off`: the record stops without an end (a crash, a kill, or it still runs). */
  end: string;
}

/** Long tasks of the same cause, call and innermost place. */
export interface Culprit {
  cause: string;
  what: string;
  place: string;
  count: number;
  total: number;
  worst: number;
  waiters: number;
  /** The sum of the waits of all who waited. */
  waited: number;
}

/** A long task with the moment at which it ended. */
export type Stall = LongTask & { time: number; pid: number };

export interface Report {
  files: string[];
  runs: Run[];
  from: number;
  to: number;
  /** Time of which there are statistics, of which the loop was held. */
  observed: number;
  busy: number;
  cpu: number;
  rss: number;
  gc: { count: number; duration: number };
  tasks: Record<string, number>;
  longTasks: Omit<Culprit, "cause" | "what" | "place"> & { throttled: number };
  /** Tasks that took long only because the process was stopped. */
  stopped: number;
  /** Records that were lost because the disk was slow or full. */
  dropped: number;
  /** Of the seconds that were worst. */
  delay: { p50: number; p99: number; max: number };
  culprits: Culprit[];
  worst: Stall[];
  timeline: Moment[];
  unreadable: Unreadable;
}

/** Distinct culprits; more are merged into one. */
const kCulprits = 4096;

const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : 0);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Where the time went as far as it is known. */
const topOf = (task: LongTask): SourcePlace | undefined => (task.cause?.within ?? task.cause?.stack)?.[0];

/** "load (/srv/app.js:14:20)" */
export function placeOf(task: LongTask): string {
  const frame = topOf(task);
  if (!frame) return "";
  const place = `${frame.file}:${frame.line}${frame.column > 0 ? `:${frame.column}` : ""}`;
  return frame.function ? `${frame.function} (${place})` : place;
}

/** The same for what counts as one place: a blocking call is located exactly, JavaScript is seen at random moments. */
function placeKey(task: LongTask): string {
  const frame = topOf(task);
  if (!frame || task.cause.activity === "sync-call") return placeOf(task);
  return frame.function ? `in ${frame.function} ${frame.file}` : `${frame.line} ${frame.file}`;
}

/** At most so long the CPU quota of the cgroup kept it from running. */
const throttled = (task: LongTask): number => number(task.throttled);

/** Of the place only the function is known. */
const kCalledIn = ", called in";

/** What held the loop, and where: `place` may be empty. */
export const nameOf = (what: string, place: string): string =>
  place === "" ? what : `${what}${what.endsWith(kCalledIn) ? "" : " at"} ${place}`;

/** What held the loop, in a few words. */
export function whatOf(task: LongTask): string {
  const cause = task.cause ?? {};
  const activity: Record<string, string> = {
    "sync-call": text(cause.name),
    javascript: "JavaScript",
    "tick-flood": "process.nextTick flood",
    "microtask-flood": "microtask flood",
    gc: "garbage collection",
    native: cause.located ? "a built-in function" : `${text(cause.name) || "a built-in function"}${cause.within ? kCalledIn : " before"}`,
  };
  const what = activity[cause.activity] ?? `a task of kind '${text(task.kind)}'`;
  if (cause.type === "cpu-wait") return `${throttled(task) > task.split?.cpuWait / 2 ? "no CPU quota" : "no CPU"} for ${what}`;
  return cause.type === "page-faults" ? `page faults in ${what}` : what;
}

/** How many waited for a task, and the sum of their waits. */
export function waitedFor(task: LongTask): { waiters: number; waited: number } {
  const victims: Waiters[] = Object.values(task.victims ?? {});
  let waiters = 0;
  let waited = 0;
  for (const one of victims) {
    waiters += number(one?.count);
    waited += number(one?.total);
  }
  return { waiters, waited };
}

/** Takes records in their order, and keeps what a report needs; memory is bounded but for one {@link Timeline} point a line. */
export class Aggregate {
  readonly unreadable: Unreadable = { lines: 0, torn: 0 };
  #top: number;
  #runs: Run[] = [];
  #culprits = new Map<string, Culprit>();
  #worst: Stall[] = [];
  #timeline = new Timeline();
  #all = { count: 0, total: 0, worst: 0, waiters: 0, waited: 0, throttled: 0 };
  #sums = { observed: 0, busy: 0, cpu: 0, rss: 0, stopped: 0, dropped: 0 };
  #gc = { count: 0, duration: 0 };
  #delay = { p50: 0, p99: 0, max: 0 };
  #tasks = new Map<string, number>();

  /** `top`: how many of the worst, and of the culprits, are wanted. */
  constructor(top: number) {
    this.#top = top;
  }

  take(record: any): void {
    const time = Date.parse(record.time);
    let run = this.#runs[this.#runs.length - 1];
    if (record.type === "record") {
      // A file that goes on with a run begins with the same line.
      const same = run !== undefined && run.pid === record.pid && run.from === time;
      if (!same) this.#begin(record, time);
      return;
    }
    // The line that began the run may be one that cannot be read.
    run ??= this.#begin(record, time);
    run.to = Math.max(run.to, time);
    if (record.type === "long-task") this.#takeLongTask(record, time);
    else if (record.type === "stats") this.#takeStats(record, time);
    else if (record.type === "end") run.end = text(record.signal) || "ended";
  }

  #begin(record: any, time: number): Run {
    const run = { pid: number(record.pid), script: text(record.script), rondo: text(record.rondo), from: time, to: time, end: "cut off" };
    this.#runs.push(run);
    return run;
  }

  #takeLongTask(task: any, time: number): void {
    if (typeof task.duration !== "number" || task.cause === null || typeof task.cause !== "object") {
      this.unreadable.lines++;
      return;
    }
    const { waiters, waited } = waitedFor(task);
    const what = whatOf(task);
    const place = placeOf(task);
    const cause = text(task.cause.type);
    let key = `${cause}\n${what}\n${placeKey(task)}`;
    if (!this.#culprits.has(key) && this.#culprits.size >= kCulprits) key = "";
    let culprit = this.#culprits.get(key);
    if (culprit === undefined) {
      const zero = { count: 0, total: 0, worst: 0, waiters: 0, waited: 0 };
      culprit = key === "" ? { cause: "", what: "others", place: "", ...zero } : { cause, what, place, ...zero };
      this.#culprits.set(key, culprit);
    }
    for (const sum of [culprit, this.#all]) {
      sum.count++;
      sum.total += task.duration;
      sum.worst = Math.max(sum.worst, task.duration);
      sum.waiters += waiters;
      sum.waited += waited;
    }
    this.#all.throttled += throttled(task);
    const { type: _, ...rest } = task;
    const worst = this.#worst;
    const at = worst.findIndex((other) => other.duration < task.duration);
    worst.splice(at < 0 ? worst.length : at, 0, { ...rest, time });
    if (worst.length > this.#top) worst.pop();
  }

  #takeStats(stats: any, time: number): void {
    const interval = number(stats.interval);
    const busy = number(stats.busy);
    const sums = this.#sums;
    sums.observed += interval;
    sums.busy += busy;
    sums.cpu += number(stats.cpu);
    sums.rss = Math.max(sums.rss, number(stats.rss));
    sums.stopped += number(stats.stopped);
    sums.dropped += number(stats.dropped);
    this.#gc.count += number(stats.gc?.count);
    this.#gc.duration += number(stats.gc?.duration);
    for (const [kind, count] of Object.entries(stats.tasks ?? {})) this.#tasks.set(kind, (this.#tasks.get(kind) ?? 0) + number(count));
    const delay = { p50: number(stats.delay?.p50), p99: number(stats.delay?.p99), max: number(stats.delay?.max) };
    for (const key of ["p50", "p99", "max"] as const) this.#delay[key] = Math.max(this.#delay[key], delay[key]);
    this.#timeline.add(time, interval, busy, delay);
  }

  /** Whether there was anything to be read. */
  get empty(): boolean {
    return this.#runs.length === 0;
  }

  /** `columns`: how many moments the timeline is divided into. */
  finish(files: string[], columns: number): Report {
    const from = this.#runs.reduce((least, run) => Math.min(least, run.from), Infinity);
    const to = this.#runs.reduce((most, run) => Math.max(most, run.to), -Infinity);
    const culprits = [...this.#culprits.values()].sort((a, b) => b.waited - a.waited || b.total - a.total);
    return {
      files,
      runs: this.#runs,
      from,
      to,
      ...this.#sums,
      gc: this.#gc,
      tasks: Object.fromEntries([...this.#tasks].sort((a, b) => b[1] - a[1])),
      longTasks: this.#all,
      delay: this.#delay,
      culprits: culprits.slice(0, this.#top),
      worst: this.#worst,
      timeline: this.#timeline.divide(from, to, columns),
      unreadable: this.unreadable,
    };
  }
}
