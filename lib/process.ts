/** `node:process`: the process object. */
import { process } from "./internal/process/object";
import "./internal/process/members";

export default process;
