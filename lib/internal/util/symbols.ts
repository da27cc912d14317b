/** Well-known symbols that several modules share. */
export const kPromisify: unique symbol = Symbol.for("nodejs.util.promisify.custom") as never;
export const kInspect: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;
export const kRejection: unique symbol = Symbol.for("nodejs.rejection") as never;
