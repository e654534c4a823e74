import { add, type Exact, sign, sum, ZERO } from "../exact/exact.ts";
import { centsOf } from "./cents.ts";
import {
  chargeAdjustments,
  leadAdjustment,
  roundedAdjustments,
  sundriesAdjustments,
} from "./adjustments.ts";
import type { OptionRule } from "./book/paint.ts";
import { chargeCosts } from "./charges.ts";
import type { CompiledBook } from "./compiled-book.ts";
import { primerHints } from "./hints.ts";
import { hourCharge, hourCost } from "./hour-charge.ts";
import { impliedByItem, impliedByOption } from "./implied.ts";
import { counts, isTooLarge, type ReadItem } from "./items.ts";
import { daysOnJob, jobHours } from "./job-hours.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import { jobMinimum, scopeMinimums } from "./minimums.ts";
import { isBelowNet, type Terms, type Totals, totalsOf } from "./money.ts";
import { costOf, jobCost, type WorkCost } from "./option-cost.ts";
import { itemsJobCost, type PricedRead, priceItems } from "./option-items.ts";
import { type OptionSurface, surfacesInOption } from "./option-surfaces.ts";
import type { JobQuantities } from "./painting.ts";
import { paintingLines, type Pricing } from "./painting-lines.ts";
import { monthlyPayments, paymentsOf } from "./payments.ts";
import { type ChargedPool, chargedPool, fillPools } from "./pools.ts";
import type {
  PricedHours,
  PricedItem,
  PricedLine,
  PricedMoney,
  PricedOption,
} from "./priced-estimate.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import type { JobSize } from "./profit.ts";
import { hourlySundries, rulesInForce, startedSundries } from "./sundries.ts";
import { CENTS, HOURS, plusAll, SQFT, times, total } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** Everything about an estimate that no option changes. */
export interface Job {
  readonly book: CompiledBook;
  readonly surfaces: readonly MeasuredSurface[];
  readonly items: readonly ReadItem[];
  readonly terms: Terms;
  readonly leadSafe: boolean;
  readonly loaded: Trace;
  readonly jobQuantities: JobQuantities;
  /** Square feet of the areas that items cover, by the area's id. */
  readonly coveredSqft: ReadonlyMap<string, Exact>;
  /** Whether the estimate itself has a blocking problem. */
  readonly blocked: boolean;
}

/** The work of an option, measured and costed, before any profit. */
interface Work extends WorkCost {
  readonly size: JobSize;
  readonly crewDays: Trace;
}

function workOf(job: Job, surfaces: readonly OptionSurface[]): Work {
  const { book, loaded, leadSafe } = job;
  const rules = rulesInForce(book, leadSafe);
  const members = surfaces.flatMap(({ finish, primer }) => (primer ? [finish, primer] : [finish]));
  const pools = [...fillPools(book, members, rules).values()];
  const hours = jobHours(book, surfaces, loaded, leadSafe);
  const counting = job.items.filter(counts);
  const crewDays = daysOnJob(
    hours,
    counting.flatMap((item) => (item.how === "crew-days" ? [item.days] : [])),
  );
  const hour = hourCost(loaded, hourlySundries(book, rules));
  const sqft = total(
    "job-sqft",
    SQFT,
    surfaces
      .filter(({ measured }) => measured.substrate.unit === "sqft")
      .map(({ measured }) => measured.quantity),
  );
  const work: WorkCost = {
    hour,
    job: hours,
    surfaces,
    pools,
    charges: chargeCosts(book, surfaces, crewDays),
    sundries: startedSundries(book, rules, { surfaces, pools, crewDays }),
  };
  const cost = jobCost(work, itemsJobCost(counting, hour));
  return { ...work, size: { cost, sqft }, crewDays };
}

function itemLine(job: Job, item: PricedRead, hourChargeValue: Exact): PricedItem {
  const { read, cents, line, hours } = item;
  const { id, label, areaId, optional, group } = read.item;
  const covered = areaId === null ? null : (job.coveredSqft.get(areaId) ?? null);
  return {
    kind: "item",
    how: read.how,
    id,
    label: read.how === "add-on" && label.trim() === "" ? read.addOn.label : label,
    quantity: read.quantity.value,
    unit: read.how === "crew-days" ? "day" : read.how === "add-on" ? read.addOn.unit : "each",
    areaId,
    optional,
    group: group.trim(),
    hours: hours?.value ?? ZERO,
    implied: impliedByItem(item, hourChargeValue, covered),
    cents,
    trace: line,
  };
}

/** What the customer is charged for material: what is taxed where materials are. */
function materialsOf(
  pricing: Pricing,
  items: readonly PricedRead[],
  sundries: readonly Trace[],
): Trace | null {
  const { hour, job, pools } = pricing;
  const hours = plusAll("hours-job-charged", HOURS, [
    job.charged,
    ...items.map((item) => item.sundriesHours),
  ]);
  const hourly =
    hour.sundriesCharge && hours && times("materials-sundries", CENTS, hours, hour.sundriesCharge);
  return plusAll("materials", CENTS, [
    ...Array.from(pools.values(), (pool) => pool.charge),
    hourly,
    ...sundries,
    ...items.map((item) => item.material),
  ]);
}

function hoursOf(work: Work, items: readonly PricedRead[]): PricedHours {
  const { job, crewDays } = work;
  const crews = items.flatMap((item) => item.hours ?? []);
  const charged = plusAll("hours-job-charged", HOURS, [job.charged, job.implied, ...crews]);
  const exactHours = sum([
    job.measured.value,
    ...(job.setUp ? [job.setUp.value] : []),
    ...crews.map((hours) => hours.value),
  ]);
  const trace = charged ?? job.charged;
  return {
    exact: exactHours,
    charged: trace.value,
    crewDays: centsOf(crewDays.value),
    trace,
  };
}

function moneyOf(book: CompiledBook, terms: Terms, totals: Totals, isOffer: boolean): PricedMoney {
  const { net, list, discounts, subtotal, tax } = totals;
  return {
    netCents: centsOf(net.value),
    listCents: centsOf(list.value),
    discounts,
    subtotalCents: centsOf(subtotal.value),
    tax: tax && { cents: centsOf(tax.value), trace: tax },
    payments: isOffer ? paymentsOf(book, terms.state, totals.total) : [],
    financing: isOffer ? monthlyPayments(book, totals.total) : [],
    listTrace: list,
    subtotalTrace: subtotal,
  };
}

/** Discounts can bring a list price that no number holds down to a total that looks like one: neither is an offer. */
const isBeyondAll = ({ list, total: all }: Totals): boolean =>
  [list, all].some(({ value }) => sign(value) > 0 && isTooLarge(value));

/** Why a total is no offer, whatever its lines say. */
function totalProblem(
  lines: readonly PricedLine[],
  totals: Totals,
  totalCents: number,
): ProblemCode | null {
  if (lines.length === 0) return "nothing_to_price";
  if (isBeyondAll(totals)) return "total_too_large";
  if (totalCents < 0) return "total_negative";
  return totalCents === 0 ? "priced_zero" : null;
}

function warrantyOf(option: OptionRule, surfaces: readonly OptionSurface[]): number {
  if (option.warrantyYears !== null) return option.warrantyYears;
  const years = surfaces.map(({ choice }) => choice.product.warrantyYears);
  return years.length === 0 ? 0 : Math.min(...years);
}

/** The lines of an option in the painter's order, and what is offered beside them. */
function linesOf(job: Job, pricing: Pricing, work: Work, items: readonly PricedRead[]) {
  const { book, leadSafe } = job;
  const painting = paintingLines(pricing, work.surfaces);
  const asLine = (item: PricedRead) => itemLine(job, item, pricing.hour.byBook.value);
  const sundries = sundriesAdjustments(pricing, work.sundries);
  const lead = leadSafe && work.surfaces.length > 0 ? leadAdjustment(pricing) : [];
  const before: readonly PricedLine[] = [
    ...painting.surfaces,
    ...items.filter(({ read }) => counts(read)).map(asLine),
    ...painting.setUp,
    ...roundedAdjustments([...lead, ...chargeAdjustments(pricing, work.charges), ...sundries]),
    ...scopeMinimums(book, painting.surfaces),
  ];
  return {
    lines: [...before, ...jobMinimum(book, before)],
    offers: items.filter(({ read }) => !counts(read)).map(asLine),
    sundriesPrices: sundries.map(({ price }) => price),
  };
}

/**
 * Prices one option.
 *
 * @param problems receives what concerns this option alone.
 */
export function priceOption(job: Job, option: OptionRule, problems: Problem[]): PricedOption {
  const { book, terms, loaded, jobQuantities } = job;
  const own: Problem[] = [];
  const context = { book, option, loaded, jobQuantities, problems: own };
  const surfaces = surfacesInOption(context, job.surfaces);
  own.push(...primerHints(book, surfaces, option.key));
  const work = workOf(job, surfaces);
  const hour = hourCharge(book, work.hour, work.size);
  const pools = new Map<string, ChargedPool>(
    work.pools.map((pool) => [pool.need.key, chargedPool(book, pool, work.size)]),
  );
  const pricing: Pricing = { book, size: work.size, hour, job: work.job, pools };
  const priced = priceItems(book, job.items, work.size, hour, problems);
  const items = priced.filter((item) => item !== null);
  const { lines, offers, sundriesPrices } = linesOf(job, pricing, work, items);
  const counting = items.filter(({ read }) => counts(read));
  const net = total(
    "net",
    CENTS,
    lines.map((line) => line.trace),
  );
  const totals = totalsOf(book, terms, net, () => materialsOf(pricing, counting, sundriesPrices));
  const totalCents = centsOf(totals.total.value);
  const isOffer = totalCents > 0 && !isBeyondAll(totals);
  const money = moneyOf(book, terms, totals, isOffer);
  const fault = totalProblem(lines, totals, totalCents);
  if (fault !== null) own.push({ code: fault, blocking: true, option: option.key });
  if (isBelowNet(totals)) own.push({ code: "below_net", blocking: false, option: option.key });
  problems.push(...own);
  const isWhole = items.length === priced.length && !own.some((problem) => problem.blocking);
  const acceptable = !job.blocked && isWhole;
  const hours = hoursOf(work, counting);
  const measuredHours = surfaces.reduce((all, { labour }) => add(all, labour.hours.value), ZERO);
  return {
    key: option.key,
    label: option.label,
    warrantyYears: warrantyOf(option, surfaces),
    totalCents,
    acceptable,
    lines,
    offers,
    money,
    hours,
    paint: work.pools.map((pool) => pool.need),
    cost: costOf(work, counting, money.subtotalCents),
    implied: impliedByOption(
      surfaces,
      work.size.sqft.value,
      measuredHours,
      money.netCents,
      hours.crewDays,
    ),
    trace: totals.total,
  };
}
