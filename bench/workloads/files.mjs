// Shared by the rows that read files.
import fs from "node:fs";
import path from "node:path";

/** A file of `size` bytes, all "a", in the run's folder; made once. After its making it is in the page cache. */
export function fileOfSize(ctx, size) {
  const file = path.join(ctx.tmp, `${size}.txt`);
  if (!fs.existsSync(file) || fs.statSync(file).size !== size) fs.writeFileSync(file, Buffer.alloc(size, "a"));
  return file;
}
