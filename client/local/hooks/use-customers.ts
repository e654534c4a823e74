import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { type CustomerMatch, readCustomer, searchCustomers } from "../queries/customers.ts";

/** Customers by any part of what people remember of them; all of them by name for an empty text. */
export function useCustomerSearch(text: string, limit = 50): readonly CustomerMatch[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => searchCustomers(local, text, limit), [text, limit]);
}

export function useCustomer(id: string): CustomerMatch | null | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readCustomer(local, id), [id], {
    tables: ["customer", "contact", "opportunity"],
  });
}
