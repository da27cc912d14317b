/** What the command line asked for: preloads, then the script, -e, or standard input. */
import { loadInternal } from "./builtins";
import { runMain, runPreload } from "./modules/run_main";
import { getOption } from "./options";

export function runMainProgram(): void {
  const script = getOption("script");
  if (getOption("require").length > 0) runPreload(getOption("require"));
  const later = getOption("import").length > 0 || getOption("hasEval") || getOption("check") || script === "" || script === "-";
  if (later) (loadInternal("internal/main_other") as typeof import("./main_other")).runOther();
  else runMain(script);
}
