/**
 * Where in an area the painter is: the field that has the keypad, and the surface that stands open. Kept
 * in the address behind the `#`, so that turning, reloading or restarting the tablet leads back to it.
 */
export interface Place {
  readonly field: string | null;
  readonly surface: string | null;
}

export function readPlace(hash: string): Place {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  return { field: values.get("field"), surface: values.get("surface") };
}

/** With its `#`; empty for no place in particular. */
export function writePlace({ field, surface }: Place): string {
  const values = new URLSearchParams();
  if (field !== null) values.set("field", field);
  if (surface !== null) values.set("surface", surface);
  const text = values.toString();
  return text === "" ? "" : `#${text}`;
}
