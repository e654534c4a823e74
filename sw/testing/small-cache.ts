import type { BudgetedCache } from "../reconcile.ts";

/** A cache with bodies of so many bytes, by address. */
export function smallCache(bodies: Readonly<Record<string, number>>): BudgetedCache & {
  readonly urls: () => readonly string[];
} {
  const here = new Map(Object.entries(bodies));
  const urlOf = (request: RequestInfo | URL): string =>
    request instanceof Request ? request.url : String(request);
  return {
    urls: () => [...here.keys()],
    keys: async () => [...here.keys()].map((url) => new Request(url)),
    match: async (request) => {
      const bytes = here.get(urlOf(request));
      return bytes === undefined ? undefined : new Response(new Uint8Array(bytes));
    },
    delete: async (request) => here.delete(urlOf(request)),
    put: async (request, response) =>
      void here.set(urlOf(request), (await response.arrayBuffer()).byteLength),
  };
}
