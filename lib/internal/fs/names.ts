/** Gives each function the name that it has in the module, where a bundler or a prefix changed it. */
export function nameFunctions(module: Record<string, any>): void {
  for (const [name, value] of Object.entries(module)) {
    if (typeof value === "function" && value.name !== name) {
      Object.defineProperty(value, "name", { value: name, configurable: true });
    }
  }
}
