/** Native handles that a server is given: to listen on, and of those who connect. */
import net from "binding:net";
import { loadInternal } from "../builtins";

/** The handle of `listen(handle)` and `listen({ handle })`: a BoundSocket's, a server's, a socket's, or a native one. */
export function listenHandle(options: any): { handle: any; path?: string | undefined } | undefined {
  for (const candidate of [options, options.handle]) {
    if (typeof candidate !== "object" || candidate === null) continue;
    if (candidate instanceof net.StreamHandle) return { handle: candidate };
    const inner = candidate._handle;
    if (inner instanceof net.StreamHandle) return { handle: inner, path: candidate._pipeName };
    if (typeof candidate.isPipe !== "boolean") continue;
    const { adoptBound, isBoundSocket } = loadInternal("internal/net/bound_socket") as typeof import("./bound_socket");
    if (isBoundSocket(candidate)) return adoptBound(candidate);
  }
  return undefined;
}

/** Whether a block list holds the address of who connected. */
export function isPeerBlocked(list: any, handle: any): boolean {
  const peer = handle.peerName();
  if (!Array.isArray(peer) || peer.length < 3) return false;
  const { isBlocked } = loadInternal("internal/net/block_list") as typeof import("./block_list");
  return isBlocked(list, peer[0], peer[2] === "IPv6" ? 6 : 4);
}
