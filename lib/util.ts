/** `node:util` */
import types from "./util/types";
import { ERR_METHOD_NOT_IMPLEMENTED } from "./internal/errors";
import { TextDecoder, TextEncoder } from "./internal/encoding/text";
import { aborted } from "./internal/util/aborted";
import { getCallSites } from "./internal/util/call_sites";
import { debuglog } from "./internal/util/debuglog";
import { isDeepStrictEqual } from "./internal/util/deep_equal";
import { deprecate } from "./internal/util/deprecate";
import { diff } from "./internal/util/diff";
import { extend, inherits } from "./internal/util/inherits";
import { format, formatWithOptions, inspect, stripVTControlCharacters } from "./internal/util/inspect";
import { MIMEParams, MIMEType } from "./internal/util/mime";
import { parseArgs } from "./internal/util/parse_args";
import { parseEnv } from "./internal/util/parse_env";
import { callbackify, promisify } from "./internal/util/promisify";
import { styleText } from "./internal/util/style_text";
import {
  errnoException,
  exceptionWithHostPort,
  getSystemErrorMap,
  getSystemErrorMessage,
  getSystemErrorName,
} from "./internal/util/system_errors";

/** The text with every lone surrogate replaced by U+FFFD. */
function toUSVString(input: unknown): string {
  return `${input}`.toWellFormed();
}
const isArray = (value: unknown): value is unknown[] => Array.isArray(value);

/** Refused: an AbortSignal cannot cross to another thread. */
function transferableAbortController(): never {
  throw new ERR_METHOD_NOT_IMPLEMENTED("transferableAbortController()");
}
function transferableAbortSignal(_signal: AbortSignal): never {
  throw new ERR_METHOD_NOT_IMPLEMENTED("transferableAbortSignal()");
}
/** Refused: SIGINT is handled between tasks and has no JavaScript stack to print. */
function setTraceSigInt(_enable: boolean): never {
  throw new ERR_METHOD_NOT_IMPLEMENTED("setTraceSigInt()");
}

const util = {
  _errnoException: errnoException,
  _exceptionWithHostPort: exceptionWithHostPort,
  _extend: extend,
  aborted,
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  diff,
  format,
  formatWithOptions,
  getCallSites,
  getSystemErrorMap,
  getSystemErrorMessage,
  getSystemErrorName,
  inherits,
  inspect,
  isArray,
  isDeepStrictEqual,
  MIMEParams,
  MIMEType,
  parseArgs,
  parseEnv,
  promisify,
  setTraceSigInt,
  stripVTControlCharacters,
  styleText,
  TextDecoder,
  TextEncoder,
  toUSVString,
  transferableAbortController,
  transferableAbortSignal,
  types,
};
export default util;
