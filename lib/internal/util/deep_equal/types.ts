/** How strictly two values are compared, and the comparison under way. */

/** `==`, prototypes do not count, symbols are left out. */
export const kLoose = 0;
/** `Object.is`, prototypes and enumerable symbols count. */
export const kStrict = 1;
/** As strict; but the expected value may leave out what the actual one has. */
export const kPartial = 2;
/** As strict, but prototypes do not count. */
export const kWithoutPrototypes = 3;
export type Mode = 0 | 1 | 2 | 3;

/** The objects that are being compared, outermost first, with those that each is compared with: circles end there. */
export type Memo = Map<object, object[]>;
