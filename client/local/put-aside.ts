import type { DBCoreTransaction, Dexie } from "dexie";

/**
 * Breaks off every transaction of this database that is under way when its page is put aside for the "back" button.
 *
 * WebKit freezes such a page with its transactions, and each page that wants the same tables afterwards waits for them
 * without end. What is broken off is rolled back as a whole, and has not been called saved; when the page comes back,
 * `healing` runs it again. A transaction that is in its commit already cannot be broken off, and needs no page to end.
 *
 * @returns stops it, for a database that is closed for good.
 */
export function breakOffWhenPutAside(database: Dexie): () => void {
  const underWay = new Set<DBCoreTransaction>();
  database.use({
    stack: "dbcore",
    name: "put-aside",
    create: (core) => ({
      ...core,
      transaction(...asked) {
        const transaction = core.transaction(...asked);
        if (isNative(transaction)) {
          underWay.add(transaction);
          for (const end of ["complete", "abort"])
            transaction.addEventListener(end, () => underWay.delete(transaction));
        }
        return transaction;
      },
    }),
  });
  // In no window, as in a test, nothing is put aside.
  if (!("addEventListener" in globalThis)) return () => undefined;
  const putAside = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) for (const transaction of underWay) abort(transaction);
  };
  addEventListener("pagehide", putAside);
  return () => removeEventListener("pagehide", putAside);
}

/** Dexie hands on the browser's own. */
const isNative = (
  transaction: DBCoreTransaction,
): transaction is DBCoreTransaction & IDBTransaction => "objectStore" in transaction;

function abort(transaction: DBCoreTransaction): void {
  try {
    transaction.abort();
  } catch {
    // In its commit.
  }
}
