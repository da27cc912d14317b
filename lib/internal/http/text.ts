/** The words of HTTP: methods, status texts, and the numbers that stand for pieces of a message on the way to C++. */
import http from "binding:http";

const byNumber: readonly string[] = http.methods;

/** A method by the number that the parser gives it; an internalised string. */
export function methodName(number: number): string {
  return byNumber[number]!;
}
/** All methods that the parser knows, sorted. */
export const METHODS: string[] = byNumber.filter((name) => name !== undefined).sort();
/** The standard text of each status code. */
export const STATUS_CODES: Record<string, string> = http.statusCodes;

/** The same by number, as C++ knows them: STATUS_CODES belongs to the program, which may change it. */
export const kStandardTexts: (string | undefined)[] = Array.from({ length: 1000 }, (_, code) => STATUS_CODES[code]);

// See HttpWriteFlags in bindings/http/http.h.
export const kAddDate: number = http.ADD_DATE;
export const kKeepAlive: number = http.KEEP_ALIVE;
export const kConnectionClose: number = http.CONNECTION_CLOSE;
export const kKeepAliveLine: number = http.KEEP_ALIVE_LINE;
export const kAddLength: number = http.ADD_LENGTH;
export const kAddChunked: number = http.ADD_CHUNKED;
export const kChunked: number = http.CHUNKED;
export const kNoBody: number = http.NO_BODY;
export const kEnd: number = http.END;
export const kLatin1: number = http.LATIN1;
export const kCloseAfter: number = http.CLOSE_AFTER;
export const kRawHead: number = http.RAW_HEAD;

// See HttpHeadFlags there.
export const kHeadKeepAlive: number = http.HEAD_KEEP_ALIVE;
export const kHeadBody: number = http.HEAD_BODY;
export const kHeadUpgrade: number = http.HEAD_UPGRADE;
export const kHeadContinue: number = http.HEAD_CONTINUE;
export const kHeadExpectation: number = http.HEAD_EXPECTATION;
export const kHeadNoHost: number = http.HEAD_NO_HOST;
export const kMinorShift: number = http.HEAD_MINOR_SHIFT;
export const kMajorShift: number = http.HEAD_MAJOR_SHIFT;
