/** `rondo report FILE [--json] [--top=N]`: what a record tells. */
import { Aggregate } from "./aggregate";
import { format } from "./print";
import { readRecords, RecordError } from "./read";

const kUsage = "Usage: rondo report FILE [--json] [--top=N]";
/** The exit status for a wrong command line. */
const kBadUse = 9;
const kMostRows = 1000;
const kColumns = 60;

interface Request {
  file: string;
  json: boolean;
  top: number;
}

function topOf(text: string | undefined): number | string {
  const top = Number(text);
  if (text !== undefined && /^\d+$/.test(text) && top >= 1 && top <= kMostRows) return top;
  return `--top takes a number from 1 to ${kMostRows}, not ${text === undefined ? "nothing" : `'${text}'`}`;
}

/** What is asked for, or what is wrong with it; undefined: how it is to be asked. */
function parse(args: string[]): Request | string | undefined {
  const request: Request = { file: "", json: false, top: 10 };
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--help" || arg === "-h") return undefined;
    if (arg === "--json") request.json = true;
    else if (arg === "--top" || arg.startsWith("--top=")) {
      const top = topOf(arg === "--top" ? args[++i] : arg.slice(6));
      if (typeof top === "string") return top;
      request.top = top;
    } else if (arg === "--") {
      files.push(...args.slice(i + 1));
      break;
    } else if (arg.startsWith("-")) return `bad option: ${arg}`;
    else files.push(arg);
  }
  if (files.length !== 1) return files.length === 0 ? "no file given" : `one file at a time, not ${files.length}`;
  request.file = files[0]!;
  return request;
}

function fail(text: string, code: number): void {
  process.stderr.write(`rondo: report: ${text}\n`);
  process.exitCode = code;
}

/** Runs the command. Sets the exit status: 0, 1 for a file that cannot be used, 9 for wrong use. */
export function main(args: string[]): void {
  const request = parse(args);
  if (request === undefined) {
    process.stdout.write(`${kUsage}\nPrints what a record tells that a program made which ran with --record=FILE.\n`);
    return;
  }
  if (typeof request === "string") {
    fail(`${request}. ${kUsage}`, kBadUse);
    return;
  }
  const aggregate = new Aggregate(request.top);
  try {
    const files = readRecords(request.file, aggregate.unreadable, (record) => aggregate.take(record));
    if (aggregate.empty) throw new RecordError(`nothing in ${request.file} can be read: it was damaged`);
    const report = aggregate.finish(files, kColumns);
    process.stdout.write(request.json ? `${JSON.stringify(report, null, 2)}\n` : format(report, process.stdout));
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    fail(error.message, 1);
  }
}
