// Medians and spreads.

/** The value below which the part `q` (0 to 1) of the list lies, interpolated. */
export function quantile(list, q) {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = Math.floor(at);
  return sorted[low] + (sorted[Math.ceil(at)] - sorted[low]) * (at - low);
}

export const median = (list) => quantile(list, 0.5);

/** `{ median, q1, q3, min, max, count }`, or null of an empty list. */
export function summary(list) {
  if (list.length === 0) return null;
  return {
    median: median(list),
    q1: quantile(list, 0.25),
    q3: quantile(list, 0.75),
    min: Math.min(...list),
    max: Math.max(...list),
    count: list.length,
  };
}

/** Round for round a / b, summed up: what drifts from round to round cancels out. Lists are sparse where a round failed. */
export function pairedRatio(a, b) {
  const ratios = [];
  a.forEach((value, i) => {
    if (value !== undefined && b[i] !== undefined && b[i] !== 0) ratios.push(value / b[i]);
  });
  return summary(ratios);
}

/** A number with three significant digits, without an exponent. */
export function short(value) {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(size >= 10 ? 1 : size >= 0.095 ? 2 : 4);
}
