/** The command line is wrong: said without a stack, exit status 2. */
export class UsageError extends Error {}

/** The bench itself cannot go on (a tool is missing, the build failed), whatever the runtime: ends the run, exit status 1. */
export class BenchError extends Error {}
