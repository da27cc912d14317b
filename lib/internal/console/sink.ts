/** Where a console writes: a stream, with its errors, its colours, its indentation. */
import { shouldColorize } from "../util/colors";
import { formatArgs, type InspectOptions } from "../util/inspect";

export type ColorMode = "auto" | boolean;

const ignore = (): void => {};

/** One of a console's two streams. The global console gets its stream at the first write, not before. */
export class Sink {
  ignoreErrors: boolean;
  colorMode: ColorMode;
  inspectOptions: InspectOptions | undefined;
  #get: () => any;
  #stream: any;

  constructor(
    get: () => any,
    ignoreErrors: boolean,
    colorMode: ColorMode,
    inspectOptions: InspectOptions | undefined,
  ) {
    this.ignoreErrors = ignoreErrors;
    this.colorMode = colorMode;
    this.inspectOptions = inspectOptions;
    this.#get = get;
    this.#stream = undefined;
  }

  get stream(): any {
    return (this.#stream ??= this.#get());
  }
  set stream(stream: any) {
    this.#stream = stream;
  }

  /** How values are inspected for this stream: in colour when it is a terminal that has some. */
  options(): InspectOptions {
    let color = this.colorMode;
    if (color === "auto") color = shouldColorize(this.stream);
    if (this.inspectOptions !== undefined) {
      return this.inspectOptions.colors === undefined ? { ...this.inspectOptions, colors: color } : this.inspectOptions;
    }
    return color ? kColor : kPlain;
  }

  /** The text of one call's arguments. Strings alone need neither options nor a look at the stream. */
  format(args: readonly unknown[]): string {
    for (let i = 0; i < args.length; i++) {
      if (typeof args[i] !== "string") return formatArgs(this.options(), args);
    }
    return args.length === 0 ? "" : formatArgs(kPlain, args);
  }

  /** Writes a line, every line of it behind `indent`. */
  write(text: string, indent: string): void {
    let line = text;
    if (indent !== "") line = indent + (line.includes("\n") ? line.replaceAll("\n", `\n${indent}`) : line);
    line += "\n";
    const stream = this.stream;
    if (!this.ignoreErrors) {
      stream.write(line);
      return;
    }
    // An error while writing must not end the program, be it emitted now or once the write is over.
    const guard = typeof stream.listenerCount === "function" && stream.listenerCount("error") === 0;
    if (guard) stream.on("error", ignore);
    try {
      stream.write(line, this.#afterWrite);
    } catch (error) {
      if (error instanceof RangeError && error.message.includes("call stack")) throw error;
    } finally {
      if (guard) stream.removeListener("error", ignore);
    }
  }

  #afterWrite = (error?: Error | null): void => {
    if (error == null) return;
    const stream = this.stream;
    if (stream._writableState?.errorEmitted !== true && stream.listenerCount("error") === 0) stream.once("error", ignore);
  };
}

const kColor: InspectOptions = { colors: true };
const kPlain: InspectOptions = {};
