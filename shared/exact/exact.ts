/**
 * An exact fraction. Every quantity, rate and amount is one until it is rounded at a named point, so that
 * no order of adding and no binary fraction can move a cent. `d` is always positive; not always reduced.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}
