/** `import.meta` */
import { fileURLToPath } from "../url/file";
import { dirname } from "../path/posix";
import { onStart } from "../startup";
import { conditionsForImport } from "./conditions";
import type { Job } from "./esm_map";
import { resolveEsm } from "./esm_resolve";

let mainUrl: string | undefined;
onStart(() => {
  mainUrl = undefined;
});

/** Marks the module that the program started with. */
export function setMainUrl(url: string): void {
  mainUrl = url;
}

/** The URL a specifier stands for. A missing file has one as well; a missing package has none. */
function resolveFrom(parent: string, specifier: string): string {
  try {
    return resolveEsm(`${specifier}`, parent, conditionsForImport());
  } catch (error) {
    const { code, url } = error as { code?: string; url?: string };
    if (url !== undefined && (code === "ERR_MODULE_NOT_FOUND" || code === "ERR_UNSUPPORTED_DIR_IMPORT")) return url;
    throw error;
  }
}

/** Fills the object that V8 made for the module. */
export function initImportMeta(job: Job, meta: Record<string, unknown>): void {
  const { url } = job;
  if (url.startsWith("file:")) {
    const filename = fileURLToPath(url);
    meta["dirname"] = dirname(filename);
    meta["filename"] = filename;
  }
  meta["main"] = url === mainUrl;
  meta["resolve"] = {
    resolve(specifier: string): string {
      return resolveFrom(url, specifier);
    },
  }.resolve;
  meta["url"] = url;
}
