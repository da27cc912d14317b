/** `node:buffer`: bytes. */
import { atob, btoa } from "./internal/encoding/base64";
import { loadInternal } from "./internal/builtins";
import { Buffer, SlowBuffer } from "./internal/buffer/buffer";
import { kMaxLength, kStringMaxLength } from "./internal/buffer/fast_buffer";
import { inspectMaxBytes, setInspectMaxBytes } from "./internal/buffer/inspect";
import { isAscii, isUtf8, transcode } from "./internal/buffer/transcode";

/** The largest Buffer and the longest string. */
export const constants = Object.defineProperties({} as { MAX_LENGTH: number; MAX_STRING_LENGTH: number }, {
  MAX_LENGTH: { value: kMaxLength, enumerable: true },
  MAX_STRING_LENGTH: { value: kStringMaxLength, enumerable: true },
});

const buffer = { Buffer, SlowBuffer, transcode, isUtf8, isAscii, kMaxLength, kStringMaxLength, btoa, atob };
Object.defineProperties(buffer, {
  constants: { value: constants, configurable: false, enumerable: true },
  Blob: { configurable: true, enumerable: true, get: () => loadInternal("internal/buffer/blob")["Blob"] },
  File: { configurable: true, enumerable: true, get: () => loadInternal("internal/buffer/file")["File"] },
  INSPECT_MAX_BYTES: { configurable: true, enumerable: true, get: inspectMaxBytes, set: setInspectMaxBytes },
});

export { Buffer, SlowBuffer, atob, btoa, isAscii, isUtf8, kMaxLength, kStringMaxLength, transcode };
export default buffer as typeof buffer & {
  constants: typeof constants;
  INSPECT_MAX_BYTES: number;
  Blob: typeof import("./internal/buffer/blob").Blob;
  File: typeof import("./internal/buffer/file").File;
};
