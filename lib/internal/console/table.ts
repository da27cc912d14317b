/** `console.table`: rows and columns drawn with box characters. */
import { inspect, type InspectOptions, Kind, kindOf, previewEntries, stringWidth } from "../util/inspect";

const kIndex = "(index)";
const kIteration = "(iteration index)";
const kKey = "Key";
const kValues = "Values";

function draw(head: readonly string[], columns: readonly (readonly string[])[]): string {
  const rowCount = Math.max(0, ...columns.map((column) => column.length));
  const widths = head.map((name, i) => {
    let width = stringWidth(name);
    for (const cell of columns[i]!) width = Math.max(width, stringWidth(cell ?? ""));
    return width + 2;
  });
  const line = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const row = (cells: readonly string[]): string =>
    `│${cells.map((cell, i) => ` ${cell}${" ".repeat(widths[i]! - stringWidth(cell) - 1)}`).join("│")}│`;

  const lines = [line("┌", "┬", "┐"), row(head), line("├", "┼", "┤")];
  for (let i = 0; i < rowCount; i++) lines.push(row(columns.map((column) => column[i] ?? "")));
  lines.push(line("└", "┴", "┘"));
  return lines.join("\n");
}

const isPrimitive = (value: unknown): boolean =>
  value === null || (typeof value !== "object" && typeof value !== "function");

/** The table of an object, array, collection or iterator. `properties` chooses the columns. */
export function renderTable(data: any, properties: readonly string[] | undefined, options: InspectOptions): string {
  const cell = (value: unknown): string => {
    const large = typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 2;
    return inspect(value, { maxArrayLength: 3, breakLength: Infinity, ...options, depth: large ? -1 : 0 });
  };
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));
  const pairTable = (keys: unknown[], values: unknown[]): string =>
    draw([kIteration, kKey, kValues], [numbers(keys.length), keys.map(cell), values.map(cell)]);
  const listTable = (values: unknown[]): string => draw([kIteration, kValues], [numbers(values.length), values.map(cell)]);

  switch (kindOf(data)) {
    case Kind.map:
      return pairTable([...Map.prototype.keys.call(data)], [...Map.prototype.values.call(data)]);
    case Kind.set:
      return listTable([...Set.prototype.values.call(data)]);
    case Kind.mapIterator:
    case Kind.setIterator: {
      const [flat, pairs] = previewEntries(data);
      if (!pairs || kindOf(data) === Kind.setIterator) return listTable(pairs ? flat.filter((_, i) => i % 2 === 0) : flat);
      return pairTable(flat.filter((_, i) => i % 2 === 0), flat.filter((_, i) => i % 2 === 1));
    }
  }

  const index = Object.keys(data);
  const columns = new Map<string, string[]>();
  const values: string[] = [];
  let hasValues = false;
  index.forEach((key, i) => {
    const item = data[key];
    const primitive = isPrimitive(item);
    for (const name of properties ?? (primitive ? [] : Object.keys(item))) {
      let column = columns.get(name);
      if (column === undefined) columns.set(name, (column = []));
      column[i] = primitive || !Object.hasOwn(item, name) ? "" : cell(item[name]);
    }
    if (primitive) {
      values[i] = cell(item);
      hasValues = true;
    }
  });
  const head = [kIndex, ...columns.keys()];
  const body = [index, ...columns.values()];
  if (hasValues) {
    head.push(kValues);
    body.push(values);
  }
  return draw(head, body);
}
