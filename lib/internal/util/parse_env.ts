/** The text of an .env file, for `util.parseEnv`, `process.loadEnvFile` and `--env-file`. */
import { validateString } from "../validators";

/** The value that begins at `start` (behind the `=`), and where the next line begins. */
function readValue(content: string, start: number): { value: string; next: number } {
  let at = start;
  while (content[at] === " " || content[at] === "\t") at++;
  const lineEnd = content.indexOf("\n", at) === -1 ? content.length : content.indexOf("\n", at);
  const mark = content[at];
  if (mark === '"' || mark === "'" || mark === "`") {
    // A quoted value may run over several lines; what follows the closing quote is a comment.
    const close = content.indexOf(mark, at + 1);
    if (close !== -1) {
      const inner = content.slice(at + 1, close);
      const end = content.indexOf("\n", close);
      return { value: mark === '"' ? inner.replaceAll("\\n", "\n") : inner, next: end === -1 ? content.length : end + 1 };
    }
  }
  const line = content.slice(at, lineEnd);
  const comment = line.indexOf("#");
  return { value: (comment === -1 ? line : line.slice(0, comment)).trim(), next: lineEnd + 1 };
}

/** The variables of an .env file's content. Later lines win. */
export function parseEnv(content: string): Record<string, string> {
  validateString(content, "content");
  const text = content.replaceAll("\r\n", "\n");
  const result: Record<string, string> = {};
  let at = 0;
  while (at < text.length) {
    const lineEnd = text.indexOf("\n", at) === -1 ? text.length : text.indexOf("\n", at);
    const equals = text.indexOf("=", at);
    const line = text.slice(at, lineEnd).trimStart();
    if (line === "" || line.startsWith("#") || equals === -1 || equals > lineEnd) {
      at = lineEnd + 1;
      continue;
    }
    let key = text.slice(at, equals).trim();
    if (key.startsWith("export ")) key = key.slice(7).trim();
    const { value, next } = readValue(text, equals + 1);
    if (key !== "") result[key] = value;
    at = next;
  }
  return result;
}
