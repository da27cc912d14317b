/** `process.loadEnvFile(path)`. */
import binding from "binding:process";
import { requireBuiltin } from "../builtins";
import { process } from "./object";

/** Sets the variables in the file (`.env` by default); those that are set already keep their value. */
export function loadEnvFile(path: string | Uint8Array | object = ".env"): void {
  const fs = requireBuiltin("fs");
  const variables: Record<string, string> = binding.parseEnv(fs.readFileSync(path, "utf8"));
  for (const [name, value] of Object.entries(variables)) {
    if (process.env[name] === undefined) process.env[name] = value;
  }
}
