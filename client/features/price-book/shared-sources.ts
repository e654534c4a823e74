import type { FormGroup } from "./forms/form-fields.ts";

interface SharedSource {
  readonly key: string;
  readonly ats: readonly string[];
  readonly labels: readonly string[];
}

/** Numbers side by side mostly come from one place; it is said once for all of them. */
export function sourcesOf({ fields }: FormGroup): readonly SharedSource[] {
  const named = fields.flatMap((field) =>
    field.kind === "number" && field.source
      ? [{ ...field.source, label: field.label }]
      : field.kind === "source"
        ? [{ at: field.at, key: field.key, label: "" }]
        : [],
  );
  return [...Map.groupBy(named, ({ key }) => key)].map(([key, group]) => ({
    key,
    ats: group.map(({ at }) => at),
    labels: group.map(({ label }) => label).filter((label) => label !== ""),
  }));
}
