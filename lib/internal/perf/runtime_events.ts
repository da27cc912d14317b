/**
 * What the runtime has to say, for performance observers and channels: long tasks and garbage collections. They are told
 * in a task of their own, in the loop's turn after the one they happened in; while nobody wants to hear of them they cost
 * nothing.
 */
import observe from "binding:observe";
import perf from "binding:perf";
import type { Channel } from "../diagnostics/channel";
import type { LongTask } from "../observe";
import { kMake, type PerformanceEntry, PerformanceNodeEntry } from "./entry";
import { PerformanceLongTaskTiming } from "./long_task_entry";
import { setTraced } from "./tracers";

/** Where entries go: `deliver` gives one to the observers of its type, `flush` calls those that got some. */
export interface Sink {
  deliver(entry: PerformanceEntry): void;
  flush(): void;
}

let listening = false;
let sink: Sink | undefined;
/** `rondo:longtask`, once somebody asked for it. */
let channel: Channel | undefined;
let observed = false;
let watching = false;
/** The number of the last long task that was told. */
let told = 0;

function listen(): void {
  if (listening) return;
  listening = true;
  perf.listen(() => {
    tellLongTasks();
    tellGc();
    sink?.flush();
  });
}

function tellLongTasks(): void {
  if (!watching) return;
  const tasks = observe.longTasks(told) as LongTask[];
  if (tasks.length > 0) told = tasks.at(-1)!.number;
  for (const task of tasks) {
    channel?.publish(task);
    if (observed) sink!.deliver(new PerformanceLongTaskTiming(kMake, task));
  }
}

function tellGc(): void {
  const times = perf.takeGc() as number[];
  for (let i = 0; i < times.length; i += 4) {
    const detail = { kind: times[i + 2], flags: times[i + 3] };
    sink!.deliver(new PerformanceNodeEntry(kMake, "gc", "gc", times[i], times[i + 1], detail));
  }
}

function watchLongTasks(): void {
  const wanted = observed || channel !== undefined;
  if (wanted === watching) return;
  listen();
  watching = wanted;
  if (wanted) told = (observe.longTasks(undefined) as LongTask[]).at(-1)?.number ?? 0;
  perf.watchLongTasks(wanted);
}

/** Entries of that type go to `to` from now on, or no longer. Types that do not come from the runtime are ignored. */
export function watch(type: string, on: boolean, to: Sink): void {
  sink = to;
  if (type === "gc") {
    listen();
    perf.watchGc(on);
  } else if (type === "longtask") {
    observed = on;
    watchLongTasks();
  } else if (type === "http" || type === "net" || type === "dns") {
    setTraced(type, on, to.deliver);
  }
}

/** The long tasks that are kept, the last 100, as entries. What was not told yet is told before. */
export function pastLongTasks(): PerformanceEntry[] {
  tellLongTasks();
  return (observe.longTasks(undefined) as LongTask[]).map((task) => new PerformanceLongTaskTiming(kMake, task));
}

/**
 * Publishes the long tasks from now on: each message is what `process.longTasks()` has of it. Called when the channel
 * `rondo:longtask` is made.
 */
export function publishLongTasks(to: Channel): void {
  channel = to;
  watchLongTasks();
}
