/**
 * Where the example's numbers were published, in plain words. Published rates differ two- to threefold,
 * because some leave out cutting in, masking or prep: each substrate says what its rate includes.
 */
export const sources = {
  yarur:
    "Estimating seminar by Fred Yarur (slides on sambuz.com): 325 sq ft a gallon, wage × 1.80, 20 % profit.",
  playbook:
    "W1DP Playbook, constants in public code, in hours of painting without prep: walls 180 sq ft an hour for one coat and 110 for two; baseboard up to 4 in 60 and 40 lf, from 5 in 50 and 30; trim 50 and 30; a door with jamb and casing, two coats: flat 0.5 h, panel 0.75, with a window 1.0, French with panes 1.5; a window 0.5, a complex one 1.0; nine doors a gallon; 800 and 700 lf of baseboard a gallon; $2 of supplies an hour.",
  "door-split":
    "W1DP Playbook's 0.75 h for a panel door with jamb and casing, shared out: half an hour for the slab, a quarter for its frame. A painter on PaintTalk (thread 980) counts a quarter hour for a frame, too.",
  surfacely:
    "Surfacely, painting production rates (surfacely.io): ceilings 120 to 150 sq ft an hour.",
  krims:
    "Bonnie Krims, The Perfectly Painted House (washingtonhousepainters.com): clapboard 100 to 150 sq ft an hour, stucco 200, shingles 80 to 125; a louvered shutter of 2 × 4 ft, both sides, 45 minutes. She does not say for how many coats: siding is taken as one, shutters as two.",
  craftsman:
    "Craftsman National Home Improvement Estimator 2018, page 479, paint application only: eaves up to 30 in 125, 185 and 225 sq ft an hour for first, second and third coat; trim 160 lf first finish coat, 150 the next, 600 lf a gallon.",
  costbook:
    "Craftsman cost book (get-a-quote.net): brick 165 sq ft an hour, concrete 200; metal siding by brush 0.006 h a sq ft; spraying takes 30 to 40 % less labor than work by hand.",
  npce: "Craftsman National Painting Cost Estimator (get-a-quote.net), medium pace: pass-through shelves 12 in wide 35 lf an hour and 113 lf a gallon, brush, each coat.",
  rays: "Ray's Pro Finish, public estimating specification 008 and its rates: height 1.10 at 10 ft, 1.25 at 12 ft, vaulted 1.45 and $200 a day of equipment; stairs 1.5; furniture 1.20 and 1.35; crown 40 lf an hour, detailed 25; handrail 6 lf; spindle 12 or 30 minutes, step 20; window casing 50; closet 1.5 h, walk-in 2.5; popcorn ceiling 150 sq ft an hour, second coat 250, rolling only; prep 0.15 h for 100 good sq ft, 0.40 fair; covering floors 0.15 h for 100 sq ft; primer 250 sq ft a gallon; 0.75 h of set-up per crew day. How many coats its trim rates mean it does not say: they are taken as two.",
  "rays-stain":
    "Ray's Pro Finish, specification 008: stained trim that is to be painted takes 3 times as long. Here 1.8, because the primer coat brings its own two thirds: 1.8 × (1 + 2/3) = 3.",
  projobcalc:
    "ProJobCalc, painting prep (projobcalc.com): light 1,200 sq ft an hour, moderate 600, heavy 300, restoration 150; brush alone on a broad surface 80.",
  "painttalk-980":
    "PaintTalk thread 980, a painter's own rates: sanding drywall 350 sq ft in a quarter hour; taking a door down and putting it back half an hour; setting up and covering a bedroom half an hour.",
  "painttalk-rail":
    "PaintTalk thread 61961, one painter's figure: 10 lf an hour of simple wooden railing.",
  zafto:
    "Zafto trade notes for painters (public on GitHub, called industry standard there): siding by hand 75 to 125 sq ft an hour; sanding 100 to 200 sq ft, masking and caulking 100 to 150 lf an hour; textured drywall 250 to 300 sq ft a gallon against 400 smooth; rough-sawn wood 200 to 300 against 350 to 400; block 100 to 150; heavily textured surfaces, popcorn among them, 150 to 200; cabinets 350 to 400. Middle of each.",
  servvian:
    "Servvian, example of a kitchen (servvian.com): the front of the cabinets × 6 is what is finished; cleaning 300 sq ft of that an hour, spraying 200, each coat.",
  woodweb:
    "WoodWeb, rules of thumb for finishing: cabinets with doors have 6 times their front to finish, open shelving 4 times; at the 80 sq ft an hour of brush work (ProJobCalc) a bookcase makes 20 sq ft of front.",
  rocket:
    "Estimate Rocket, deck template: first coat by brush 150 sq ft an hour, 300 sq ft a gallon.",
  inpaint:
    "inPAINT magazine on uneven surfaces: spraying smooth drywall 550 sq ft an hour, light texture 500, heavy 450.",
  pca: "Painting Contractors Association, standard P10: what is narrower than one foot counts one square foot a linear foot. So ProJobCalc's square feet an hour stand for linear feet of trim, too.",
  paintpad:
    "PaintPad help: prep as a percentage, in its middle level 7 % of the labor and 5 % of the material.",
  fennec:
    "The Fennec Lab, painting calculator: prep × 1.4, 1.75 and 2.2 by condition. The site names no survey behind it.",
  "paintscout-coverage":
    "PaintScout help, coverage rates: baseboard 650 lf a gallon, window frame 0.05 gallons a coat.",
  "coverage-calculator":
    "Paint coverage table (calculator-cloud.com): smooth drywall 350 to 400 sq ft a gallon, textured 300 to 350, bare wood 300 to 350, stucco 200 to 250, brick 150 to 200; door 20 to 21 sq ft, window 12 to 15.",
  tommymac:
    "Tommy Mac (tommymac.us): waste 10 % with brush and roller, 20 % on rough surfaces and with the airless.",
  knowify: "Knowify on job costing: painters average $22.16 an hour (2023).",
  painttalk:
    "PaintTalk thread 2779: overhead and profit are often over half of the price; 35 % on the loaded wage comes to that.",
  "can-sizes": "US liquid measure: 32 ounces to the quart, 128 to the gallon.",
  countbricks:
    "CountBricks, lift rental for painters 2026: a towable boom commonly $325 a day, without delivery.",
  engineerfix:
    "EngineerFix, what contractors charge: wallpaper removal $0.60 to $3.00 a sq ft, popcorn removal $2 to $6. The pay is 45 % of the middle.",
  certapro:
    "CertaPro Painters of Greater Media: an accent wall typically $125. The pay is 45 % of it.",
  epa: "EPA, answers about the Renovation, Repair and Painting rule: houses built before 1978; containment, cleaning and verification $8 to $167 a job, outside containment apart. The highest of it.",
  jlc: "JLC, How to Lower the Cost of RRP Compliance: a careful firm keeps it below 10 % of most jobs.",
  "ca-7159":
    "California Business and Professions Code 7159: at most 10 % of the price or $1,000, whichever is less. Have a lawyer confirm it.",
  "third-of-price":
    "LegalClarity on down payments: Maine, Maryland, Massachusetts and Pennsylvania allow a third of the price (Massachusetts and Pennsylvania more for special orders, Pennsylvania's rule begins at $5,000, in Maine both may agree otherwise). Have a lawyer confirm it.",
  "ny-527":
    "New York, 20 NYCRR 527.7: repainting a building is maintenance, and the customer pays tax on it. The state's 4 % only: put your local rate on top, and have an accountant confirm it.",
  "wa-170":
    "Washington Department of Revenue, WAC 458-20-170: painting a building is a retail sale, tax on the whole price. The state's 6.5 % only: put your local rate on top, and have an accountant confirm it.",
  "tax-at-purchase":
    "In most states painters pay sales tax when they buy paint and charge none for painting a house. No rule was looked up for this state: have an accountant confirm yours.",
  "two-thirds":
    "One coat as two thirds of the time for two, each further coat a third more: the proportion of the Playbook's baseboard, 60 and 40 lf an hour.",
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
