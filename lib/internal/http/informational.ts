/** Informational responses (RFC 9110, section 15.2): 100 Continue, 102 Processing, 103 Early Hints and any other below 200. */
import { ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE } from "../errors";
import { validateInteger, validateNumber, validateObject } from "../validators";
import { ERR_HTTP_HEADERS_SENT, ERR_HTTP_INVALID_STATUS_CODE } from "./errors";
import { checkValue, headerName } from "./header_names";
import { deliver } from "./outgoing_pieces";
import { kLatin1, STATUS_CODES } from "./text";

function send(response: any, text: string, callback: unknown): void {
  deliver(response, kLatin1, text, undefined);
  if (typeof callback === "function") response._whenSent({ sent: callback });
}
/** Nothing may precede the response once its head is fixed. */
function checkUnsent(response: any): void {
  if (response._block !== null) throw new ERR_HTTP_HEADERS_SENT("write");
}
function lines(name: string, value: any, message: any): string {
  checkValue(name, value, message);
  let text = "";
  for (const one of Array.isArray(value) ? value : [value]) text += headerName(name).line(`${one}`, message);
  return text;
}

const kLinkHeader = /^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;
function checkLink(value: unknown): string {
  const links = Array.isArray(value) ? value : [value];
  for (const link of links) {
    if (typeof link !== "string" || !kLinkHeader.test(link)) {
      throw new ERR_INVALID_ARG_VALUE(
        "hints",
        link,
        'must be an array or string of format "</styles.css>; rel=preload; as=style"',
      );
    }
  }
  return links.join(", ");
}

export function installInformation(proto: any): void {
  /** `writeInformation(statusCode, headers, callback)`: any informational response but 101, which hands the connection over. */
  proto.writeInformation = function writeInformation(statusCode: number, headers?: any, callback?: () => void): boolean {
    validateNumber(statusCode, "statusCode");
    if (statusCode < 100 || statusCode > 199) throw new ERR_OUT_OF_RANGE("statusCode", ">= 100 && <= 199", statusCode);
    validateInteger(statusCode, "statusCode");
    if (statusCode === 101) throw new ERR_HTTP_INVALID_STATUS_CODE(statusCode);
    checkUnsent(this);
    if (typeof headers === "function") {
      callback = headers;
      headers = undefined;
    }
    let text = `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? "unknown"}\r\n`;
    if (Array.isArray(headers)) {
      if (headers.length % 2 !== 0) throw new ERR_INVALID_ARG_VALUE("headers", headers);
      for (let i = 0; i < headers.length; i += 2) text += lines(headers[i], headers[i + 1], this);
    } else if (headers !== undefined && headers !== null) {
      validateObject(headers, "headers");
      for (const name of Object.keys(headers)) text += lines(name, headers[name], this);
    }
    send(this, `${text}\r\n`, callback);
    if (statusCode === 100) this._sent100 = true;
    return true;
  };

  proto.writeContinue = function writeContinue(callback?: () => void): void {
    checkUnsent(this);
    send(this, "HTTP/1.1 100 Continue\r\n\r\n", callback);
    this._sent100 = true;
  };
  proto.writeProcessing = function writeProcessing(callback?: () => void): void {
    checkUnsent(this);
    send(this, "HTTP/1.1 102 Processing\r\n\r\n", callback);
  };
  proto.writeEarlyHints = function writeEarlyHints(hints: Record<string, any>, callback?: () => void): void {
    checkUnsent(this);
    validateObject(hints, "hints");
    if (hints.link === null || hints.link === undefined) return;
    const link = checkLink(hints.link);
    if (link.length === 0) return;
    let text = `HTTP/1.1 103 Early Hints\r\nLink: ${link}\r\n`;
    for (const name of Object.keys(hints)) if (name !== "link") text += lines(name, hints[name], this);
    send(this, `${text}\r\n`, callback);
  };
}
