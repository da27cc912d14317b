/** `data:` URLs (RFC 2397) as module sources. */
import { requireBuiltin } from "../builtins";
import { ERR_INVALID_ARG_VALUE } from "../errors";

/** The bytes of percent-encoded text, one character each. */
function percentDecode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Bytes in an encoding that gives one character for each, or in base64, read as UTF-8. */
function utf8(text: string, encoding: "latin1" | "base64" = "latin1"): string {
  return requireBuiltin<any>("buffer").Buffer.from(text, encoding).toString("utf8");
}

/** The media type without its parameters, and the text. */
export function parseDataUrl(url: string): { mimeType: string; text: string } {
  const hash = url.indexOf("#");
  const body = hash < 0 ? url.slice(5) : url.slice(5, hash);
  const comma = body.indexOf(",");
  if (comma < 0) throw new ERR_INVALID_ARG_VALUE("url", url, "must be a data: URL with a comma");
  const parts = body.slice(0, comma).split(";");
  const base64 = parts.length > 1 && parts[parts.length - 1]!.trim().toLowerCase() === "base64";
  const mimeType = parts[0]!.trim().toLowerCase() || "text/plain";
  const data = body.slice(comma + 1);
  if (base64) return { mimeType, text: utf8(percentDecode(data), "base64") };
  // Characters that are not encoded stay as they are; a run of encoded ones is bytes.
  return { mimeType, text: data.replace(/(?:%[0-9a-f]{2})+/gi, (run) => utf8(percentDecode(run))) };
}
