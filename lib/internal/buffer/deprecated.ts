/** What Node still has but advises against: `Buffer()` called or constructed. */
import { requireBuiltin } from "../builtins";

let warned = false;

// True when the nearest user code on the stack stands in a node_modules folder, whose authors are not there to listen.
function calledFromPackage(): boolean {
  const { prepareStackTrace, stackTraceLimit } = Error as any;
  (Error as any).stackTraceLimit = 30;
  (Error as any).prepareStackTrace = (_: Error, sites: any[]) => sites.map((site) => site.getFileName() ?? "");
  const files = new Error().stack as unknown as string[];
  (Error as any).prepareStackTrace = prepareStackTrace;
  (Error as any).stackTraceLimit = stackTraceLimit;
  const user = Array.isArray(files) ? files.find((file) => /^(?:\/|file:|[A-Za-z]:[\\/])/.test(file)) : undefined;
  return user !== undefined && /[/\\]node_modules[/\\]/.test(user);
}

/** Warns once that the constructor is deprecated (DEP0005). */
export function warnConstructor(): void {
  if (warned || calledFromPackage()) return;
  warned = true;
  requireBuiltin<{ emitWarning(...args: string[]): void }>("process").emitWarning(
    "Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), " +
      "Buffer.allocUnsafe(), or Buffer.from() methods instead.",
    "DeprecationWarning",
    "DEP0005",
  );
}
