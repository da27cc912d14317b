/** `util.parseEnv`: the variables of an .env file's content, by the same parser that `--env-file` uses. */
import binding from "binding:process";
import { validateString } from "../validators";

/** Later lines win. */
export function parseEnv(content: string): Record<string, string> {
  validateString(content, "content");
  return binding.parseEnv(content);
}
