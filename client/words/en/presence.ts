/** Who else has an estimate open. */
export const presence = {
  one: (name: string) => `${name} is here too`,
  two: (name: string, other: string) => `${name} and ${other} are here too`,
  more: (name: string, count: number) => `${name} and ${count} others are here too`,
} as const;
