/** A newer version of the price book: what it would change, and pricing with it. */
export const reprice = {
  repriceOut: (newer: number, kept: number) =>
    `Price book version ${newer} is out. This estimate keeps version ${kept}.`,
  repriceSee: (version: number) => `See what version ${version} would change`,
  repriceTitle: (version: number) => `What version ${version} would change`,
  repriceBefore: "Now",
  repriceAfter: (version: number) => `Version ${version}`,
  repriceDifference: "Difference",
  repriceSame: "No line of this option changes.",
  repriceNot: "cannot be priced",
  repriceLost: "Something would be missing: this option could not be accepted with it.",
  repriceDo: (version: number) => `Price with version ${version}`,
  repriceDone: (version: number) => `Priced with version ${version}.`,
  repriceLines: (count: number) => (count === 1 ? `1 line changes` : `${count} lines change`),
  repriceNotHere: "That price book is not on this tablet yet.",
} as const;
