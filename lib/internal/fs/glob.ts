/** glob: the files whose paths match patterns. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { expandBraces } from "../path/braces";
import { matchesGlob } from "../path/glob";
import { compileSegment, type Segment } from "../path/glob_segment";
import { basename, dirname, join } from "../path/posix";
import { validateBoolean } from "../validators";
import { constants } from "./constants";
import { Dirent } from "./dirent";
import { type Callback, validateCallback } from "./options";
import { toPath, toText } from "./paths";
import { run, runAsync, runSync, statOf, type Steps } from "./steps";

const kGlobstar = Symbol("**");
type Part = Segment | typeof kGlobstar;
type Exclude = (item: any) => boolean;

interface Plan {
  patterns: Part[][];
  absolute: boolean[];
  cwd: string;
  exclude: Exclude | undefined;
  types: boolean;
}

function plan(pattern: unknown, options: any): Plan {
  const list = Array.isArray(pattern) ? pattern : [pattern];
  for (const one of list) {
    if (typeof one !== "string") throw new ERR_INVALID_ARG_TYPE("patterns", ["string", "string[]"], pattern);
  }
  const { cwd = process.cwd(), exclude, withFileTypes = false } = options ?? {};
  validateBoolean(withFileTypes, "options.withFileTypes");
  const texts = (list as string[]).flatMap(expandBraces);
  return {
    patterns: texts.map(compile),
    absolute: texts.map((text) => text.startsWith("/")),
    cwd: toText(toPath(cwd, "options.cwd")),
    exclude: toExclude(exclude, withFileTypes),
    types: withFileTypes,
  };
}

function toExclude(exclude: any, types: boolean): Exclude | undefined {
  if (exclude === undefined) return undefined;
  if (typeof exclude === "function") return exclude;
  if (!Array.isArray(exclude) || !exclude.every((one) => typeof one === "string")) {
    throw new ERR_INVALID_ARG_TYPE("options.exclude", ["Function", "string[]"], exclude);
  }
  const patterns = exclude as string[];
  return (item) => {
    const path = types ? join(item.parentPath, item.name) : item;
    return patterns.some((one) => matchesGlob(path, one, false));
  };
}

/** The segments of a pattern. An empty one at the end asks for directories. */
function compile(pattern: string): Part[] {
  const texts = pattern.split("/");
  const kept = texts.filter((text, i) => text !== "" || (i === texts.length - 1 && i > 0));
  return kept
    .filter((text, i) => text !== "**" || kept[i - 1] !== "**")
    .map((text) => (text === "**" ? kGlobstar : compileSegment(text, false)));
}

interface Found {
  path: string;
  type: number;
}

class Walk {
  readonly found = new Map<string, Found>();
  private readonly listings = new Map<string, [string[], number[]]>();
  private readonly plan: Plan;
  constructor(p: Plan) {
    this.plan = p;
  }

  *run(): Steps<void> {
    for (let i = 0; i < this.plan.patterns.length; i++) {
      yield* this.visit(this.plan.absolute[i] ? "/" : "", this.plan.patterns[i]!, 0);
    }
  }

  private full(path: string): string {
    return path.startsWith("/") ? path : path === "" ? this.plan.cwd : join(this.plan.cwd, path);
  }
  private below(path: string, name: string): string {
    return path === "" ? name : path.endsWith("/") ? path + name : `${path}/${name}`;
  }

  private *list(path: string): Steps<[string[], number[]]> {
    const known = this.listings.get(path);
    if (known !== undefined) return known;
    let listing: [string[], number[]];
    try {
      listing = yield* run("readdir", this.full(path), false, true, false);
    } catch {
      listing = [[], []]; // no directory, or none that may be read
    }
    this.listings.set(path, listing);
    return listing;
  }

  private excluded(path: string, type: number): boolean {
    const { exclude, types } = this.plan;
    if (exclude === undefined) return false;
    return exclude(types ? this.dirent({ path, type }) : path);
  }
  private add(path: string, type: number): void {
    if (path !== "" && !this.found.has(path) && !this.excluded(path, type)) this.found.set(path, { path, type });
  }

  /** What lies at and below `path` and matches the segments from `at` on. */
  private *visit(path: string, parts: Part[], at: number): Steps<void> {
    const part = parts[at];
    if (part === undefined) return;
    const isLast = at === parts.length - 1;
    if (part === kGlobstar) return yield* this.visitAll(path, parts, at);
    if (typeof part === "string") {
      if (part === "" && isLast) return this.add(`${path}/`, constants.UV_DIRENT_DIR!);
      const next = part === "." && !isLast ? path : this.below(path, part);
      const stats = yield* statOf(this.full(next), !isLast);
      if (stats === undefined) return;
      if (isLast) this.add(next, typeOf(stats));
      else if (stats.isDirectory() && !this.excluded(next, constants.UV_DIRENT_DIR!)) yield* this.visit(next, parts, at + 1);
      return;
    }
    const [names, types] = yield* this.list(path);
    for (let i = 0; i < names.length; i++) {
      if (!part.test(names[i]!)) continue;
      const next = this.below(path, names[i]!);
      if (isLast) this.add(next, types[i]!);
      else if (yield* this.isDirectory(next, types[i]!)) yield* this.visit(next, parts, at + 1);
    }
  }

  private *isDirectory(path: string, type: number): Steps<boolean> {
    if (type === constants.UV_DIRENT_LINK) {
      const stats = yield* statOf(this.full(path), true);
      if (!stats?.isDirectory()) return false;
    } else if (type !== constants.UV_DIRENT_DIR) {
      return false;
    }
    return !this.excluded(path, type);
  }

  /** `**`: this directory and every one below it, except hidden ones and those behind links. */
  private *visitAll(path: string, parts: Part[], at: number): Steps<void> {
    const isLast = at === parts.length - 1;
    if (isLast) this.add(path, constants.UV_DIRENT_DIR!);
    else yield* this.visit(path, parts, at + 1);
    const [names, types] = yield* this.list(path);
    for (let i = 0; i < names.length; i++) {
      if (names[i]!.startsWith(".")) continue;
      const next = this.below(path, names[i]!);
      if (types[i] !== constants.UV_DIRENT_DIR) {
        if (isLast) this.add(next, types[i]!);
      } else if (!this.excluded(next, types[i]!)) {
        yield* this.visitAll(next, parts, at);
      }
    }
  }

  dirent(found: Found): Dirent {
    return new Dirent(basename(found.path), this.full(dirname(found.path) === "." ? "" : dirname(found.path)), found.type);
  }
}

function typeOf(stats: any): number {
  if (stats.isDirectory()) return constants.UV_DIRENT_DIR!;
  if (stats.isFile()) return constants.UV_DIRENT_FILE!;
  return stats.isSymbolicLink() ? constants.UV_DIRENT_LINK! : constants.UV_DIRENT_UNKNOWN!;
}

function* search(p: Plan): Steps<(string | Dirent)[]> {
  const walk = new Walk(p);
  yield* walk.run();
  const all = [...walk.found.values()];
  return p.types ? all.map((found) => walk.dirent(found)) : all.map((found) => found.path);
}

/** `pattern` may be several; `options`: cwd, exclude (a function or patterns), withFileTypes. */
export function globSync(pattern: unknown, options?: any): (string | Dirent)[] {
  return runSync(search(plan(pattern, options)));
}
export function glob(pattern: unknown, options: any, callback?: Callback<(string | Dirent)[]>): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  const done = callback;
  runAsync(search(plan(pattern, options))).then(
    (all) => process.nextTick(done, null, all),
    (error) => process.nextTick(done, error),
  );
}
export async function* globIterator(pattern: unknown, options?: any): AsyncGenerator<string | Dirent, void, undefined> {
  yield* await runAsync(search(plan(pattern, options)));
}
