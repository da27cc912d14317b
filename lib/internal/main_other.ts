/** The less common ways to begin: --import, -e/-p, --check, a script from standard input. */
import { loadInternal, requireBuiltin } from "./builtins";
import { checkSyntax, runEval, runImports, runMain } from "./modules/run_main";
import { getOption } from "./options";

function runScript(): void {
  const script = getOption("script");
  if (getOption("command") === "report") {
    (loadInternal("internal/report/main") as typeof import("./report/main")).main(getOption("args"));
  } else if (getOption("check")) checkSyntax(script);
  else if (getOption("hasEval")) runEval(getOption("eval"), { print: getOption("print"), inputType: getOption("inputType") });
  else if (script === "" || script === "-") {
    runEval(requireBuiltin("fs").readFileSync(0, "utf8"), { print: getOption("print"), inputType: getOption("inputType"), name: "[stdin]" });
  } else runMain(script);
}

export function runOther(): void {
  const imports = getOption("import");
  if (imports.length > 0) runImports(imports, runScript);
  else runScript();
}
