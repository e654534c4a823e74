import type { Scalar } from "../../../shared/estimate/entities.ts";
import type { AnyFields } from "../../../shared/estimate/record.ts";
import type { MutationName } from "../../../shared/sync/mutation.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import { fieldWords } from "../../chrome/edit-words/field-words.ts";
import { shownValue, type ValueContext } from "../../chrome/edit-words/shown-value.ts";
import type { EditWords } from "../../chrome/edit-words/use-edit-words.ts";
import type { history } from "../../words/history.ts";

/** One change in a painter's words. */
export interface HistoryLine {
  /** Where: "Living room", "Living room · Walls"; empty for the estimate itself. */
  readonly place: string;
  /** The field, or what was done. */
  readonly what: string;
  /** Both null where something was added, removed or done. */
  readonly from: string | null;
  readonly to: string | null;
}

/** How things are called. */
export interface HistorySpeech {
  readonly t: EditWords;
  readonly w: typeof history.en;
  readonly valueWords: ValueContext["valueWords"];
  /** The fields of an area, a surface or a line by its id, as far as they are known. */
  readonly fieldsOf: (id: string) => AnyFields | undefined;
}

interface Edit {
  readonly name: MutationName;
  readonly operations: readonly Operation[];
}

/** What an edit did, line by line; an area that came or went is one line, however much was in it. */
export function historyLines({ name, operations }: Edit, speech: HistorySpeech): HistoryLine[] {
  const { w } = speech;
  const whole = wholeEstimate(name, w);
  if (whole !== undefined) return [done(whole)];
  if (name === "estimate.assign")
    return [{ ...done(w.historyTookOver), to: setTo(operations, "estimatorName", speech) }];
  if (name === "estimate.accept") {
    const parts = ["acceptedOption", "acceptedTotal"]
      .map((field) => setTo(operations, field, speech))
      .filter((part) => part !== null);
    return [{ ...done(w.historyAccepted), to: parts.join(", ") || null }];
  }
  if (name === "conflict.resolve")
    return [done(w.historySettled), ...ofOperations(operations, speech)];
  if (name === "area.move")
    return operations
      .filter(({ op }) => op === "set")
      .map((operation) => ({
        ...done(w.historyMoved),
        place: placeOf(operation, new Map(), speech),
      }));
  return ofOperations(operations, speech);
}

/** An estimate has no place in front of the verb: it is named after it. */
const cameOrWent = (
  op: "add" | "remove" | "restore",
  entity: string,
  w: typeof history.en,
): string => {
  const isWhole = entity === "estimate";
  switch (op) {
    case "add":
      return isWhole ? w.historyBegan : w.historyAdded;
    case "remove":
      return isWhole ? w.historyEstimateRemoved : w.historyRemoved;
    case "restore":
      return isWhole ? w.historyEstimateRestored : w.historyRestored;
  }
};

/** What is done with an estimate as a whole needs no more words. */
const wholeEstimate = (name: MutationName, w: typeof history.en): string | undefined =>
  new Map<MutationName, string>([
    ["estimate.create", w.historyBegan],
    ["estimate.remove", w.historyEstimateRemoved],
    ["estimate.restore", w.historyEstimateRestored],
    ["estimate.reopen", w.historyReopened],
    ["estimate.reprice", w.historyRepriced],
  ]).get(name);

const done = (what: string): HistoryLine => ({ place: "", what, from: null, to: null });

function setTo(
  operations: readonly Operation[],
  field: string,
  speech: HistorySpeech,
): string | null {
  const found = operations.find((operation) => operation.op === "set" && operation.field === field);
  return found?.op === "set" ? said(found.entity, field, found.to, speech) : null;
}

const said = (
  entity: string,
  field: string,
  value: Scalar,
  { t, valueWords }: HistorySpeech,
): string => shownValue(JSON.stringify(value), { entity, field, valueWords }, t);

function ofOperations(operations: readonly Operation[], speech: HistorySpeech): HistoryLine[] {
  const { t, w } = speech;
  const born = new Map(
    operations.flatMap((operation) =>
      operation.op === "add" ? [[operation.id, operation.fields] as const] : [],
    ),
  );
  const areas = new Set(
    operations.filter(({ op, entity }) => entity === "area" && op !== "set").map(({ id }) => id),
  );
  // Undoing that somebody took it over sets the id and the name, and people read the name.
  const named = new Set(
    operations
      .filter((operation) => operation.op === "set" && operation.field === "estimatorName")
      .map(({ id }) => id),
  );
  return operations.flatMap((operation): readonly HistoryLine[] => {
    const { op, entity, id } = operation;
    if (entity === "conflict") return [];
    const place = placeOf(operation, born, speech);
    if (op === "set") {
      const { field, from, to } = operation;
      const label = fieldWords(entity, field, t);
      if (label === null || (field === "estimatorId" && named.has(id))) return [];
      return [
        {
          place,
          what: label,
          from: from === null || from === "" ? null : said(entity, field, from, speech),
          to: said(entity, field, to, speech),
        },
      ];
    }
    const areaId = (born.get(id) ?? speech.fieldsOf(id))?.["areaId"];
    if (entity === "surface" && areas.has(String(areaId))) return [];
    return [{ ...done(cameOrWent(op, entity, w)), place }];
  });
}

function placeOf(
  { entity, id }: Operation,
  born: ReadonlyMap<string, AnyFields>,
  speech: HistorySpeech,
): string {
  const { t, w, valueWords } = speech;
  const fields = born.get(id) ?? speech.fieldsOf(id);
  const text = (known: AnyFields | undefined, field: string) => String(known?.[field] ?? "");
  if (entity === "area") return text(fields, "name") || t.didArea;
  if (entity === "surface") {
    const substrate = text(fields, "substrate");
    const name = valueWords("substrate", substrate) ?? (substrate || t.didSurface);
    const area = text(speech.fieldsOf(text(fields, "areaId")), "name");
    return area === "" ? name : w.historySurfaceOf(name, area);
  }
  if (entity === "item")
    return text(fields, "label") || valueWords("addOn", text(fields, "addOn")) || t.didItem;
  return entity === "customer" ? t.didCustomer : "";
}
