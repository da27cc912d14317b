/** "Did you mean to import ...?": what `require` would have found for a specifier that `import` did not. */
import { dirname, relative } from "../path/posix";
import { findPath } from "./cjs_find";
import { isRelative, nodeModulePaths } from "./cjs_paths";
import { reword } from "./reword";

const kExtensions = { ".js": true, ".json": true, ".node": true };

function suggestionFor(specifier: string, base: string): string | undefined {
  if (!base.startsWith("/")) return undefined;
  const directory = dirname(base);
  const request = specifier.startsWith("file://") ? decodeURI(specifier.slice(7)) : specifier;
  let found: string | false = false;
  try {
    const folders = isRelative(request) ? [directory] : nodeModulePaths(directory);
    found = findPath(request, folders, false, Object.create(null), kExtensions);
  } catch {
    return undefined; // a package whose `exports` hides the file: nothing to suggest
  }
  if (!found) return undefined;
  if (request.startsWith("/")) return found;
  if (isRelative(request)) {
    const path = relative(directory, found);
    return path.startsWith(".") ? path : `./${path}`;
  }
  const marker = "/node_modules/";
  return found.slice(found.lastIndexOf(marker) + marker.length);
}

/** Adds the suggestion to the error's message and stack, if there is one. */
export function addSuggestion(error: Error, specifier: string, base: string): Error {
  const suggestion = suggestionFor(specifier, base);
  if (suggestion === undefined) return error;
  reword(error, `${error.message}\nDid you mean to import ${JSON.stringify(suggestion)}?`);
  return error;
}
