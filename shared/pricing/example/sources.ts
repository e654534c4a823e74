/**
 * Where the example's numbers were published, in plain words. Published rates differ two- to threefold,
 * because some leave out cutting in, masking or prep: each substrate says what its rate includes.
 */
export const sources = {
  yarur:
    "Estimating seminar by Fred Yarur (slides on sambuz.com): 325 sq ft a gallon, wage × 1.80, 20 % profit.",
  playbook:
    "W1DP Playbook, constants in public code: walls 180 sq ft an hour for one coat and 110 for two, trim, doors and windows, $2 of sundries an hour.",
  surfacely:
    "Surfacely, painting production rates (surfacely.io): ceilings 120 to 150 sq ft an hour.",
  krims:
    "Krims production rates (washingtonhousepainters.com): clapboard 100 to 150 sq ft an hour, stucco 200, shingles 80 to 125.",
  craftsman:
    "Craftsman National Home Improvement Estimator 2018, page 479: eaves 125, 185 and 225 sq ft an hour for first, second and third coat; trim 160 lf first finish coat, 150 the next.",
  costbook: "Craftsman cost book (get-a-quote.net): brick 165 sq ft an hour.",
  rays: "Ray's Pro Finish, public estimating specification 008: height 1.10 at 10 ft and 1.25 at 12 ft, vaulted 1.45, stairs 1.5, furniture 1.20 and 1.35, crown 40 lf an hour, handrail 6 lf, 0.75 h of set-up per crew day.",
  projobcalc:
    "ProJobCalc, painting prep (projobcalc.com): light 1,200 sq ft an hour, moderate 600, heavy 300, restoration 150.",
  pca: "Painting Contractors Association, standard P10: what is narrower than one foot counts one square foot a linear foot.",
  "paintscout-coverage":
    "PaintScout help, coverage rates: baseboard 650 lf a gallon, window frame 0.05 gallons a coat.",
  "coverage-calculator":
    "Paint coverage table (calculator-cloud.com): bare wood 300 to 350 sq ft a gallon, stucco 200 to 250, brick 150 to 200; door 20 to 21 sq ft, window 12 to 15.",
  tommymac: "Tommy Mac (tommymac.us): waste 10 % with brush and roller, 20 % on rough surfaces.",
  knowify: "Knowify on job costing: painters average $22.16 an hour (2023).",
  painttalk:
    "PaintTalk thread 2779: overhead and profit are often over half of the price; 35 % on the loaded wage comes to that.",
  "can-sizes": "US liquid measure: 32 ounces to the quart, 128 to the gallon.",
  "carried-on":
    "Carried on from the published rates of fewer coats, at the pace of the last coat; half the one-coat rate where only that is published.",
  starting:
    "A starting value of Paintbox: no published figure was found, or it is the firm's own to set.",
} as const;

export type SourceKey = keyof typeof sources;

/** A number with its source. */
export const from = (source: SourceKey, value: string) => ({ value, source });

/** An amount in cents with its source. */
export const costs = (source: SourceKey, cents: number) => ({ cents, source });
