/** A way through a proxy for a WebSocket: a CONNECT request, as RFC 6455, section 4.1 asks for. */
import { ClientRequest } from "../http/client_request";
import type { Proxy } from "../http/proxy";

/** Hands over the connection to `host` and `port` by way of `proxy`, or what went wrong. */
export function openTunnel(
  proxy: Proxy,
  { host, port }: { host: string; port: number },
  done: (error: Error | null, socket?: any) => void,
): any {
  const authority = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  const headers: Record<string, string> = { Host: authority };
  if (proxy.authorization !== undefined) headers["Proxy-Authorization"] = proxy.authorization;
  const { host: proxyHost, port: proxyPort } = proxy;
  const message = new (ClientRequest as any)({ method: "CONNECT", host: proxyHost, port: proxyPort, path: authority, agent: false, headers });
  message.on("error", done);
  message.on("connect", (response: any, socket: any, head: any) => {
    if (response.statusCode >= 200 && response.statusCode < 300) {
      if (head.length > 0) socket.unshift(head);
      done(null, socket);
      return;
    }
    socket.destroy();
    done(new Error(`The proxy ${proxyHost}:${proxyPort} answered CONNECT with ${response.statusCode}`));
  });
  message.end();
  return message;
}
