/** The program itself as an ES module, and what follows when it never finishes. */
import binding from "binding:modules";
import { onStart } from "../startup";
import { loadModule, loadModuleText } from "./esm_graph";
import { runModule } from "./esm_loader";
import type { Job } from "./esm_map";
import { setMainUrl } from "./import_meta";

declare const process: any;

/** The exit code of a program whose top-level await never settles. */
const kUnsettled = 13;

let pending = 0;
let main: Job | undefined;

onStart(() => {
  pending = 0;
  main = undefined;
});

/** Runs `body`; while it is unfinished the program counts as unsettled. An error ends it as an uncaught one does. */
export async function runUntilSettled(body: () => Promise<unknown>): Promise<void> {
  pending++;
  try {
    await body();
    pending--;
  } catch (error) {
    pending--;
    binding.throwUncaught(error);
  }
}

/** Starts the program at `url`; with `source` given, that text stands for the URL. */
export function runMainModule(url: string, source?: string): void {
  void runUntilSettled(async () => {
    setMainUrl(url);
    main =
      source === undefined
        ? loadModule(url, undefined, { isMain: true })
        : loadModuleText(url, source, { isFile: true });
    await runModule(main);
  });
}

/**
 * For the end of the process, when the loop has nothing left to do: 13 when the program still waits in a top-level
 * await, which is said on stderr; else undefined.
 */
export function unsettledExitCode(): number | undefined {
  if (pending === 0) return undefined;
  const places: string[] = main === undefined ? [] : binding.stalledAwaits(main.handle);
  for (const place of places) {
    process.stderr.write(`Warning: Detected unsettled top-level await at ${place}\n\n\n`);
  }
  return kUnsettled;
}
