/** How long a tablet may be worked on without the server, and a tablet that the office clears. */
export const lease = {
  connect: "Connect now",
  connecting: "Connecting",
  noConnection: "No connection here yet. Everything stays safe on this tablet.",
  clock: "This tablet’s clock is behind.",
  clockTodo: "Set its date and time; they go into your estimates.",
  ending: (day: string) =>
    `Connect this tablet once by ${day}. After that it shows your work and takes no changes until it has been online.`,
  ended: "Connect once to go on.",
  endedTodo:
    "This tablet has been offline for too long to take changes. Everything is on it, and what waits is sent by itself.",
  lockedTitle: "Connect this tablet once",
  lockedSafe: "It has been offline for weeks and is locked. Nothing was deleted.",
  lockedWaiting: (count: number) =>
    count === 1
      ? "1 unsent change is safe on it and is sent as soon as there is a signal."
      : `${count} unsent changes are safe on it and are sent as soon as there is a signal.`,
  lockedTodo: "Find a signal. It opens by itself.",
  wipeTitle: "The office is clearing this tablet",
  wipeHandingIn: "Unsent work is sent first. Leave the tablet on.",
  wipeWaiting: "No connection. Nothing is deleted before all unsent work has arrived.",
  wipeRefused: "The server does not take what is left, so nothing was deleted. Tell the office.",
  wipedTitle: "This tablet is cleared",
  wipeDone: "All unsent work has arrived at the office.",
} as const;
