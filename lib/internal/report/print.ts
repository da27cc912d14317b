/** A report on a record, for a person. */
import { shouldColorize } from "../util/colors";
import { type Culprit, nameOf, placeOf, type Report, type Run, type Stall, waitedFor, whatOf } from "./aggregate";
import { type CallTree, treeBranches, treeLines } from "./call_tree";
import type { Moment } from "./timeline";

const kLevels = "▁▂▃▄▅▆▇█";
/** Trees that are shown. */
const kTrees = 3;
const kControls = /[\x00-\x1f\x7f-\x9f]/g;

const plain = (text: string): string => text.replace(kControls, "?");
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

function time(ms: number): string {
  if (ms < 1) return `${ms.toFixed(2)} ms`;
  if (ms < 1000) return `${ms.toFixed(1)} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(2)} s`;
  return ms < 7_200_000 ? `${(ms / 60_000).toFixed(1)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}

const moment = (at: number): string => new Date(at).toISOString().replace("T", " ").slice(0, 19);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Columns of text, the last one to the left and the others to the right. */
function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const last = head.length - 1;
  return [head, ...rows].map((row) => `  ${row.map((cell, i) => (i === last ? cell : cell.padStart(widths[i]!))).join("  ")}`);
}

function levels(values: (number | null)[], scale: (value: number) => number): string {
  return values
    .map((value) => (value === null ? " " : kLevels[Math.min(7, Math.max(0, Math.floor(scale(value) * 8)))]))
    .join("");
}

/** Delays differ by orders of magnitude: from 0.1 ms up, by their logarithm. */
function delayLine(timeline: Moment[], key: "p50" | "p99" | "max"): string {
  const values = timeline.map((m) => (m.utilization === null ? null : m.delay[key]));
  const most = Math.max(0, ...values.map((v) => v ?? 0));
  const span = Math.log(Math.max(most, 1) / 0.1);
  return `${levels(values, (v) => (v <= 0.1 ? 0 : Math.log(v / 0.1) / span))}  up to ${time(most)}`;
}

function runText(run: Run): string {
  let end = run.end === "ended" ? "ended" : `ended by ${run.end}`;
  if (run.end === "cut off") end = "no end is recorded: it crashed, was killed, or still runs";
  return `  pid ${run.pid}, ${plain(run.script) || "no script"}, ${moment(run.from)}, ${time(run.to - run.from)}, ${end}`;
}

function culpritRow(culprit: Culprit): string[] {
  const name = nameOf(culprit.what, culprit.place);
  const { count, waiters } = culprit;
  return [time(culprit.waited), String(waiters), String(count), time(culprit.total), time(culprit.worst), plain(name)];
}

function stallRow(stall: Stall): string[] {
  const { waiters, waited } = waitedFor(stall);
  const place = placeOf(stall);
  const args = stall.cause.arguments ? `(${stall.cause.arguments})` : "";
  const what = nameOf(whatOf(stall) + args, place);
  const who = waiters === 0 ? "nobody" : `${waiters}, ${time(waited)}`;
  return [moment(stall.time), time(stall.duration), String(stall.kind), who, plain(what)];
}

/** Of the longest those whose time went to several functions, with their trees of calls. */
function treesOf(worst: Stall[]): [Stall, string[]][] {
  const several = worst.filter(({ tree }) => treeBranches(tree)).slice(0, kTrees);
  return several.map((stall) => [stall, treeLines(stall.tree as CallTree).map(plain)]);
}

function treeNote({ tree }: Stall): string {
  const { count, late } = tree as CallTree;
  return `, in JavaScript ${plural(count, "time")}${late > 0 ? `, and ${plural(late, "time")} too late to tell where` : ""}`;
}

function loopLines(report: Report): string[] {
  const { timeline, observed, gc } = report;
  const tasks = Object.entries(report.tasks).map(([kind, count]) => `${plain(kind)} ${count}`);
  const lines = [
    `  busy ${percent(report.busy / observed)} of ${time(observed)}; CPU time ${percent(report.cpu / observed)}; ` +
      `garbage collection ${time(gc.duration)} (${percent(gc.duration / observed)}); memory up to ${(report.rss / 1048576).toFixed(0)} MiB`,
    `  tasks: ${tasks.slice(0, 8).join(", ") || "none"}`,
  ];
  if (timeline.length > 1) {
    lines.push(
      `  each column is ${time(timeline[0]!.to - timeline[0]!.from)}; the heights of the delays are logarithmic`,
      `  busy       ${levels(timeline.map((m) => m.utilization), (v) => v)}  up to ${percent(Math.max(...timeline.map((m) => m.utilization ?? 0)))}`,
      `  delay p50  ${delayLine(timeline, "p50")}`,
      `  delay p99  ${delayLine(timeline, "p99")}`,
      `  delay max  ${delayLine(timeline, "max")}`,
    );
  } else lines.push(`  delay: p50 ${time(report.delay.p50)}, p99 ${time(report.delay.p99)}, max ${time(report.delay.max)}`);
  return lines;
}

function notes(report: Report): string[] {
  const { lines, torn } = report.unreadable;
  const out: string[] = [];
  if (report.stopped > 0) out.push(`${plural(report.stopped, "task")} took long only because the process was stopped; they are not counted`);
  if (report.dropped > 0) out.push(`${plural(report.dropped, "line")} could not be recorded: the disk was full, or too slow`);
  if (lines > 0) out.push(`${plural(lines, "line")} could not be read, and ${lines === 1 ? "was" : "were"} left out`);
  if (torn > 0) out.push("the last line was cut off, and was left out");
  return out;
}

/** Several lines, with a line feed at the end; in colour when `stream` shows them. */
export function format(report: Report, stream: any): string {
  const bold = shouldColorize(stream) ? (text: string) => `\x1b[1m${text}\x1b[0m` : (text: string) => text;
  const { runs, longTasks } = report;
  const lines = [bold(`${report.files.map(plain).join(" and ")}: ${plural(runs.length, "run")}, ${moment(report.from)} to ${moment(report.to)} UTC`)];
  const shown = runs.slice(-10);
  if (shown.length < runs.length) lines.push(`  ${runs.length - shown.length} earlier, and`);
  lines.push(...shown.map(runText), "");
  if (report.observed > 0) lines.push(bold("The loop"), ...loopLines(report), "");
  if (longTasks.count === 0) lines.push(bold("No long tasks"));
  else {
    const { count, waiters } = longTasks;
    lines.push(
      bold(`${plural(count, "long task")}, ${time(longTasks.total)} together`) +
        `; ${waiters === 0 ? "nobody waited" : `${waiters} waited, ${time(longTasks.waited)} together`}`,
      ...(longTasks.throttled > 0 ? [`  up to ${time(longTasks.throttled)} of it throttled by the CPU quota of the cgroup`] : []),
      "",
      bold("Culprits, by the time that they took from others"),
      ...table(["waited", "waiters", "tasks", "total", "worst", "culprit"], report.culprits.map(culpritRow)),
      "",
      bold("The longest"),
      ...table(["ended (UTC)", "duration", "kind", "waited", "culprit"], report.worst.map(stallRow)),
      ...treesOf(report.worst).flatMap(([stall, lines]) => [
        "",
        bold(`Seen of the ${time(stall.duration)} that ended at ${moment(stall.time)}`) + treeNote(stall),
        ...lines,
      ]),
    );
  }
  const remarks = notes(report);
  if (remarks.length > 0) lines.push("", ...remarks.map((remark) => `Note: ${remark}.`));
  return `${lines.join("\n")}\n`;
}
