/** How it stands with this tablet's own storage: what only a few people ever have to read. */
export const tablet = {
  takenTitle: "A newer Paintbox is open in another window",
  takenSafe: "Everything that was saved is safe on this tablet. This window cannot save any more.",
  takenTodo: "Start again here; it takes a second.",
  takenUnsaved: "Not saved. These texts are kept for you:",
  clearedTitle: "This tablet’s storage was cleared",
  clearedSafe: "What had reached the server comes back when you start again and sign in.",
  clearedLost: "Changes that were not sent are lost with it.",
  clearedTodo: "Start again where there is a signal.",
  unsavedTitle: "Typed and not saved, before Paintbox started again:",
  unsavedGo: "Go there",
  putAway: "Put away",
  lost: "The storage of this tablet does not answer. What was saved is on it; nothing new is saved until it answers.",
  lostTodo:
    "Paintbox keeps trying. If it stays like this, close the browser completely and open it again.",
  ephemeral: "Private window: closing it deletes your work.",
  ephemeralTodo: "Send your work before you close it, or open Paintbox in a normal window.",
  low: "This tablet is nearly full.",
  lowTodo:
    "Delete some videos or apps soon. A change that does not fit is not saved, and Paintbox says so.",
  removedTitle: "The browser has removed Paintbox's records from this tablet",
  removedBack: (count: string, when: string) =>
    `What the server had received comes back now: everything up to change ${count}, of ${when}.`,
  removedLost:
    "Changes that were made after that and not sent are lost. Nobody can say how many there were.",
  removedPrevent:
    "Browsers do this to pages that are seldom opened, or when a tablet is full. To prevent it, put Paintbox on the home screen.",
  removedKept: "The browser has now promised to keep the records.",
  removedNotKept: "The browser has not promised to keep the records yet.",
  othersWaiting: (count: number, name: string) =>
    count === 1
      ? `1 change of ${name} is not sent. It waits on this tablet until ${name} signs in here again.`
      : `${count} changes of ${name} are not sent. They wait on this tablet until ${name} signs in here again.`,
} as const;
