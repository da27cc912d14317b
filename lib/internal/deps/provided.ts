/**
 * What the npm packages in the core get for the built-ins that they ask for, by the id of the file of lib/. A package is
 * CommonJS: a file of lib/ that it required directly, and all that this file imports, could not be bundled in one scope.
 */
export const provided: Record<string, unknown> = { __proto__: null } as any;
