/** `node:stream/consumers`: a whole stream (or any iterable of chunks) as one value. */
import { Buffer } from "../buffer";
import { coded, ERR_INVALID_ARG_TYPE } from "../internal/errors";
import { StringDecoder } from "../string_decoder";

type Source = AsyncIterable<any> | Iterable<any>;

const ERR_NO_BLOB = coded(
  Error,
  "ERR_METHOD_NOT_IMPLEMENTED",
  "The blob() method is not implemented: there is no Blob. Use buffer() or arrayBuffer() instead",
);

function toBytes(chunk: unknown): Uint8Array {
  if (typeof chunk === "string") return Buffer.from(chunk);
  if (ArrayBuffer.isView(chunk)) {
    return new Uint8Array(chunk.buffer as ArrayBuffer, chunk.byteOffset, chunk.byteLength);
  }
  if (chunk instanceof ArrayBuffer || chunk instanceof SharedArrayBuffer) return new Uint8Array(chunk as ArrayBuffer);
  throw new ERR_INVALID_ARG_TYPE("chunk", ["string", "ArrayBuffer", "Buffer", "TypedArray", "DataView"], chunk);
}

/** All bytes, as a Buffer. Strings count as UTF-8. */
export async function buffer(stream: Source): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(toBytes(chunk));
  return Buffer.concat(chunks);
}

/** All bytes, as an ArrayBuffer of exactly their length. */
export async function arrayBuffer(stream: Source): Promise<ArrayBuffer> {
  const bytes = await buffer(stream);
  if (bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength) return bytes.buffer as ArrayBuffer;
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** All text: strings as they are, bytes as UTF-8 (a byte order mark at the start is dropped). */
export async function text(stream: Source): Promise<string> {
  const decoder = new StringDecoder("utf8");
  let result = "";
  for await (const chunk of stream) {
    result += typeof chunk === "string" ? decoder.end() + chunk : decoder.write(toBytes(chunk));
  }
  result += decoder.end();
  return result.charCodeAt(0) === 0xfeff ? result.slice(1) : result;
}

/** All text, parsed as JSON. */
export async function json(stream: Source): Promise<any> {
  return JSON.parse(await text(stream));
}

/** All bytes, as a Blob. */
export async function blob(stream: Source): Promise<any> {
  const Blob = (globalThis as any).Blob;
  if (typeof Blob !== "function") throw new ERR_NO_BLOB();
  const parts: unknown[] = [];
  for await (const chunk of stream) parts.push(chunk);
  return new Blob(parts);
}

export default { arrayBuffer, blob, buffer, text, json };
