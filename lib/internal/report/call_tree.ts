/** What was seen of a long task as a tree of calls, in lines; as runtime/observe/stacks/call_tree.h prints it. */
import type { LongTask, SeenCall } from "../observe";

export type CallTree = NonNullable<LongTask["tree"]>;

const kLeast = 0.05;
const kOnePlace = 0.9;
const kEnough = 3;

const share = (value: unknown): number => (typeof value === "number" && value >= 0 && value <= 1 ? value : 0);
const percent = (value: unknown): string => `${Math.round(share(value) * 100)} %`;

function callsOf(node: { calls?: unknown } | undefined): SeenCall[] {
  const calls = node?.calls;
  return Array.isArray(calls) ? calls.filter((call) => call !== null && typeof call === "object") : [];
}

const mostSelf = (call: SeenCall): number => Math.max(share(call.self), ...callsOf(call).map(mostSelf));

/** Whether it tells more than one place: no function has more than 90 % for itself. */
export function treeBranches(tree: CallTree | undefined): boolean {
  const calls = callsOf(tree);
  return calls.length > 0 && tree!.count >= kEnough && Math.max(...calls.map(mostSelf)) <= kOnePlace;
}

function nameOf(call: SeenCall): string {
  const skipped = Number(call.skipped ?? 0);
  const place = `${call.file}:${call.line}`;
  const name = call.function ? `${call.function} (${place})` : place;
  return skipped > 0 ? `${skipped} ${skipped === 1 ? "call" : "calls"} further: ${name}` : name;
}

/** A line each, callees indented. */
export function treeLines(tree: CallTree): string[] {
  const lines: string[] = [];
  const add = (value: unknown, depth: number, text: string): void => {
    lines.push(`  ${percent(value).padStart(5)}${" ".repeat(2 + 2 * depth)}${text}`);
  };
  const walk = (node: CallTree | SeenCall, depth: number): void => {
    for (const call of callsOf(node)) {
      const itself = callsOf(call).length > 0 && share(call.self) >= kLeast ? `, ${percent(call.self)} itself` : "";
      add(call.total, depth, nameOf(call) + itself);
      walk(call, depth + 1);
    }
    if (share(node.other) >= kLeast) add(node.other, depth, "others");
  };
  walk(tree, 0);
  return lines;
}
