/** Hands lib/'s half of the loop to C++: see Loop::Attach in runtime/loop/loop.h. */
import loop from "binding:loop";
import { emitBeforeExit, emitExit } from "./process/lifecycle";
import { onReject, processRejections } from "./rejections";
import { taskInfo } from "./task_info";
import { lastTick, runTicks, tickInfo } from "./ticks";
import { immediateInfo, lastImmediate, processImmediates } from "./timers/immediate";
import { countOverdue, lastTimer, processTimers, timerInfo } from "./timers/list";
import { onUncaught } from "./uncaught";

export function attachLoop(): void {
  loop.attach({
    runTicks,
    processRejections,
    processTimers,
    processImmediates,
    onReject,
    onUncaught,
    emitBeforeExit,
    emitExit,
    lastTick,
    countOverdue,
    lastCallback: (immediate: boolean) => (immediate ? lastImmediate() : lastTimer()),
    tickInfo,
    timerInfo,
    immediateInfo,
    taskInfo,
  });
}
