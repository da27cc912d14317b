// The rounds summed up: what results.json holds.
import { pairedRatio, short, summary } from "./stats.mjs";

/**
 * A goal with what was measured: `met` is null where it cannot be told, the whole null where its peer did not run.
 * `ratioOf(peer, of)` is the median of the rounds' ratios.
 */
function judge(goal, peers, labels, unit, ratioOf) {
  if (!goal.peer) {
    const measured = peers.rondo.error ? null : peers.rondo.median;
    return { ...goal, text: `at most ${goal.atMost} ${unit}`, measured, met: measured === null ? null : measured <= goal.atMost };
  }
  const of = goal.of ?? "rondo";
  if (!peers[goal.peer] || !peers[of]) return null; // not run
  const ratio = ratioOf(goal.peer, of);
  const name = labels[goal.peer] ?? goal.peer;
  let text = `${name} at least ${goal.ratio} x as much`;
  if (goal.atMost) text = `at most ${goal.atMost} x ${name}`;
  else if (goal.ratio === 1) text = `no more than ${name}`;
  if (goal.of) text = `${labels[of]}: ${text}`;
  if (ratio === undefined || peers[of].error || peers[goal.peer].error) return { ...goal, text, measured: null, met: null };
  const measured = goal.atMost ? 1 / ratio : ratio;
  return { ...goal, text, measured, met: goal.atMost ? measured <= goal.atMost : measured >= goal.ratio };
}

/** One row of results.json from the state that `runRounds` left. */
export function summarise({ row, runtimes, samples, errors }) {
  const present = Object.values(samples).flat().filter(Boolean);
  const others = [...new Set(present.flatMap((sample) => Object.keys(sample)))].filter((key) => key !== "value");
  const of = (id, key) => Array.from(samples[id], (sample) => sample?.[key]);
  const figures = (id, key) => {
    const list = of(id, key);
    const numbers = list.filter((value) => Number.isFinite(value));
    if (numbers.length === 0) return null;
    return { ...summary(numbers), ratio: pairedRatio(list, of("rondo", key)), samples: numbers };
  };
  const peers = {};
  for (const { id, label, base, version } of runtimes) {
    const also = Object.fromEntries(others.map((key) => [key, figures(id, key)]).filter(([, value]) => value));
    peers[id] = { label, runtime: base, version, ...figures(id, "value"), also, error: errors[id] ?? null };
  }
  const labels = Object.fromEntries(runtimes.map(({ id, label }) => [id, label]));
  const ratioOf = (peer, base) => pairedRatio(of(peer, "value"), of(base, "value"))?.median;
  const goals = (row.goals ?? []).map((goal) => judge(goal, peers, labels, row.unit, ratioOf)).filter(Boolean);
  return { id: row.id, group: row.group, title: row.title, unit: row.unit, also: row.also ?? [], peers, goals };
}

/** "1.93 (1.88–2.01)": a ratio with its quartiles. */
export const ratioText = (ratio) =>
  (ratio.count === 1 ? short(ratio.median) : `${short(ratio.median)} (${short(ratio.q1)}–${short(ratio.q3)})`);
