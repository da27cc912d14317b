// results.md: one table a group, goals judged, failures in footnotes.
import { ratioText } from "./results.mjs";
import { short } from "./stats.mjs";

const cell = (text) => String(text).replace(/\|/g, "\\|").replace(/\n/g, " ");

function goalText({ text, met, measured }) {
  if (met === null) return `${text}: not judged`;
  return `${met ? "✅" : "❌"} ${text} (${short(measured)})`;
}

function figure(figures, id) {
  if (!figures) return "";
  const own = `**${short(figures.median)}**`;
  return id === "rondo" || !figures.ratio ? own : `${own} · ${ratioText(figures.ratio)} ×`;
}

function table(rows, notes) {
  const columns = [];
  for (const row of rows) {
    for (const [id, { label }] of Object.entries(row.peers)) {
      if (!columns.some((column) => column.id === id)) columns.push({ id, label });
    }
  }
  columns.sort((a, b) => (b.id === "rondo") - (a.id === "rondo"));
  const lines = [
    `| | ${columns.map(({ label }) => cell(label)).join(" | ")} | goals |`,
    `|---|${columns.map(() => "---").join("|")}|---|`,
  ];
  for (const row of rows) {
    const line = (title, pick, goals) => {
      const cells = columns.map(({ id }) => {
        const peer = row.peers[id];
        if (!peer) return "";
        if (!peer.error) return figure(pick(peer), id);
        const note = `${row.id}, ${peer.label}: ${peer.error}`;
        if (!notes.includes(note)) notes.push(note);
        return `fails [^${notes.indexOf(note) + 1}]`;
      });
      lines.push(`| ${[title, ...cells, goals].map(cell).join(" | ")} |`);
    };
    line(`${row.title}, ${row.unit}`, (peer) => (peer.count ? peer : null), row.goals.map(goalText).join("; "));
    for (const { key, title, unit } of row.also) line(`– ${title}, ${unit}`, (peer) => peer.also[key], "");
  }
  return lines.join("\n");
}

/** "5 rounds", or "1 to 3 rounds" when --quick had no time for more in some rows. */
function roundsText(rows) {
  const counts = rows.flatMap((row) => (row.peers.rondo.count ? [row.peers.rondo.count] : []));
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  if (counts.length === 0) return "no whole round,";
  return `${least === most ? "" : `${least} to `}${most} ${most === 1 ? "round" : "rounds"}`;
}

/** The whole text. `results` is what results.json holds; `charts` the names of the SVG files. */
export function toMarkdown({ machine, runtimes, options, rows, started, minutes }, charts) {
  const notes = [];
  const groups = [...new Set(rows.map((row) => row.group))];
  const goals = rows.flatMap((row) => row.goals);
  const met = goals.filter((goal) => goal.met).length;
  const unjudged = goals.filter((goal) => goal.met === null).length;
  const virtual = machine.virtual ? " (virtual)" : "";
  const versions = Object.values(runtimes).map(({ label, version }) => (version ? `${label.replace(/ [\d.]+$/, "")} ${version}` : label));
  const parts = [
    "# Figures",
    `${started.slice(0, 10)}, ${roundsText(rows)} interleaved over the runtimes, loads of ${options.seconds} s` +
      `${options.quick ? " (--quick: a first look, not for publication)" : ""}, ${minutes.toFixed(1)} minutes in all. ` +
      "Lower is better, save in lines that begin with a dash: those are measured besides. A cell is the median of the rounds, " +
      "then the ratio to Rondo: the median of the rounds' own ratios, quartiles in parentheses.",
    [
      `- machine: ${machine.cpu}, ${machine.cores} cores${virtual}, ${machine.memoryGiB} GiB, ${machine.distribution}, ` +
        `${machine.kernel}; frequency governor ${machine.governor}; load before the run ${machine.loadBefore.toFixed(2)}`,
      `- runtimes: ${versions.join(", ")}${machine.commit ? `; commit ${machine.commit}` : ""}`,
      `- goals: ${met} of ${goals.length} met${unjudged ? `, ${unjudged} not judged` : ""}`,
    ].join("\n"),
  ];
  for (const group of groups) {
    parts.push(`## ${group}`, table(rows.filter((row) => row.group === group), notes));
    if (charts.includes(`${group}.svg`)) parts.push(`![${group}](${group}.svg)`);
  }
  if (notes.length > 0) parts.push(notes.map((note, i) => `[^${i + 1}]: ${cell(note)}`).join("\n"));
  return `${parts.join("\n\n")}\n`;
}
