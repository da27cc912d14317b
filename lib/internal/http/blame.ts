/** For whom a request waited: `request.loopWait`, and the server's option `serverTiming`. */
import http from "binding:http";

/** A place in the program; lines and columns count from 1. */
export interface Place {
  function: string;
  file: string;
  line: number;
  column: number;
}

/** A task that held the loop while a request waited. */
export interface Culprit {
  /** Milliseconds of the wait that fall to it. */
  duration: number;
  /** Its number: that of the same task in `process.longTasks()`, if it was long. */
  task: number;
  /** "http", "timer", "fs" ... */
  kind: string;
  /** As `cause.type` in `process.longTasks()`; "unknown" for most tasks below the threshold of long ones. */
  cause: string;
  /** The blocking call, if that held the loop: "readFileSync"; else empty. */
  name: string;
  /** Where the time went: from where the blocking call was called, or what was running. */
  place: Place | undefined;
  /** Where the callback is defined that the task was for: a timer's, a file operation's. */
  callback: Place | undefined;
}

/**
 * How long a request waited from its arrival in the kernel until it was begun with, in milliseconds, and for whom. Its arrival is known
 * to half a tick of the kernel (2 ms at 250 ticks a second); that of one that came in several pieces is its last piece's.
 */
export interface LoopWait {
  /** The sum of the culprits' durations and the remainder. */
  wait: number;
  /** What no task of a millisecond or more took: shorter tasks, and the loop itself. */
  remainder: number;
  /**
   * The system does not tell when the request came. On a local (pipe) socket the middle of the task that held the loop is taken; for a
   * request behind others on its connection, the moment when it was read.
   */
  estimated: boolean;
  /** In the order in which they ran. */
  culprits: Culprit[];
}

/** C++'s times of a wait, or what was made of them. */
interface Times {
  arrival: number;
  start: number;
  estimated: boolean;
  shared: LoopWait | undefined;
}

const waits = new WeakMap<object, Times>();

/** C++ saw that `request` waited for a task that held the loop. */
export function noteWait(request: object, arrival: number, start: number, estimated: boolean): void {
  waits.set(request, { arrival, start, estimated, shared: undefined });
}

function timesOf(request: any, sparing: boolean): Times | undefined {
  const noted = waits.get(request);
  if (noted !== undefined) return noted;
  // A wait behind short tasks only: the system still tells, unless something else came meanwhile.
  const connection = request._source;
  if (!connection || connection.queue !== null || connection.current?.req !== request) return undefined;
  const times: [number, number, boolean] | undefined = connection.parser.lastWait?.(sparing);
  if (times === undefined) return undefined;
  noteWait(request, times[0], times[1], times[2]);
  return waits.get(request);
}

/** Gives `proto`, the prototype of requests, its property `loopWait`. */
export function installLoopWait(proto: object): void {
  Object.defineProperty(proto, "loopWait", {
    configurable: true,
    enumerable: false,
    get(): LoopWait | undefined {
      if (this === proto) return undefined;
      const times = timesOf(this, false);
      if (times === undefined) return undefined;
      return (times.shared ??= http.blame(times.arrival, times.start, times.estimated) as LoopWait);
    },
  });
}

/**
 * The line for the head of the response to `request`; empty when it did not wait. For a wait behind short tasks only, the system is
 * asked at most every 0.1 ms: on a server that answers more requests than that, some carry the line and some do not.
 */
export function serverTimingLine(request: any): string {
  const times = timesOf(request, true);
  return times === undefined ? "" : `Server-Timing: ${http.serverTiming(times.arrival, times.start)}\r\n`;
}
