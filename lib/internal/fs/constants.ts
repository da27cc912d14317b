/** `fs.constants`: the numbers of this system. */
import binding from "binding:fs";

export const constants: Readonly<Record<string, number>> = Object.assign(Object.create(null), binding.constants);
