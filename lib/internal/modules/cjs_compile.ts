/** From CommonJS source to a function, and the question whether a source is CommonJS at all. */
import binding from "binding:modules";

export type CjsFunction = (
  this: unknown,
  exports: unknown,
  require: unknown,
  module: unknown,
  filename: string,
  dirname: string,
) => unknown;

// V8's messages for syntax that only an ES module may have.
const kEsmOnly: ReadonlySet<string> = new Set([
  "Cannot use import statement outside a module",
  "Unexpected token 'export'",
  "Cannot use 'import.meta' outside a module",
]);
// Messages for what is an error in CommonJS, yet fine in an ES module: top-level await, and names of the wrapper.
const kMaybeEsm: ReadonlySet<string> = new Set([
  "await is only valid in async functions and the top level bodies of modules",
  ...["module", "exports", "require", "__filename", "__dirname"].map(
    (name) => `Identifier '${name}' has already been declared`,
  ),
]);

/** Compiled already, to find out the format; used up by the next `compileCommonJs` of the same text. */
const compiled = new Map<string, { source: string; run: CjsFunction }>();

/** Compiles the body of a CommonJS module. A SyntaxError carries the place of the fault. */
export function compileCommonJs(source: string, filename: string): CjsFunction {
  const known = compiled.get(filename);
  if (known !== undefined) {
    compiled.delete(filename);
    if (known.source === source) return known.run;
  }
  return binding.compileCommonJs(source, filename) as CjsFunction;
}

/** True for the error of a CommonJS compilation that met import or export. */
export function isEsmSyntaxError(error: unknown): boolean {
  return error instanceof SyntaxError && kEsmOnly.has(error.message);
}

/**
 * True when a source that did not compile as CommonJS (with `error`) is an ES module, as in Node's syntax detection:
 * it has import or export statements or import.meta, or it compiles as a module where only top-level await or a
 * redeclared wrapper name stood in the way.
 */
export function failedBecauseEsm(error: unknown, source: string, filename: string): boolean {
  if (!(error instanceof SyntaxError)) return false;
  if (kEsmOnly.has(error.message)) return true;
  return kMaybeEsm.has(error.message) && binding.parsesAsModule(source, filename) === true;
}

/** The format of a source whose name and package do not tell. A source that is neither counts as CommonJS. */
export function detectFormat(source: string, filename: string): "commonjs" | "module" {
  try {
    const run = binding.compileCommonJs(source, filename) as CjsFunction;
    compiled.set(filename, { source, run });
  } catch (error) {
    if (failedBecauseEsm(error, source, filename)) return "module";
  }
  return "commonjs";
}
