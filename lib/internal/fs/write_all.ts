/** Writing iterables piece by piece. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { abortedBy } from "./errors";
import { bufferClass } from "./options";

/** What can be written by and by: neither a string nor bytes. */
export function isIterableData(data: any): boolean {
  if (data === null || typeof data !== "object" || ArrayBuffer.isView(data)) return false;
  return typeof data[Symbol.asyncIterator] === "function" || typeof data[Symbol.iterator] === "function";
}

interface Sink {
  write(buffer: any, offset: number, length: number, position: null): Promise<{ bytesWritten: number }>;
}

/** Writes every byte of every piece where the handle stands. */
export async function writeAll(handle: Sink, data: any, options: any): Promise<void> {
  const signal = options?.signal as AbortSignal | undefined;
  for await (const piece of data) {
    if (signal?.aborted) throw abortedBy(signal);
    const bytes = toBytes(piece, options?.encoding || "utf8");
    for (let offset = 0; offset < bytes.byteLength; ) {
      offset += (await handle.write(bytes, offset, bytes.byteLength - offset, null)).bytesWritten;
      if (signal?.aborted) throw abortedBy(signal);
    }
  }
}

function toBytes(piece: unknown, encoding: string): ArrayBufferView {
  if (typeof piece === "string") return bufferClass().from(piece, encoding);
  if (!ArrayBuffer.isView(piece)) {
    throw new ERR_INVALID_ARG_TYPE("data", ["string", "Buffer", "TypedArray", "DataView"], piece);
  }
  return piece;
}
