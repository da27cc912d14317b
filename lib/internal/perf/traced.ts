/** Who is told of HTTP requests, connections and look-ups: nobody, until a performance observer wants such entries. */

export interface HttpTracer {
  /** A server got the head of a request. */
  serve(request: any, response: any): void;
  /** A client's request was made. */
  ask(request: any): void;
  /** The head of its response came. */
  answer(request: any, response: any): void;
}
export interface NetTracer {
  /** A socket begins to connect to a port. */
  connect(socket: any): void;
}
export interface DnsTracer {
  /** A look-up begins; returns the callback to call in place of `callback`, whose results after the error `detail` gets. */
  lookUp<F extends (...args: any[]) => void>(name: string, callback: F, detail: (...results: any[]) => object): F;
}

export const traced: { http: HttpTracer | null; net: NetTracer | null; dns: DnsTracer | null } = {
  http: null,
  net: null,
  dns: null,
};
