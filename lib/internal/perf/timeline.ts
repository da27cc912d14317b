/** The entries that `performance.getEntries()` gives: marks and measures, until they are cleared. */
import type { PerformanceEntry } from "./entry";

declare const process: any;
/** Nobody clears so many entries: a program is told once that they take memory. */
const kWarnAt = 1e6;
let warned = false;
let marks: PerformanceEntry[] = [];
let measures: PerformanceEntry[] = [];

/** Sorted by start; entries that start together stay in the order of their making. */
export function sorted(entries: PerformanceEntry[]): PerformanceEntry[] {
  return entries.sort((a, b) => a.startTime - b.startTime);
}

/** Keeps a mark or a measure. */
export function keep(entry: PerformanceEntry): void {
  const list = entry.entryType === "mark" ? marks : measures;
  list.push(entry);
  if (list.length > kWarnAt && !warned) {
    warned = true;
    const what = entry.entryType === "mark" ? ["mark", "clearMarks"] : ["measure", "clearMeasures"];
    const warning: any = new Error(
      `Possible perf_hooks memory leak detected. There are ${list.length} ${what[0]} entries in the timeline. ` +
        `Use performance.${what[1]}() to drop them`,
    );
    warning.name = "MaxPerformanceEntryBufferExceededWarning";
    warning.entryType = entry.entryType;
    warning.count = list.length;
    process.emitWarning(warning);
  }
}

/** The entries with that name and that type, where given. */
export function entriesOf(name?: string, type?: string): PerformanceEntry[] {
  const all = type === "mark" ? marks : type === "measure" ? measures : type === undefined ? [...marks, ...measures] : [];
  return sorted(all.filter((entry) => name === undefined || entry.name === name));
}

/** When the last mark of that name was, or undefined. */
export function timeOfMark(name: string): number | undefined {
  return marks.findLast((mark) => mark.name === name)?.startTime;
}

/** Drops the marks, or those of one name. */
export function clearMarks(name?: string): void {
  marks = name === undefined ? [] : marks.filter((mark) => mark.name !== name);
}
/** Drops the measures, or those of one name. */
export function clearMeasures(name?: string): void {
  measures = name === undefined ? [] : measures.filter((measure) => measure.name !== name);
}
