/** What readable-stream needs of `buffer`. Blob is looked for when a value is tested, since it is loaded late. */
import { Buffer } from "../../buffer";

const Blob = {
  [Symbol.hasInstance](value: unknown): boolean {
    const known = (globalThis as any).Blob;
    return typeof value === "object" && value !== null && typeof known === "function" && value instanceof known;
  },
};

export default { Buffer, Blob };
