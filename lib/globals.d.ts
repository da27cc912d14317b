// The global names that files of lib/ may use, for the type check. What they are at run time is installed by
// internal/process/globals.ts.
declare var process: any;
declare var console: any;
declare var TextDecoder: any;
declare var TextEncoder: any;
declare function atob(data: string): string;
declare function btoa(data: string): string;

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: any;
  throwIfAborted(): void;
  addEventListener(type: string, listener: any, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}

type BufferEncoding =
  | "ascii"
  | "utf8"
  | "utf-8"
  | "utf16le"
  | "utf-16le"
  | "ucs2"
  | "ucs-2"
  | "base64"
  | "base64url"
  | "latin1"
  | "binary"
  | "hex";

/** V8's own. */
interface ErrorConstructor {
  captureStackTrace(target: object, above?: Function): void;
  stackTraceLimit: number;
  prepareStackTrace?: (error: Error, frames: any[]) => any;
}
