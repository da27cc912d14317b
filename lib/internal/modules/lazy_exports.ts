/**
 * Exports of built-ins whose values take a while to load. An ES module of such a built-in has them from its beginning if an importer
 * may ask for them, which its text tells; else they are undefined, and nobody can see that.
 */
const kLazyExports: Record<string, readonly string[]> = { http: ["CloseEvent", "MessageEvent", "WebSocket"] };

/** The names of a built-in that are not read before somebody may want them. */
export const lazyExportsOf = (id: string): readonly string[] => kLazyExports[id] ?? [];

// Names in any form (an escape may be part of one), and what gives a namespace: `* as`, `export * from`. Between the two there
// may be comments, of which each can be read in one way only: a row of slashes must not take forever.
const kSpace = String.raw`(?:\s|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//[^\n\r]*(?:[\n\r]|$))*`;
const kWanted = new RegExp(String.raw`${Object.values(kLazyExports).flat().join("|")}|\\[ux]|\*${kSpace}(?:as|from)\b`);

/** Whether a module with this text may see lazy exports of what it imports. */
export const mayWantLazyExports = (source: string): boolean => kWanted.test(source);
