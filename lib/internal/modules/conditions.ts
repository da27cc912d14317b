/** The conditions under which `exports` and `imports` are resolved. */
import { getOption } from "../options";
import { onStart } from "../startup";
import type { Conditions } from "./package_exports";

let requireConditions: Conditions | undefined;
let importConditions: Conditions | undefined;

onStart(() => {
  requireConditions = importConditions = undefined;
});

/** The names given with `--conditions` (`-C`). */
function userConditions(): readonly string[] {
  return getOption("conditions");
}

/** For `require()`. Native addons are not supported, so that `node-addons` is not among them. */
export function conditionsForRequire(): Conditions {
  return (requireConditions ??= new Set(["require", "node", "module-sync", ...userConditions()]));
}

/** For `import`. */
export function conditionsForImport(): Conditions {
  return (importConditions ??= new Set(["node", "import", "module-sync", ...userConditions()]));
}
