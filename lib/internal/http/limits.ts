/** How many headers a message may have: 1000, unless the program says otherwise; 0 is no limit. */
export function headersLimit(maxHeadersCount: unknown): number {
  if (maxHeadersCount === null || maxHeadersCount === undefined) return 1000;
  if (typeof maxHeadersCount !== "number" || !(maxHeadersCount > 0)) return kUnlimited;
  return Math.min(Math.ceil(maxHeadersCount), kUnlimited);
}
const kUnlimited = 0xffffffff;

/** Milliseconds of what a program put into a time limit; 0 is no limit. */
export function timeLimit(ms: unknown): number {
  return typeof ms === "number" && ms > 0 ? Math.min(ms, 2 ** 31 - 1) : 0;
}
