/** Whether text for a stream may be in colour. */

/** The depth of colour that FORCE_COLOR asks for, in bits a pixel; undefined when it is not set. */
export function forcedColorDepth(env: Record<string, string | undefined> = process.env): number | undefined {
  const force = env["FORCE_COLOR"];
  if (force === undefined) return undefined;
  switch (force) {
    case "":
    case "1":
    case "true":
      return 4;
    case "2":
      return 8;
    case "3":
      return 24;
    default:
      return 1;
  }
}

/** A terminal with colours, or FORCE_COLOR. A stream's own `getColorDepth` knows NO_COLOR and TERM. */
export function shouldColorize(stream: any): boolean {
  const forced = forcedColorDepth();
  if (forced !== undefined) return forced > 2;
  return Boolean(stream?.isTTY) && (typeof stream.getColorDepth !== "function" || stream.getColorDepth() > 2);
}
