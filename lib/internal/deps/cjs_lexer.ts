/**
 * The names that a CommonJS source exports, found without running it (npm: cjs-module-lexer, the JavaScript build,
 * which `require` gives: the WebAssembly build has no place in a startup snapshot).
 */
export interface CjsNames {
  exports: string[];
  reexports: string[];
}

declare function require(id: "cjs-module-lexer"): { parse(source: string, name?: string): CjsNames };

/** Throws when the source cannot be read as CommonJS. */
export const parseCommonJs = require("cjs-module-lexer").parse;
