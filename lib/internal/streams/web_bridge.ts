/** The bridges between Node's streams and web streams, which do not exist here. */
import { coded } from "../errors";

const ERR_FEATURE_UNAVAILABLE = coded(
  Error,
  "ERR_METHOD_NOT_IMPLEMENTED",
  (name: string, instead: string) =>
    `The ${name} method is not implemented: there are no web streams. Use ${instead} instead`,
);

function refusing(name: string, instead: string): () => never {
  return () => {
    throw new ERR_FEATURE_UNAVAILABLE(name, instead);
  };
}

/** Makes `fromWeb` and `toWeb` say what to do instead. */
export function refuseWebStreams(Stream: any): void {
  for (const kind of ["Readable", "Writable", "Duplex"]) {
    Stream[kind].fromWeb = refusing(`${kind}.fromWeb()`, kind === "Readable" ? "Readable.from(iterable)" : `new ${kind}()`);
    Stream[kind].toWeb = refusing(`${kind}.toWeb()`, "the stream itself (it is an async iterable when readable)");
  }
}
