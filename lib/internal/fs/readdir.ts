/** readdir: everything in a directory, in one hop (with `recursive`, in steps). */
import binding from "binding:fs";
import { validateBoolean } from "../validators";
import { direntBelow } from "./dirent";
import { nameAs } from "./modify";
import { type Callback, toOptions, validateCallback } from "./options";
import { type FsPath, toPath } from "./paths";

interface Plan {
  path: FsPath;
  bytes: boolean;
  types: boolean;
  recursive: boolean;
  convert: (name: any) => any;
  encoded: boolean;
}

function plan(path: unknown, options: any): Plan {
  const given = toOptions(options);
  const recursive = given?.recursive ?? false;
  if (given?.recursive != null) validateBoolean(recursive, "options.recursive");
  const encoding = given?.encoding || undefined;
  const { bytes, convert } = nameAs(encoding);
  const encoded = bytes && encoding !== "buffer";
  return { path: toPath(path), bytes, types: Boolean(given?.withFileTypes), recursive, convert, encoded };
}

function finish(p: Plan, listing: any[]): any[] {
  if (!p.types) return p.encoded ? listing.map(p.convert) : listing;
  const [names, types] = listing as [any[], number[]];
  const entries = new Array(names.length);
  for (let i = 0; i < names.length; i++) {
    const entry = direntBelow(p.path, names[i], types[i]!);
    if (p.encoded) entry.name = p.convert(entry.name);
    entries[i] = entry;
  }
  return entries;
}

export function readdir(path: unknown, options: any, callback?: Callback<any[]>): void {
  callback ??= options;
  validateCallback(callback);
  const p = plan(path, options);
  const done = callback;
  const settle: Callback<any> = (error, listing) => (error ? done(error) : done(null, finish(p, listing)));
  binding.readdir(p.path, p.bytes, p.types, p.recursive, p.types || p.encoded ? settle : callback);
}

export function readdirSync(path: unknown, options?: any): any[] {
  const p = plan(path, options);
  return finish(p, binding.readdirSync(p.path, p.bytes, p.types, p.recursive));
}
