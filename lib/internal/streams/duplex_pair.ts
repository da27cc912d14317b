/** `stream.duplexPair`: two Duplex streams, each reading what is written to the other, like the ends of a connection. */
import { Stream } from "../deps/readable_stream";

declare const process: any;
type Callback = (error?: Error | null) => void;

class Side extends (Stream.Duplex as new (options?: object) => any) {
  other: Side | undefined = undefined;
  /** Called when the other side has read what was written last. */
  written: Callback | undefined = undefined;

  _read(): void {
    const callback = this.written;
    if (callback === undefined) return;
    this.written = undefined;
    callback();
  }
  _write(chunk: any, _encoding: string, callback: Callback): void {
    const other = this.other!;
    if (chunk.length === 0) {
      process.nextTick(callback);
      return;
    }
    other.push(chunk);
    other.written = callback;
  }
  _final(callback: Callback): void {
    const other = this.other!;
    other.on("end", callback);
    other.push(null);
  }
}
Object.defineProperty(Side, "name", { value: "DuplexSide", configurable: true });

/** Both ends get the same options, which are those of Duplex. */
export function duplexPair(options?: object): [any, any] {
  const first = new Side(options);
  const second = new Side(options);
  first.other = second;
  second.other = first;
  return [first, second];
}
