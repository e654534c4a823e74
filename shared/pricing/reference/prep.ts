import type { PrepLevel } from "../book/work.ts";
import type { PriceBook } from "../price-book.ts";
import type { ProblemCode } from "../problem.ts";
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
  option: string,
  measured: MeasuredSurface,
  choices: Choices,
  paintingHours: Fraction,
  problems: Problems,
): Fraction {
  const { surface, area, substrate, quantity, bands } = measured;
  const prepFactor = multiplied(substrate, bands, "prep");
  const equivalent = quantity.times(decimal(substrate.prep.perUnit.value));
  const problem = (code: ProblemCode): void =>
    problems.add({ code, blocking: true, areaId: area.id, surfaceId: surface.id, option });

  const hoursOfTasks = (tasks: readonly TaskPart[]): Fraction =>
    sumOf(
      tasks.map((part) => {
        const task = book.prepTasks.find(({ key }) => key === part.task);
        if (task === undefined) {
          problem("unknown_prep_task");
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
    problem(hours.is === "too-large" ? "quantity_too_large" : "quantity_not_a_number");
    return ZERO;
  }
  if (rule === "own tasks") {
    const tasks = tasksTyped(surface.prepTasks);
    if (tasks.some((part) => part.percent.isAbove(whole(100)))) {
      problem("percent_too_large");
    }
    return hoursOfTasks(tasks);
  }
  const level = levelOf(book, choices);
  if (level === undefined) problem("unknown_prep");
  switch (level?.how.kind) {
    case undefined:
    case "none":
      return ZERO;
    case "rate": {
      const { sqftPerHour, lfPerHour } = level.how;
      const perHour = substrate.prep.basis === "sqft" ? sqftPerHour : lfPerHour;
      return equivalent.over(decimal(perHour.value)).times(prepFactor);
    }
    case "tasks":
      return hoursOfTasks(
        level.how.tasks.map((part) => ({ task: part.task, percent: decimal(part.percent.value) })),
      );
    case "percent":
      return paintingHours.times(percent(decimal(level.how.labour.value)));
  }
}

const levelOf = (book: PriceBook, { prep }: Choices): PrepLevel | undefined =>
  book.prepLevels.find(({ key }) => key === prep);

/** `1 + paint % of a percent level`, which counts only when it is what prep goes by. */
export function paintFactorOfPrep(
  book: PriceBook,
  measured: MeasuredSurface,
  choices: Choices,
): Fraction {
  const how = levelOf(book, choices)?.how;
  return prepRuleOf(measured) === "level" && how?.kind === "percent"
    ? ONE.plus(percent(decimal(how.paint.value)))
    : ONE;
}
