/**
 * npm `readable-stream`: the streams of Node 18 as a package. The build replaces its own errors, checks and helpers by those
 * of internal/streams; what later versions of Node changed or added stands there too.
 */
import "./readable_stream_needs";
import Stream from "readable-stream/lib/stream.js";
import promises from "readable-stream/lib/stream/promises.js";

export { Stream, promises };
