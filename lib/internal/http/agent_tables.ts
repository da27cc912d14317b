/** The tables of an agent: sockets and requests by name. */
export type SocketTable = Record<string, any[]>;

/** Requests to a host that has no socket, when the total is limited: a kept socket would stand in their way. */
export function waitingElsewhere(agent: any): any[] | undefined {
  if (agent.maxTotalSockets === Infinity) return undefined;
  const requests: SocketTable = agent.requests;
  for (const name of Object.keys(requests)) {
    if (requests[name]!.length > 0 && !(agent.sockets[name]?.length > 0)) return requests[name];
  }
  return undefined;
}

/** Takes a socket out of a table. */
export function takeOut(table: SocketTable, name: string, socket: any): void {
  const list = table[name];
  const at = list === undefined ? -1 : list.indexOf(socket);
  if (at < 0) return;
  list!.splice(at, 1);
  if (list!.length === 0) delete table[name];
}
