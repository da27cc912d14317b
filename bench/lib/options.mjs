// The command line of tools/bench.
import path from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "./errors.mjs";
import { bench, root } from "./paths.mjs";

export const help = `Usage: tools/bench [options]

Measures Rondo against Node, Bun, Deno and a bare C++ server: installs and builds what is missing, runs every row in
rounds interleaved over the runtimes, and writes results.json, results.md and charts (SVG).

  --quick         the short form, under three minutes: the rows marked quick, shorter loads, 1 to 3 rounds
  --rounds N      rounds, 1 to 100 (default: 5)
  --seconds N     length of one load, 1 to 60 (default: 3)
  --rows LIST     rows to run: ids, groups or patterns with *, separated by commas (startup,http-hello,micro-*)
  --peers LIST    runtimes to run beside rondo, separated by commas (default: all that a row names)
  --out DIR       where the results go (default: build/bench)
  --rondo FILE    measure this binary, and build nothing
  --rows-from DIR take the rows of this folder instead of bench/rows
  --list          list the rows and end
  --help          this text

  tools/bench --rows startup      empty script, hello world, requires, ES modules, a tree of 200 modules, memory
  tools/bench --rows http-hello --peers node,floor --rounds 9
`;

function number(name, text, low, high) {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new UsageError(`--${name} must be a whole number from ${low} to ${high}, not '${text}'`);
  return value;
}

function list(name, text) {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.some((part) => part === "")) throw new UsageError(`--${name} has an empty part: '${text}'`);
  return parts;
}

/**
 * Reads the command line.
 * @returns {{quick: boolean, rounds: number, seconds: number, rows: string[], peers: string[] | undefined, out: string,
 *   rondo: string | undefined, rowsFrom: string, list: boolean, help: boolean}}
 */
export function parseOptions(argv) {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        quick: { type: "boolean", default: false },
        rounds: { type: "string" },
        seconds: { type: "string" },
        rows: { type: "string" },
        peers: { type: "string" },
        out: { type: "string" },
        rondo: { type: "string" },
        "rows-from": { type: "string" },
        list: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error.message.split(/\. |\n/)[0]);
  }
  const { quick } = values;
  return {
    quick,
    rounds: values.rounds === undefined ? (quick ? 3 : 5) : number("rounds", values.rounds, 1, 100),
    seconds: values.seconds === undefined ? (quick ? 1 : 3) : number("seconds", values.seconds, 1, 60),
    rows: values.rows === undefined ? ["*"] : list("rows", values.rows),
    peers: values.peers === undefined ? undefined : list("peers", values.peers),
    out: path.resolve(values.out ?? path.join(root, "build/bench")),
    rondo: values.rondo && path.resolve(values.rondo),
    rowsFrom: path.resolve(values["rows-from"] ?? path.join(bench, "rows")),
    list: values.list,
    help: values.help,
  };
}
