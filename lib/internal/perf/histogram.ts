/** Histograms of `perf_hooks`: counts of whole numbers, in buckets of a bounded relative error (HdrHistogram). */
import binding from "binding:histogram";
import { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_OUT_OF_RANGE } from "../errors";
import { inspectAs, kInspect } from "../event_target/inspect";
import { validateInteger, validateNumber, validateObject } from "../validators";
import { kMake } from "./entry";

const native: Record<string, (...args: any[]) => any> = binding.HistogramHandle.prototype as any;
const kMaxBigint = 2n ** 63n - 1n;

/** Returns the C++ object in place of a new one: a histogram is that object, so that `structuredClone` refuses it. */
class Native {
  constructor(handle: object) {
    return handle;
  }
}

/** A C++ object: of values from `lowest` to `highest` with `figures` digits, or, with an interval, of the loop's delays. */
export function newHandle(lowest: number | bigint, highest: number | bigint, figures: number, intervalNs?: number): object {
  return new binding.HistogramHandle(lowest, highest, figures, intervalNs);
}

/** Calls a method of the C++ object. */
export function call(histogram: Histogram, method: string, ...args: unknown[]): any {
  if (!isHistogram(histogram)) throw new ERR_INVALID_THIS("Histogram");
  return Reflect.apply(native[method]!, histogram, args);
}

let isHistogram: (value: any) => boolean;

/** What can be read of a histogram. Each number is there as a bigint, too, for values above 2**53. */
export class Histogram extends Native {
  #brand = true;

  static {
    isHistogram = (value) => typeof value === "object" && value !== null && #brand in value;
  }

  constructor(key?: symbol, handle?: object) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super(handle!);
    Object.setPrototypeOf(this, new.target.prototype as object);
  }

  /** How many values were recorded. */
  get count(): number {
    return Number(call(this, "count"));
  }
  get countBigInt(): bigint {
    return call(this, "count");
  }
  /** The smallest value; 9223372036854776000 when there is none. */
  get min(): number {
    return Number(call(this, "min"));
  }
  get minBigInt(): bigint {
    return call(this, "min");
  }
  /** The largest value; 0 when there is none. */
  get max(): number {
    return Number(call(this, "max"));
  }
  get maxBigInt(): bigint {
    return call(this, "max");
  }
  /** NaN when there is no value. */
  get mean(): number {
    return call(this, "mean");
  }
  /** NaN when there is no value. */
  get stddev(): number {
    return call(this, "stddev");
  }
  /** How many values were above the range and are not in the counts. */
  get exceeds(): number {
    return Number(call(this, "exceeds"));
  }
  get exceedsBigInt(): bigint {
    return call(this, "exceeds");
  }
  /** The value that `percentile` (more than 0, up to 100) per cent of all values do not exceed. */
  percentile(percentile: number): number {
    return Number(this.percentileBigInt(percentile));
  }
  percentileBigInt(percentile: number): bigint {
    if (!isHistogram(this)) throw new ERR_INVALID_THIS("Histogram");
    validateNumber(percentile, "percentile");
    if (!(percentile > 0 && percentile <= 100)) throw new ERR_OUT_OF_RANGE("percentile", "> 0 && <= 100", percentile);
    return call(this, "percentile", percentile);
  }
  /** Values by percentile: 0, 50, 75, 87.5 and so on, and 100. */
  get percentiles(): Map<number, number> {
    return new Map([...this.percentilesBigInt].map(([percentile, value]) => [percentile, Number(value)]));
  }
  get percentilesBigInt(): Map<number, bigint> {
    const flat = call(this, "percentiles");
    const out = new Map<number, bigint>();
    for (let i = 0; i < flat.length; i += 2) out.set(flat[i], flat[i + 1]);
    return out;
  }
  /** How many values are in the bucket of `value`. */
  countAt(value: number): number {
    if (!isHistogram(this)) throw new ERR_INVALID_THIS("Histogram");
    validateInteger(value, "value", 0);
    return Number(call(this, "countAt", value));
  }
  /** Forgets all values. */
  reset(): void {
    call(this, "reset");
  }

  toJSON(): object {
    const { count, min, max, mean, exceeds, stddev } = this;
    return { count, min, max, mean, exceeds, stddev, percentiles: Object.fromEntries(this.percentiles) };
  }
  [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    if (depth < 0) return `[${this.constructor.name}]`;
    const { min, max, mean, exceeds, stddev, count, percentiles } = this;
    const shown = { min, max, mean, exceeds, stddev, count, percentiles };
    return inspectAs({ constructor: Histogram }, shown, depth, options, inspect);
  }
}
Object.setPrototypeOf(Histogram.prototype, Object.prototype);

let isRecordable: (value: any) => boolean;

/** A histogram that a program fills. */
export class RecordableHistogram extends Histogram {
  #recordable = true;

  static {
    isRecordable = (value) => typeof value === "object" && value !== null && #recordable in value;
  }

  /** Records a whole number, 1 or more. */
  record(val: number | bigint): void {
    if (!isRecordable(this)) throw new ERR_INVALID_THIS("RecordableHistogram");
    call(this, "record", recordable(val, "val"));
  }
  /** Records the nanoseconds since it was last called. The first call only begins. */
  recordDelta(): void {
    if (!isRecordable(this)) throw new ERR_INVALID_THIS("RecordableHistogram");
    call(this, "recordDelta");
  }
  /** Records a value, and those that a measurement every `expectedInterval` would have found, had it not been kept waiting. */
  recordCorrected(val: number | bigint, expectedInterval: number | bigint): void {
    if (!isRecordable(this)) throw new ERR_INVALID_THIS("RecordableHistogram");
    call(this, "recordCorrected", recordable(val, "val"), recordable(expectedInterval, "expectedInterval"));
  }
  /** Adds the values of another histogram. */
  add(other: RecordableHistogram): void {
    if (!isRecordable(this)) throw new ERR_INVALID_THIS("RecordableHistogram");
    if (!isRecordable(other)) throw new ERR_INVALID_ARG_TYPE("other", "RecordableHistogram", other);
    call(this, "add", other);
  }
}

/** Throws unless `value` is a histogram that can be recorded in. */
export function validateRecordable(value: unknown, name: string): asserts value is RecordableHistogram {
  if (!isRecordable(value)) throw new ERR_INVALID_ARG_TYPE(name, "RecordableHistogram", value);
}

/** A value that can be recorded: a safe integer from 1, or a bigint from 1 to 2**63 - 1. */
function recordable(value: number | bigint, name: string): number | bigint {
  if (typeof value !== "bigint") {
    validateInteger(value, name, 1);
    return value;
  }
  if (value < 1n || value > kMaxBigint) throw new ERR_OUT_OF_RANGE(name, `>= 1 && <= ${kMaxBigint}`, value);
  return value;
}

function bound(value: number | bigint, name: string): number | bigint {
  if (typeof value !== "bigint") {
    validateInteger(value, name, 1);
    return value;
  }
  if (value < 1n || value > kMaxBigint) throw new ERR_OUT_OF_RANGE(name, `>= 1n && <= ${kMaxBigint}n`, value);
  return value;
}

export interface HistogramOptions {
  /** The smallest value to be told apart, 1 by default. */
  lowest?: number | bigint;
  /** The largest value, at least twice `lowest`; 2**53 - 1 by default. */
  highest?: number | bigint;
  /** How many decimal digits tell values apart, 1 to 5; 3 by default. */
  figures?: number;
}

/** Makes an empty histogram. */
export function createHistogram(options: HistogramOptions = {}): RecordableHistogram {
  validateObject(options, "options");
  const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = options;
  bound(lowest, "options.lowest");
  bound(highest, "options.highest");
  if (BigInt(highest) < 2n * BigInt(lowest)) {
    throw new ERR_OUT_OF_RANGE("options.highest", `>= 2 * options.lowest (${2n * BigInt(lowest)}n)`, highest);
  }
  validateInteger(figures, "options.figures", 1, 5);
  return new RecordableHistogram(kMake, newHandle(lowest, highest, figures));
}
