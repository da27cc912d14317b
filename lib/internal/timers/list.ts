/**
 * Timers by duration: a doubly linked list for each duration, in order of start, and a heap of lists by expiry. Inserting
 * and cancelling is O(1) and calls no C++: the next expiry and the number of timers that keep the process alive stand in
 * an array that the loop reads after every task.
 */
import loop from "binding:loop";
import { noteWait } from "../task_info";
import { ListHeap } from "./heap";
import { ListTable } from "./table";

/** Shared with C++: [next expiry in the loop's milliseconds or 0, timers with a reference]. */
export const timerInfo = new Float64Array(2);

/** What a list holds: a Timeout, or the head of the list itself. */
export interface Linked {
  _previous: Linked | null;
  _next: Linked | null;
}

/** A timer in a list. */
export interface Entry extends Linked {
  _duration: number;
  _start: number;
  _refed: boolean;
  _destroyed: boolean;
  _onTimeout: ((...args: any[]) => void) | null;
  _origin: number;
  /** Runs the callback; throws what it throws. */
  _fire(): void;
  _repeat: number | null;
}

export class TimerList implements Linked {
  _previous: Linked | null = this;
  _next: Linked | null = this;
  duration: number;
  expiry: number;
  /** Breaks ties between lists that expire together: the list that was made first goes first. */
  id: number;
  position = -1;
  /** The next list in the chain of the table. */
  chained: TimerList | null = null;
  constructor(duration: number, expiry: number, id: number) {
    this.duration = duration;
    this.expiry = expiry;
    this.id = id;
  }
  isEmpty(): boolean {
    return this._next === this;
  }
}

const lists = new ListTable();
const heap = new ListHeap();
let listCount = 0;

function unlink(entry: Linked): void {
  entry._next!._previous = entry._previous;
  entry._previous!._next = entry._next;
  entry._next = entry._previous = null;
}

/** Puts `entry` at the end of its duration's list, starting at `start` (loop milliseconds; now by default). */
export function insert(entry: Entry, start: number = loop.now()): void {
  entry._start = start;
  let list = lists.get(entry._duration);
  if (list === null) {
    list = new TimerList(entry._duration, start + entry._duration, ++listCount);
    lists.add(list);
    heap.insert(list);
    if (heap.peek() === list) timerInfo[0] = list.expiry;
  }
  const last = list._previous!;
  last._next = entry;
  entry._previous = last;
  entry._next = list;
  list._previous = entry;
}

/** Takes `entry` out of its list, if it is in one. */
export function remove(entry: Entry): void {
  const next = entry._next;
  if (next === null) return;
  const alone = next === entry._previous; // between its list's head and that same head
  unlink(entry);
  if (alone && next !== running) dropList(next as TimerList);
}

function dropList(list: TimerList): void {
  lists.delete(list);
  heap.remove(list);
  const next = heap.peek();
  timerInfo[0] = next === undefined ? 0 : next.expiry;
}

export function addRef(): void {
  timerInfo[1]!++;
}
export function dropRef(): void {
  timerInfo[1]!--;
}

/** The list whose timers are being run; kept, even when empty, until the run leaves it. */
let running: TimerList | null = null;
let lastCallback: Entry["_onTimeout"] = null;

/** Runs everything that is due. The loop calls it, and calls again after an exception was handled. */
export function processTimers(now: number): void {
  running = null;
  let ranOne = false;
  let list: TimerList | undefined;
  while ((list = heap.peek()) !== undefined) {
    if (list.expiry > now) {
      now = loop.now();
      if (list.expiry > now) break;
    }
    ranOne = runList(list, now, ranOne);
  }
  timerInfo[0] = list === undefined ? 0 : list.expiry;
}

function runList(list: TimerList, now: number, ranOne: boolean): boolean {
  running = list;
  let entry: Linked | null;
  while ((entry = list._next) !== list) {
    const timer = entry as Entry;
    if (now - timer._start < list.duration) {
      // Not due by the time that this batch began with: perhaps by now, since callbacks took time.
      now = loop.now();
      if (now - timer._start < list.duration) {
        list.expiry = Math.max(timer._start + list.duration, now + 1);
        heap.update(list);
        running = null;
        return ranOne;
      }
    }
    if (ranOne) loop.betweenCallbacks();
    // The drain may have cancelled this very timer.
    if (timer._next === null || list._next !== timer) continue;
    ranOne = true;
    unlink(timer);
    lastCallback = timer._onTimeout;
    noteWait(timer._start, timer._start + list.duration, timer._origin);
    try {
      timer._fire();
    } finally {
      settle(timer);
    }
  }
  running = null;
  dropList(list);
  return ranOne;
}

/** After its callback: an interval starts again, a timeout that was not restarted is over. */
function settle(timer: Entry): void {
  if (timer._next !== null) return; // restarted by refresh()
  if (timer._repeat !== null && !timer._destroyed) {
    timer._duration = timer._repeat;
    insert(timer);
  } else if (!timer._destroyed) {
    timer._destroyed = true;
    if (timer._refed) dropRef();
  }
}

/** How many timers are due by `now`: for reports of who waited. */
export function countOverdue(now: number): number {
  let count = 0;
  lists.forEach((list) => {
    for (let entry = list._next!; entry !== list; entry = entry._next!) {
      if ((entry as Entry)._start + list.duration > now) break;
      count++;
    }
  });
  return count;
}

/** The callback of the timer that ran last: whom a report of a long task names. */
export function lastTimer(): unknown {
  return lastCallback;
}
