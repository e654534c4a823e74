/**
 * Seeds with which rare mutants were seen. A run of all mutants begins there and goes on from there when the code has
 * changed since: it only saves the histories before.
 */
export const seenAt: ReadonlyMap<string, number> = new Map([
  ["the last write wins", 21],
  ["progress not of the snapshot", 120],
  ["no journal", 14],
  ["a removal does not look at what it had not seen", 27],
  ["late answers are applied", 228],
  ["a reset clears the outbox", 14],
  ["answered before the commit", 27],
  ["the server does not ask for the epoch", 14],
  ["a restored server gets nothing again", 14],
  ["an edit is joined to one that was offered", 404],
  ["agreed to in spite of an open conflict", 417],
  ["time is measured by a clock that can be set", 556],
  ["half of an estimate of long ago comes", 796],
  ["an edit names what came meanwhile and nobody saw", 64],
]);
