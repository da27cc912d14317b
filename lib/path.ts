/** `node:path`: paths as text. The POSIX flavour is the module itself; `path.win32` works everywhere as well. */
import { posix } from "./internal/path/posix";
import { win32 } from "./internal/path/win32";

for (const flavour of [posix, win32]) {
  flavour.posix = posix;
  flavour.win32 = win32;
  // The former name of toNamespacedPath, which old programs still call.
  (flavour as unknown as { _makeLong: unknown })._makeLong = flavour.toNamespacedPath;
}

export * from "./internal/path/posix";
export { win32 };
export default posix;
