/** `process.getActiveResourcesInfo`: what keeps the process alive. */
import loop from "binding:loop";
import { immediateInfo } from "../timers/immediate";
import { timerInfo } from "../timers/list";
import { define } from "./object";

define({
  /** A name for each: requests and handles, then timers, then immediates. */
  getActiveResourcesInfo(): string[] {
    const names: string[] = loop.activeResources().reverse();
    for (let i = timerInfo[1]!; i > 0; i--) names.push("Timeout");
    for (let i = immediateInfo[1]!; i > 0; i--) names.push("Immediate");
    return names;
  },
});
