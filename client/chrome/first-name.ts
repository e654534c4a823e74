/** "Sam" of Sam Lee, where there is no room for the rest. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? "";
