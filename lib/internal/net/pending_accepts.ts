/** What waits to be accepted when a server that shares its port (`reusePort`) closes. */
import { setImmediate } from "../../timers";

/**
 * Accepts what the kernel has queued for a listening handle that is about to close, and gives it to `onConnection` in
 * immediates, after `close()` has returned. Without that the kernel resets these connections, which had reached this process
 * only because it shared the port: with a process that goes on serving they would have been served. Nothing happens for
 * listeners of a port of their own.
 */
export function acceptPending(server: any, onConnection: (this: any, err: number, handle: any) => void): void {
  for (const handle of server._handle.takePending()) {
    server._connections++; // 'close' waits for it
    setImmediate(deliver, server, handle, onConnection);
  }
}

function deliver(server: any, handle: any, onConnection: (this: any, err: number, handle: any) => void): void {
  server._connections--;
  try {
    onConnection.call({ owner: server }, 0, handle);
  } finally {
    server._emitCloseIfDrained();
  }
}
