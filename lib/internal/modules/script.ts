/** Scripts in the main context whose `import()` goes through the default loader: `--eval` and patched wrappers. */
import binding from "binding:modules";

/** Compiles and runs `source` as a script; gives its completion value. */
export function runScript(source: string, filename: string): unknown {
  return binding.runScript(source, filename);
}
