/** A terminal that is written to: `tty.WriteStream`. */
import binding from "binding:stdio";
import { requireBuiltin } from "../../builtins";
import { process } from "../object";
import { getColorDepth, hasColors } from "./color_depth";
import { OutputStream } from "./output";

type Callback = () => void;
type Environment = Record<string, string | undefined>;

export class WriteStream extends OutputStream {
  #size: [number, number];
  /** Hears of a changed window while somebody listens for 'resize'. */
  #onWindowChange = (): void => this._refreshSize();

  constructor(fd: number) {
    super(fd, "tty");
    this.#size = binding.windowSize(fd) as [number, number];
    Object.defineProperty(this, "isTTY", { value: true, writable: true, enumerable: true, configurable: true });
    this.on("newListener", (name: string) => {
      if (name === "resize" && this.listenerCount("resize") === 0) process.on("SIGWINCH", this.#onWindowChange);
    });
    this.on("removeListener", (name: string) => {
      if (name === "resize" && this.listenerCount("resize") === 0) process.off("SIGWINCH", this.#onWindowChange);
    });
  }

  #current(): [number, number] {
    const size = binding.windowSize(this.fd) as number[];
    return size.length === 2 ? (size as [number, number]) : this.#size;
  }
  /** The window's width in characters, at this moment. */
  get columns(): number {
    return this.#current()[0];
  }
  set columns(value: number) {
    Object.defineProperty(this, "columns", { value, writable: true, enumerable: true, configurable: true });
  }
  /** The window's height in lines, at this moment. */
  get rows(): number {
    return this.#current()[1];
  }
  set rows(value: number) {
    Object.defineProperty(this, "rows", { value, writable: true, enumerable: true, configurable: true });
  }
  /** [columns, rows] */
  getWindowSize(): [number, number] {
    return [this.columns, this.rows];
  }
  /** Emits 'resize' when the window is not what it was. */
  _refreshSize(): void {
    const [columns, rows] = this.#current();
    if (columns === this.#size[0] && rows === this.#size[1]) return;
    this.#size = [columns, rows];
    this.emit("resize");
  }

  getColorDepth(env?: Environment): number {
    return getColorDepth(env);
  }
  hasColors(count?: number | Environment, env?: Environment): boolean {
    return hasColors(count, env);
  }
  cursorTo(x: number, y?: number | Callback, callback?: Callback): boolean {
    return requireBuiltin("readline").cursorTo(this, x, y, callback);
  }
  moveCursor(dx: number, dy: number, callback?: Callback): boolean {
    return requireBuiltin("readline").moveCursor(this, dx, dy, callback);
  }
  clearLine(direction: -1 | 0 | 1, callback?: Callback): boolean {
    return requireBuiltin("readline").clearLine(this, direction, callback);
  }
  clearScreenDown(callback?: Callback): boolean {
    return requireBuiltin("readline").clearScreenDown(this, callback);
  }
}
