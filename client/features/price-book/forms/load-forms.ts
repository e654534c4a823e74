import type { formOf } from "./form-of.ts";

export type Forms = { readonly formOf: typeof formOf };

let loading: Promise<Forms> | null = null;

/** The forms of all kinds of entries: wanted where one is opened, and where differences are named. */
export function loadForms(): Promise<Forms> {
  if (loading) return loading;
  const forms = import("./form-of.ts");
  // A weak signal is no reason never to try again.
  forms.catch(() => {
    loading = null;
  });
  loading = forms;
  return forms;
}
