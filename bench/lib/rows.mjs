// The rows: loaded from a folder, checked, and chosen by the command line. bench/README.md describes a row.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { BenchError, UsageError } from "./errors.mjs";
import { runtimeIds } from "./runtimes.mjs";

function check(row, file) {
  const wrong = (what) => {
    throw new BenchError(`${path.basename(file)}: row '${row?.id ?? "?"}': ${what}`);
  };
  if (row === null || typeof row !== "object") wrong("not an object");
  for (const key of ["id", "group", "title", "unit"]) {
    if (typeof row[key] !== "string" || row[key] === "") wrong(`'${key}' must be a text`);
  }
  if (!Array.isArray(row.peers) || !row.peers.includes("rondo")) wrong("'peers' must be an array that names rondo");
  for (const peer of row.peers) {
    if (runtimeIds.includes(peer)) continue;
    const variant = row.variants?.[peer];
    if (!variant) wrong(`peer '${peer}' is neither a runtime (${runtimeIds.join(", ")}) nor one of the row's variants`);
    if (!runtimeIds.includes(variant.runtime)) wrong(`variant '${peer}' names no runtime`);
  }
  if (typeof row.measure !== "function" && typeof row.measureRound !== "function") wrong("no measure function");
  for (const goal of row.goals ?? []) {
    if (goal.peer === undefined && goal.atMost > 0) continue;
    if (goal.of !== undefined && !row.peers.includes(goal.of)) wrong(`a goal is of '${goal.of}', which is not among its peers`);
    if (!row.peers.includes(goal.peer)) wrong(`a goal names '${goal.peer}', which is not among its peers`);
    if (!(goal.ratio > 0) === !(goal.atMost > 0)) wrong(`the goal on '${goal.peer}' must have either ratio or atMost`);
  }
}

/** All rows of a folder, in the order of their files' names. */
export async function loadRows(folder) {
  if (!fs.existsSync(folder)) throw new UsageError(`no folder ${folder}`);
  const rows = [];
  for (const name of fs.readdirSync(folder).sort()) {
    if (!name.endsWith(".mjs")) continue;
    const file = path.join(folder, name);
    const { default: found } = await import(pathToFileURL(file));
    for (const row of Array.isArray(found) ? found : [found]) {
      check(row, file);
      if (rows.some((other) => other.id === row.id)) throw new BenchError(`${name}: a second row '${row.id}'`);
      rows.push(row);
    }
  }
  if (rows.length === 0) throw new UsageError(`no rows (*.mjs) in ${folder}`);
  return rows;
}

/** The rows that the patterns of --rows name; each pattern must name one. */
export function chooseRows(rows, patterns, quick) {
  const chosen = new Set();
  for (const pattern of patterns) {
    const regexp = new RegExp(`^${pattern.split("*").map((part) => part.replace(/[^\w]/g, "\\$&")).join(".*")}$`);
    const hits = rows.filter((row) => row.group === pattern || regexp.test(row.id));
    if (hits.length === 0) {
      const groups = [...new Set(rows.map((row) => row.group))];
      throw new UsageError(`--rows: no row is called '${pattern}'. Groups: ${groups.join(", ")}; tools/bench --list names the rows`);
    }
    for (const row of hits) chosen.add(row);
  }
  const all = rows.filter((row) => chosen.has(row) && (!quick || row.quick));
  if (all.length === 0) throw new UsageError("--quick: none of the rows chosen by --rows is marked quick");
  return all;
}

/** The peers of a row that --peers lets through; rondo is always among them, as what the others are compared with. */
export function choosePeers(row, peers) {
  return row.peers.filter((id) => !peers || id === "rondo" || peers.includes(id) || peers.includes(row.variants?.[id]?.runtime));
}

/** Refuses names in --peers that no row knows. */
export function checkPeers(rows, peers) {
  const known = new Set([...runtimeIds, ...rows.flatMap((row) => row.peers)]);
  for (const peer of peers ?? []) {
    if (!known.has(peer)) throw new UsageError(`--peers: no runtime is called '${peer}'; there are ${[...known].join(", ")}`);
  }
}
