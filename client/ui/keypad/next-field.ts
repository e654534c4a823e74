/** The field after `id`; none after the last one or for an id that is not there. */
export function nextField<Field extends { readonly id: string }>(
  fields: readonly Field[],
  id: string,
): Field | undefined {
  const at = fields.findIndex((field) => field.id === id);
  return at === -1 ? undefined : fields[at + 1];
}
