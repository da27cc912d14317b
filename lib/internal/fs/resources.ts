/** Temporary directories that remove themselves, and files as Blobs. */
import { isBuiltin, requireBuiltin } from "../builtins";
import { coded } from "../errors";
import { resolve } from "../path/posix";
import { mkdtemp, mkdtempSync } from "./modify";
import { toText } from "./paths";
import { promised } from "./promise";
import { readFile } from "./read_file";
import { rm, rmSync } from "./rm";

const kAll = { recursive: true, force: true };

/** A new directory for `using`: it goes with all that is in it at the end of the block. */
export function mkdtempDisposableSync(prefix: unknown, options?: any): any {
  const path = mkdtempSync(prefix, options);
  const full = resolve(toText(path));
  const remove = (): void => rmSync(full, kAll);
  return { path, remove, [Symbol.dispose]: remove };
}
/** The same for `await using`. */
export async function mkdtempDisposable(prefix: unknown, options?: any): Promise<any> {
  const path = await promised<any>((done) => mkdtemp(prefix, options, done));
  const full = resolve(toText(path));
  const remove = (): Promise<void> => promised((done) => rm(full, kAll, done));
  return { path, remove, [Symbol.asyncDispose]: remove };
}

const ERR_NO_BLOB = coded(Error, "ERR_METHOD_NOT_IMPLEMENTED", "The openAsBlob() method needs a Blob class");

/** A file's content as a Blob. It is read at once. */
export async function openAsBlob(path: unknown, options?: { type?: string }): Promise<any> {
  const Blob = (globalThis as any).Blob ?? (isBuiltin("buffer") ? requireBuiltin("buffer").Blob : undefined);
  if (Blob === undefined) throw new ERR_NO_BLOB();
  const bytes = await promised<any>((done) => readFile(path, null, done));
  return new Blob([bytes], { type: options?.type ?? "" });
}
