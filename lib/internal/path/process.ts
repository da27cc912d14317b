/** The parts of the process that paths depend on, looked up anew each time: programs replace `process.cwd`. */
declare const process: { cwd(): string; env: Record<string, string | undefined> };

/** The current working directory. */
export function currentDirectory(): string {
  return process.cwd();
}

/** On Windows, the working directory of one drive (`C:`), which the system keeps in the environment as `=C:`. */
export function driveDirectory(drive: string): string {
  return process.env[`=${drive}`] || process.cwd();
}
