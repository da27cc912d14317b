/** What `path.parse` returns. */
export interface ParsedPath {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}
/** What `path.format` takes: every part may be left out. */
export type FormatInputPathObject = Partial<ParsedPath>;

/** `path`, `path.posix` and `path.win32`. */
export interface PathModule {
  resolve(...paths: string[]): string;
  normalize(path: string): string;
  isAbsolute(path: string): boolean;
  join(...paths: string[]): string;
  relative(from: string, to: string): string;
  toNamespacedPath<T>(path: T): T;
  dirname(path: string): string;
  basename(path: string, suffix?: string): string;
  extname(path: string): string;
  format(pathObject: FormatInputPathObject): string;
  parse(path: string): ParsedPath;
  matchesGlob(path: string, pattern: string): boolean;
  readonly sep: "/" | "\\";
  readonly delimiter: ":" | ";";
  win32: PathModule;
  posix: PathModule;
}
