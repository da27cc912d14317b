/** `fromWeb` and `toWeb`; web streams are loaded when one of them is first called. */
import { loadInternal } from "../builtins";
import type * as Bridge from "./web/bridge";

const bridge = (): typeof Bridge => loadInternal("internal/streams/web/bridge") as typeof Bridge;

/** Defines them on Readable, Writable and Duplex. */
export function defineWebMethods(Stream: any): void {
  const { Readable, Writable, Duplex } = Stream;
  Readable.fromWeb = (stream: any, options?: object) => bridge().readableFromWeb(stream, options);
  Readable.toWeb = (readable: any, options?: object) => bridge().readableToWeb(readable, options);
  Writable.fromWeb = (stream: any, options?: object) => bridge().writableFromWeb(stream, options);
  Writable.toWeb = (writable: any) => bridge().writableToWeb(writable);
  Duplex.fromWeb = (pair: any, options?: object) => bridge().duplexFromWeb(pair, options);
  Duplex.toWeb = (duplex: any) => bridge().duplexToWeb(duplex);
}
