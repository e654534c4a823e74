/** Who else has an estimate open. */
export const presence = {
  one: (name: string) => `${name} is here too`,
  two: (name: string, other: string) => `${name} and ${other} are here too`,
  more: (name: string, count: number) => `${name} and ${count} others are here too`,
  /** Where there is little room, of more than one. */
  several: (count: number) => `${count} others are here`,
} as const;
