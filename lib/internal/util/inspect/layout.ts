/** Turning the entries of an object into one line, several lines, or columns. */
import { type Context } from "./options";
import { lengthWithoutColours, stringWidth } from "./text";

/** Whether the entries fit on one line, `used` columns of which are taken. */
function fitsOnLine(ctx: Context, entries: readonly string[], used: number, base: string): boolean {
  let total = entries.length + used;
  if (total + entries.length > ctx.breakLength) return false;
  for (const entry of entries) {
    total += ctx.colors ? lengthWithoutColours(entry) : entry.length;
    if (total > ctx.breakLength) return false;
  }
  return base === "" || !base.includes("\n");
}

const kSeparator = 2; // ", "
const kMaxColumns = 15;
// A character cell is about two and a half times as high as it is wide: columns aim at a square look.
const kCellRatio = 2.5;

/** Puts more than six short array entries in columns; returns the list as it is when that would not look better. */
function inColumns(ctx: Context, entries: string[], array: ArrayLike<unknown> | undefined): string[] {
  // "... n more items" stays out of the columns.
  const hasMore = ctx.maxArrayLength < entries.length;
  const count = hasMore ? entries.length - 1 : entries.length;
  const widths = new Array<number>(count);
  let total = 0;
  let widest = 0;
  for (let i = 0; i < count; i++) {
    const width = stringWidth(entries[i]!, ctx.colors);
    widths[i] = width;
    total += width + kSeparator;
    if (width > widest) widest = width;
  }
  const cell = widest + kSeparator;
  const regular = cell * 3 + ctx.indent < ctx.breakLength && (total / cell > 5 || widest <= 6);
  if (!regular) return entries;

  // One long entry among short ones must not make every column count as that wide.
  const bias = Math.sqrt(cell - total / entries.length);
  const effective = Math.max(cell - 3 - bias, 1);
  const columns = Math.min(
    Math.round(Math.sqrt(kCellRatio * effective * count) / effective),
    Math.floor((ctx.breakLength - ctx.indent) / cell),
    (ctx.compact as number) * 4,
    kMaxColumns,
  );
  if (columns <= 1) return entries;

  const columnWidths: number[] = [];
  for (let column = 0; column < columns; column++) {
    let width = 0;
    for (let i = column; i < count; i += columns) width = Math.max(width, widths[i]!);
    columnWidths.push(width + kSeparator);
  }
  const numeric = array !== undefined && allNumbers(array, entries.length);
  const rows: string[] = [];
  for (let start = 0; start < count; start += columns) {
    const last = Math.min(start + columns, count) - 1;
    let row = "";
    for (let i = start; i < last; i++) {
      const fill = " ".repeat(columnWidths[i - start]! - widths[i]! - kSeparator);
      row += numeric ? `${fill}${entries[i]}, ` : `${entries[i]}, ${fill}`;
    }
    if (numeric) row += " ".repeat(columnWidths[last - start]! - widths[last]! - kSeparator);
    rows.push(row + entries[last]);
  }
  if (hasMore) rows.push(entries[count]!);
  return rows;
}

function allNumbers(array: ArrayLike<unknown>, count: number): boolean {
  for (let i = 0; i < count; i++) {
    const type = typeof array[i];
    if (type !== "number" && type !== "bigint") return false;
  }
  return true;
}

/**
 * `open entries close`, with `base` (a function's or an error's own text) in front.
 *
 * @param arrayLike more than six short entries may stand in columns
 * @param depth the depth of this object; with `compact: n` the n innermost levels may share a line
 * @param array the value, when its entries are array elements
 */
export function layOut(
  ctx: Context,
  entries: string[],
  base: string,
  open: string,
  close: string,
  arrayLike: boolean,
  depth: number,
  array?: ArrayLike<unknown>,
): string {
  const margin = " ".repeat(ctx.indent);
  if (ctx.compact !== true) {
    const start = base === "" ? open : `${base} ${open}`;
    let rows = entries;
    if (typeof ctx.compact === "number" && ctx.compact >= 1) {
      if (arrayLike && entries.length > 6) rows = inColumns(ctx, entries, array);
      if (ctx.currentDepth - depth < ctx.compact && rows.length === entries.length) {
        const used = rows.length + ctx.indent + open.length + base.length + 10;
        if (fitsOnLine(ctx, rows, used, base)) {
          const line = rows.join(", ");
          if (!line.includes("\n")) return `${start} ${line} ${close}`;
        }
      }
    }
    return `${start}\n${margin}  ${rows.join(`,\n${margin}  `)}\n${margin}${close}`;
  }
  if (fitsOnLine(ctx, entries, 0, base)) {
    return `${open}${base === "" ? "" : ` ${base}`} ${entries.join(", ")} ${close}`;
  }
  const gap = base === "" && open.length === 1 ? " " : `${base === "" ? "" : ` ${base}`}\n${margin}  `;
  return `${open}${gap}${entries.join(`,\n${margin}  `)} ${close}`;
}
