/** Counts what is under way. */
export interface InFlight {
  /** One more; the answer ends it. */
  readonly begin: () => () => void;
  readonly count: () => number;
}

export function createInFlight(): InFlight {
  let count = 0;
  return {
    begin: () => {
      count += 1;
      return () => {
        count -= 1;
      };
    },
    count: () => count,
  };
}
