// Two rows that show two figures of the same sample measure it once.

/**
 * `first` measures and keeps the sample; `second` gives the kept samples of a runtime in their order, and measures where none is
 * left: when its row runs alone.
 */
export function pairs(measure) {
  const kept = new Map();
  return {
    async first(runtime, ctx) {
      const sample = await measure(runtime, ctx);
      kept.set(runtime.id, [...(kept.get(runtime.id) ?? []), sample]);
      return sample;
    },
    second: async (runtime, ctx) => kept.get(runtime.id)?.shift() ?? (await measure(runtime, ctx)),
  };
}
