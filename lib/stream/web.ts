/** `node:stream/web`: web streams, without byte streams (`type: "bytes"`). */
import {
  ReadableStream,
  ReadableStreamDefaultController,
  ReadableStreamDefaultReader,
} from "../internal/streams/web/readable_stream";
import { ByteLengthQueuingStrategy, CountQueuingStrategy } from "../internal/streams/web/shared";
import { TextDecoderStream, TextEncoderStream } from "../internal/streams/web/text_streams";
import { TransformStream, TransformStreamDefaultController } from "../internal/streams/web/transform_stream";
import {
  WritableStream,
  WritableStreamDefaultController,
  WritableStreamDefaultWriter,
} from "../internal/streams/web/writable_stream";

const all: Record<string, Function> = {
  ReadableStream,
  ReadableStreamDefaultReader,
  ReadableStreamDefaultController,
  WritableStream,
  WritableStreamDefaultWriter,
  WritableStreamDefaultController,
  TransformStream,
  TransformStreamDefaultController,
  ByteLengthQueuingStrategy,
  CountQueuingStrategy,
  TextEncoderStream,
  TextDecoderStream,
};
for (const [name, constructor] of Object.entries(all)) {
  Object.defineProperty(constructor.prototype, Symbol.toStringTag, { value: name, configurable: true });
}
export default all;
