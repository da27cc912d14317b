/** `node:stream/promises` */
import { promises } from "../internal/deps/readable_stream";
import "../stream";

export const { finished, pipeline } = promises;
export default promises;
