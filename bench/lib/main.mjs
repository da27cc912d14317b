// tools/bench. bench/README.md describes rows and results.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { BenchError, UsageError } from "./errors.mjs";
import { buildRondo, installPackages } from "./install.mjs";
import { describeMachine, pinnedCores } from "./machine.mjs";
import { toMarkdown } from "./markdown.mjs";
import { help, parseOptions } from "./options.mjs";
import { summarise } from "./results.mjs";
import { neededRuntimes, runRounds } from "./run.mjs";
import { checkPeers, chooseRows, loadRows } from "./rows.mjs";
import { baseEnvironment, findRuntimes } from "./runtimes.mjs";

async function measure(options, rows) {
  if (options.rondo && !fs.existsSync(options.rondo)) throw new UsageError(`--rondo: no file ${options.rondo}`);
  try {
    fs.mkdirSync(options.out, { recursive: true });
  } catch (error) {
    throw new UsageError(`--out: cannot make the folder ${options.out}: ${error.message}`);
  }
  installPackages();
  const rondo = options.rondo ?? buildRondo();
  const tmp = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-bench-"));
  process.on("exit", () => fs.rmSync(tmp, { recursive: true, force: true }));
  const env = baseEnvironment(tmp);
  const started = new Date();
  const machine = describeMachine();
  const runtimes = findRuntimes(neededRuntimes(rows, options.peers), rondo, env);
  const states = await runRounds(rows, runtimes, { options, tmp, cores: pinnedCores(), env, rondo });
  return {
    started: started.toISOString(),
    minutes: (Date.now() - started) / 60_000,
    machine,
    options: { quick: options.quick, rounds: options.rounds, seconds: options.seconds },
    runtimes: Object.fromEntries(Object.entries(runtimes).map(([id, { label, version }]) => [id, { label, version }])),
    rows: states.map(summarise),
  };
}

async function main() {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(help);
  const all = await loadRows(options.rowsFrom);
  checkPeers(all, options.peers);
  const rows = chooseRows(all, options.rows, options.quick);
  if (options.list) {
    for (const { id, group, title, unit, peers } of rows) {
      console.log(`${id.padEnd(34)} ${group.padEnd(9)} ${title} (${unit}): ${peers.join(", ")}`);
    }
    return;
  }
  const results = await measure(options, rows);
  fs.writeFileSync(path.join(options.out, "results.json"), `${JSON.stringify(results, null, 1)}\n`);
  const { drawCharts } = await import("./charts.mjs");
  const charts = await drawCharts(results.rows, options.out);
  const text = toMarkdown(results, charts);
  fs.writeFileSync(path.join(options.out, "results.md"), text);
  process.stdout.write(text);
  process.stderr.write(`bench: ${["results.json", "results.md", ...charts].join(", ")} in ${options.out}\n`);
}

try {
  await main();
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`tools/bench: ${error.message} (see --help)`);
    process.exit(2);
  }
  console.error(`tools/bench: ${error instanceof BenchError ? error.message : error.stack}`);
  process.exit(1);
}
