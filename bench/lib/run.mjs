// The rounds. A round runs every row, a row its peers one after the other in an order that turns by one from round to
// round; so what changes over time (other load, the clock of the CPU) meets all of them alike.
import { BenchError } from "./errors.mjs";
import { makeContext } from "./context.mjs";
import { Processes } from "./processes.mjs";
import { basesOf, runtimeOf } from "./runtimes.mjs";
import { choosePeers } from "./rows.mjs";
import { short } from "./stats.mjs";

const QUICK_BUDGET = 110_000; // ms after which --quick begins no further round of a row

function withLimit(promise, seconds) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** A sample as `{ value, ...numbers }`; refuses what is not numbers. */
function normalise(sample) {
  const object = typeof sample === "number" ? { value: sample } : sample;
  if (!Number.isFinite(object?.value)) throw new Error(`the row gave no number but ${JSON.stringify(sample)}`);
  return object;
}

async function oneSample(row, setup, body) {
  const processes = new Processes();
  const limit = row.timeLimit ?? 120;
  try {
    return await withLimit(body(makeContext({ ...setup, processes })), limit);
  } finally {
    await processes.stopAll();
  }
}

/** One round of one row: `{ [peer]: sample | Error }`. */
async function oneRound(row, runtimes, setup, onSample) {
  const results = {};
  const keep = (id, sample) => {
    if (sample instanceof BenchError) throw sample;
    try {
      results[id] = sample instanceof Error ? sample : normalise(sample);
    } catch (error) {
      results[id] = error;
    }
    onSample(id, results[id]);
  };
  if (row.measureRound) {
    const samples = await oneSample(row, setup, (ctx) => row.measureRound(runtimes, ctx)).catch((error) => {
      if (error instanceof BenchError) throw error;
      return Object.fromEntries(runtimes.map(({ id }) => [id, error]));
    });
    for (const { id } of runtimes) keep(id, samples[id]);
  } else {
    for (const runtime of runtimes) {
      keep(runtime.id, await oneSample(row, setup, (ctx) => row.measure(runtime, ctx)).catch((error) => error));
    }
  }
  return results;
}

/**
 * Runs the rows and returns for each `{ row, runtimes, samples: { [peer]: (sample | undefined)[] }, errors: { [peer]: text } }`.
 * A peer that fails once is not run again in that row.
 */
export async function runRounds(rows, allRuntimes, setup) {
  const { options } = setup;
  const states = rows.map((row) => {
    const peers = choosePeers(row, options.peers);
    return {
      row,
      runtimes: peers.map((peer) => runtimeOf(row, peer, allRuntimes)),
      samples: Object.fromEntries(peers.map((peer) => [peer, []])),
      errors: {},
    };
  });
  const started = Date.now();
  for (let round = 0; round < options.rounds; round++) {
    for (const { row, runtimes, samples, errors } of states) {
      if (options.quick && round > 0 && Date.now() - started > QUICK_BUDGET) continue;
      const going = runtimes.filter(({ id }) => !errors[id]);
      if (going.length === 0) continue;
      const turn = round % going.length;
      const order = [...going.slice(turn), ...going.slice(0, turn)];
      process.stderr.write(`[${round + 1}/${options.rounds}] ${row.id}:`);
      const results = await oneRound(row, order, setup, (id, sample) => {
        process.stderr.write(sample instanceof Error ? `  ${id} FAILS` : `  ${id} ${short(sample.value)}`);
      });
      process.stderr.write(`  ${row.unit}\n`);
      for (const [id, sample] of Object.entries(results)) {
        if (sample instanceof Error) {
          errors[id] = sample.message;
          process.stderr.write(`      ${id}: ${sample.message}\n`);
        } else {
          samples[id][round] = sample;
        }
      }
    }
  }
  return states;
}

/** The ids of the runtimes that these rows need. */
export const neededRuntimes = (rows, peers) => [...new Set(["rondo", ...rows.flatMap((row) => basesOf(row, choosePeers(row, peers)))])];
