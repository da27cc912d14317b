/** How the web's objects show themselves in `util.inspect`: class name and the properties that matter. */
export const kInspect: unique symbol = Symbol.for("nodejs.util.inspect.custom") as any;

/** `Name { a: 1 }`, or the bare name once the depth is used up. */
export function inspectAs(
  self: object,
  shown: object,
  depth: number,
  options: { depth?: number | null },
  inspect: (value: unknown, options: object) => string,
): string {
  const name = self.constructor?.name || "Object";
  if (depth < 0) return name;
  return `${name} ${inspect(shown, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
}
