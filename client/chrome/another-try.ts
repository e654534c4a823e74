/** A weak signal comes and goes by itself; nobody is kept from anything meanwhile. */
const AGAIN_AFTER_MS = 5_000;

/** Resolves when it is worth asking the network once more for what it did not bring. */
export const anotherTry = (): Promise<void> =>
  new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(later);
      removeEventListener("online", settle);
      resolve();
    };
    const later = setTimeout(settle, AGAIN_AFTER_MS);
    addEventListener("online", settle);
  });
