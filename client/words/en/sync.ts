/** Where the work is: header, chip and the sync screen. */
export const sync = {
  syncLocal: "On this tablet. Not sent yet.",
  syncInWindow: "Only in this window.",
  syncSent: (sent: number, all: number) => `${sent} of ${all} sent.`,
  syncHeld: (count: number) => (count === 1 ? "1 change needs you" : `${count} changes need you`),
  syncAsked: "A question for you",
  syncSignIn: "Sign in to send.",
  standingOnServer: "On the server.",
  standingSending: (number: number, all: number) => `Sending ${number} of ${all}`,
  standingRefused: "Needs you.",
  syncOfflineAllSent: "No signal. Everything is sent.",
  syncAllOnServer: "Everything is on the server.",
  syncToSettle: (count: number) =>
    count === 1
      ? "Two people changed the same thing"
      : `${count} things were changed by two people`,
  syncSettle: "Settle",
} as const;
