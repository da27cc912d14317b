/** `longtask` entries: a long task in the words of the Long Tasks and Long Animation Frames APIs. */
import fs from "../../fs";
import type { LongTask } from "../observe";
import { fileURLToPath, pathToFileURL } from "../url/file";
import clock from "binding:clock";
import { kMake, PerformanceNodeEntry } from "./entry";

/** What the web calls long. */
const kBlockingAfter = 50;

/** The kind of thing that began the task, in LoAF's words: kinds not named here are `event-listener`. */
const kInvokerTypes: Record<string, string> = {
  main: "classic-script",
  timer: "user-callback",
  immediate: "user-callback",
  fs: "user-callback",
  dns: "user-callback",
  pool: "user-callback",
  write: "user-callback",
  closing: "user-callback",
  platform: "user-callback",
};
const kInvokers: Record<string, string> = { timer: "TimerHandler", immediate: "ImmediateHandler" };

type Frame = LongTask["cause"]["stack"][number];

/** The innermost function of the program; of Rondo itself only when there is no other. */
function placeOf(task: LongTask): Frame | undefined {
  const { stack } = task.cause;
  return stack.find((frame) => frame.file !== "" && !frame.file.startsWith("node:")) ?? stack[0];
}

/** On the clock of `performance.now()`, in whole nanoseconds. */
function sinceStart(time: number): number {
  return Math.max(0, Math.round((time - clock.startTime()) * 1e6) / 1e6);
}

function urlOf(file: string): string {
  return file.startsWith("/") ? pathToFileURL(file).href : file;
}

/** Where in the file's text the line and column are, or -1 when the file cannot be read or has no such place. */
function offsetOf(url: string, line: number, column: number): number {
  if (!url.startsWith("file:") || line < 1) return -1;
  let text: string;
  try {
    text = fs.readFileSync(fileURLToPath(url), "utf8");
  } catch {
    return -1;
  }
  let offset = 0;
  for (let at = 1; at < line; at++) {
    offset = text.indexOf("\n", offset) + 1;
    if (offset === 0) return -1;
  }
  offset += Math.max(column, 1) - 1;
  return offset <= text.length ? offset : -1;
}

/**
 * A task that held the loop for `--long-task-threshold` or longer. `name` is `self`, the only one of the Long Tasks API
 * that fits; what the API for animation frames says of scripts is said of the task; `detail` is the object that
 * `process.longTasks()` has, with `line` and `column` (from 1) of `sourceURL`.
 */
export class PerformanceLongTaskTiming extends PerformanceNodeEntry {
  #task: LongTask;
  #place: Frame | undefined;
  #position: number | undefined = undefined;

  constructor(key?: symbol, task?: LongTask) {
    const place = task && placeOf(task);
    const start = key === kMake ? sinceStart(task!.startTime) : 0;
    const detail = { ...task, line: place?.line ?? -1, column: place?.column ?? -1 };
    super(key, "self", "longtask", start, task?.duration, detail);
    this.#task = task!;
    this.#place = place;
  }

  /** What called the program: `TimerHandler`, `process.nextTick`, the main script's URL, or the task's kind (`http`). */
  get invoker(): string {
    const { kind, cause } = this.#task;
    if (cause.activity === "microtask-flood") return "Promise.then";
    if (cause.activity === "tick-flood") return "process.nextTick";
    if (kind === "main") return urlOf(process.argv[1] ?? "");
    return kInvokers[kind] ?? kind;
  }
  /** `classic-script` (the main script), `user-callback`, `event-listener` or `resolve-promise`. */
  get invokerType(): string {
    const { kind, cause } = this.#task;
    if (cause.activity === "microtask-flood") return "resolve-promise";
    if (cause.activity === "tick-flood") return "user-callback";
    return kInvokerTypes[kind] ?? "event-listener";
  }
  /** The file of the function that held the loop, as a URL; empty when it is not known. */
  get sourceURL(): string {
    return this.#place ? urlOf(this.#place.file) : "";
  }
  get sourceFunctionName(): string {
    return this.#place?.function ?? "";
  }
  /** Counts characters of the file, which is read when first asked; -1 when unknown. */
  get sourceCharPosition(): number {
    const place = this.#place;
    return (this.#position ??= place ? offsetOf(urlOf(place.file), place.line, place.column) : -1);
  }
  /** Milliseconds beyond the 50 that the web allows a task. */
  get blockingDuration(): number {
    return Math.max(0, this.duration - kBlockingAfter);
  }
  override toJSON(): object {
    const { name, entryType, startTime, duration, invoker, invokerType, sourceURL, sourceFunctionName } = this;
    const { sourceCharPosition, blockingDuration, detail } = this;
    const web = { invoker, invokerType, sourceURL, sourceFunctionName, sourceCharPosition, blockingDuration };
    return { name, entryType, startTime, duration, ...web, detail };
  }
}
