import type { PriceBook } from "../price-book.ts";
import { multiplied } from "./bands.ts";
import type { Choices } from "./choices.ts";
import { decimal, type Fraction, ONE, percent, sumOf, whole, ZERO } from "./fraction.ts";
import type { MeasuredSurface } from "./measured.ts";
import type { Problems } from "./problems.ts";
import { typedQuantity } from "./quantity.ts";

interface TaskPart {
  readonly task: string;
  readonly percent: Fraction;
}

/** `caulk=100 scrape=20` */
const tasksTyped = (text: string): readonly TaskPart[] =>
  text
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => {
      const [task = "", typed = "0"] = part.split("=");
      return { task, percent: decimal(typed) };
    });

/** Page, section 1, "Prep": which of the three rules a surface's prep goes by. */
export const prepRuleOf = ({ surface }: MeasuredSurface): "hours" | "own tasks" | "level" =>
  typedQuantity(surface.prepHours).is !== "nothing"
    ? "hours"
    : surface.prepTasks !== ""
      ? "own tasks"
      : "level";

/** Page, section 1, "Prep": hours. */
export function prepOf(
  book: PriceBook,
  measured: MeasuredSurface,
  { prep }: Choices,
  paintingHours: Fraction,
  problems: Problems,
): Fraction {
  const { surface, area, substrate, quantity, bands } = measured;
  const prepFactor = multiplied(substrate, bands, "prep");
  const equivalent = quantity.times(decimal(substrate.prep.perUnit.value));
  const about = { areaId: area.id, surfaceId: surface.id };

  const hoursOfTasks = (tasks: readonly TaskPart[]): Fraction =>
    sumOf(
      tasks.map((part) => {
        const task = book.prepTasks.find(({ key }) => key === part.task);
        if (task === undefined) {
          problems.add({ code: "unknown_prep_task", blocking: true, ...about });
          return ZERO;
        }
        const minutes = decimal(task.minutesPer100[substrate.prep.basis].value);
        return equivalent
          .times(percent(part.percent))
          .times(minutes)
          .over(whole(100))
          .over(whole(60));
      }),
    ).times(prepFactor);

  const rule = prepRuleOf(measured);
  if (rule === "hours") {
    const hours = typedQuantity(surface.prepHours);
    if (hours.is === "a-number") return hours.value;
    const code = hours.is === "too-large" ? "quantity_too_large" : "quantity_not_a_number";
    problems.add({ code, blocking: true, ...about });
    return ZERO;
  }
  if (rule === "own tasks") {
    const tasks = tasksTyped(surface.prepTasks);
    if (tasks.some((part) => part.percent.isAbove(whole(100)))) {
      problems.add({ code: "percent_too_large", blocking: true, ...about });
    }
    return hoursOfTasks(tasks);
  }
  switch (prep?.how.kind) {
    case undefined:
    case "none":
      return ZERO;
    case "rate": {
      const { sqftPerHour, lfPerHour } = prep.how;
      const perHour = substrate.prep.basis === "sqft" ? sqftPerHour : lfPerHour;
      return equivalent.over(decimal(perHour.value)).times(prepFactor);
    }
    case "tasks":
      return hoursOfTasks(
        prep.how.tasks.map((part) => ({ task: part.task, percent: decimal(part.percent.value) })),
      );
    case "percent":
      return paintingHours.times(percent(decimal(prep.how.labour.value)));
  }
}

/** `1 + paint % of a percent level`, which counts only when it is what prep goes by. */
export const paintFactorOfPrep = (measured: MeasuredSurface, { prep }: Choices): Fraction =>
  prepRuleOf(measured) === "level" && prep?.how.kind === "percent"
    ? ONE.plus(percent(decimal(prep.how.paint.value)))
    : ONE;
