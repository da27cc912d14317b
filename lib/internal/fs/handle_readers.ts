/** Ways to read a FileHandle that stand on other modules: lines, and web streams. */
import { isBuiltin, loadInternal, requireBuiltin } from "../builtins";
import { coded } from "../errors";
import { bufferClass } from "./options";
import { type FileHandle, kRef, kUnref } from "./file_handle";

const ERR_INVALID_STATE = coded(Error, "ERR_INVALID_STATE", (text: string) => `Invalid state: ${text}`);

/** A readline interface where there is that module, and otherwise an asynchronous iterable of the lines alone. */
export function readLines(handle: FileHandle, options: any): any {
  if (!isBuiltin("readline")) return lines(handle.createReadStream({ encoding: "utf8", ...options }));
  return requireBuiltin("readline").createInterface({
    input: handle.createReadStream(options),
    crlfDelay: Infinity,
  });
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = "";
  for await (const piece of text) {
    // A carriage return at the end may be half of a line ending.
    const parts = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest.endsWith("\r")) rest = rest.slice(0, -1);
  else if (rest === "") return;
  yield rest;
}

const kPiece = 65536;
const streaming = new WeakSet<FileHandle>();

/** One at a time: the handle is locked by it. With `autoClose`, the handle is closed at the end. */
export function webStream(handle: FileHandle, options: any): any {
  if (handle.fd === -1) throw new ERR_INVALID_STATE("The FileHandle is closed");
  if (streaming.has(handle)) throw new ERR_INVALID_STATE("The FileHandle is locked");
  streaming.add(handle);
  handle[kRef]();
  let open = true;
  const finish = (): void | Promise<void> => {
    if (!open) return undefined;
    open = false;
    handle[kUnref]();
    return options?.autoClose ? handle.close() : undefined;
  };
  handle.on("close", finish);
  const { ReadableStream } = loadInternal("internal/streams/web/readable_stream");
  return new ReadableStream({
    async pull(controller: any) {
      const buffer = bufferClass().allocUnsafeSlow(kPiece);
      const { bytesRead } = await handle.read(buffer, 0, kPiece, null);
      if (bytesRead > 0) return controller.enqueue(new Uint8Array(buffer.buffer, 0, bytesRead));
      controller.close();
      await finish();
    },
    cancel: finish,
  });
}
