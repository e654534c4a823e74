import fc from "fast-check";

/**
 * Property tests draw the same examples in every run of `npm test`, so that a change is judged by what it changed.
 * `FC_SEED=$RANDOM npm run unit` draws others; a failure prints the seed that found it.
 */
const PINNED_SEED = 20_261_120;

fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? PINNED_SEED) });
