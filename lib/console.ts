/** `node:console`: the global console and the Console class. */
import { globalConsole } from "./internal/console/global";

export default globalConsole;
