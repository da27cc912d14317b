/** Shared with C++: [inside the task of a read, how many such tasks there were]. */
export const batch = new Uint32Array(2);
