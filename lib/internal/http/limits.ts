/** How many headers a message may have: 1000, unless the program says otherwise; 0 is no limit. */
export function headersLimit(maxHeadersCount: number | null | undefined): number {
  if (maxHeadersCount === null || maxHeadersCount === undefined) return 1000;
  return maxHeadersCount > 0 ? maxHeadersCount : 0xffffffff;
}
