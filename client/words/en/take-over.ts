/** Taking over somebody else's estimate: what it means, said before and after. */
export const takeOver = {
  takeOver: "Take over",
  takeOverSure: "Take over this estimate?",
  takeOverMine: (name: string) =>
    `It bears your name in place of ${name}’s and stays on your tablets.`,
  takeOverNobodys: "It bears your name from now on and stays on your tablets.",
  takeOverKept: (name: string) =>
    `Nothing in it changes. What ${name} has not sent yet still comes in.`,
  takeOverWaiting: (count: number, name: string) =>
    count === 1
      ? `1 change of ${name} waits on this tablet; it goes out when ${name} signs in here.`
      : `${count} changes of ${name} wait on this tablet; they go out when ${name} signs in here.`,
  takeOverTold: (name: string) =>
    `${name} sees your name on it with the next signal, and can take it back. The history keeps who took it over.`,
  takenOver: (name: string) =>
    name === "" ? "This estimate is yours now." : `You took it over from ${name}.`,
} as const;
