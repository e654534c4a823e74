/** The screen that says where the work is: what waits, what is safe, what needs a person. */
export const where = {
  whereTitle: "Where your work is",
  whereSafe: "Safe to leave",
  whereHereOnly: "On this tablet only",
  whereNeedsYou: "Needs you",
  whereAllSafe: "Everything on this tablet is on the server too.",
  whereOthers: (count: number, name: string) =>
    count === 1
      ? `1 change of ${name} is on this tablet only. It goes out when ${name} signs in here.`
      : `${count} changes of ${name} are on this tablet only. They go out when ${name} signs in here.`,
  whereGoesOut: "It goes out by itself. You can close the app; nothing gets lost.",
  whereNoSignal: "No signal. Everything is kept on this tablet and goes out by itself.",
  whereServerAway:
    "The server does not answer. Everything is kept here and is tried again by itself.",
  whereSignIn: "Sign in again to send it. Until then everything is kept on this tablet.",
  whereSignedOut: "You are signed out. Sign in to get what others have changed.",
  whereTooOld: "This version of Paintbox is too old for the server.",
  whereTooOldTodo: "Close Paintbox and open it again to get the new one.",
  whereRefused: "The server does not take it. Tell your office; your work is kept on this tablet.",
  whereLost:
    "The storage of this tablet does not answer. Close the browser completely and open Paintbox again.",
  whereTakenOver: "A newer version of Paintbox is open in another tab. Start again here.",
  whereStorage: "This tablet is full. Delete some videos or apps, then try again.",
  whereToSettle: (count: number) =>
    count === 1 ? "Two people changed the same thing." : `Two people changed ${count} things.`,
  whereNotTaken: (count: number) =>
    count === 1
      ? "The server did not accept 1 change."
      : `The server did not accept ${count} changes.`,
  wherePhotosStuck: (count: number) =>
    count === 1 ? "1 photo could not be sent." : `${count} photos could not be sent.`,
  whereSending: (sent: number, all: number) => `Sending ${sent} of ${all}.`,
  whereSince: (when: string) => `The oldest waits since ${when}.`,
  whereLast: (when: string) => `Last in touch with the server ${when}`,
  whereNever: "This tablet has not been in touch with the server yet.",
  whereRetry: "Send now",
  whereCheck: "Check now",
  whereChecking: "Asking the server.",
  whereChecked: "The server has answered.",
  whereCheckedNoSignal: "No signal. Paintbox tries again by itself when it returns.",
  whereCheckedNoServer: "The server does not answer. Paintbox keeps asking by itself.",
  whereTruths: "Your changes",
  whereTablet: "On this tablet only",
  whereTabletNone: "Nothing waits here.",
  whereTabletRefused: (count: number) =>
    count === 1
      ? "Nothing waits. 1 change was not accepted: see above."
      : `Nothing waits. ${count} changes were not accepted: see above.`,
  whereTabletSome: "Not on the server yet.",
  whereServer: "On the server",
  whereServerNone: "Nothing waits for a backup.",
  whereServerSome: "Not in a backup yet. This tablet keeps a copy until they are.",
  whereBackup: "In the backup",
  whereBackupNever: "This tablet has not heard of a backup. Your office makes them.",
  whereBackupAll: "Everything this tablet has sent.",
  whereBackupRest: "Everything before that.",
  whereQueue: "Waiting on this tablet",
  whereQueueServer: (count: string) =>
    count === "1" ? "1 change waits for the backup" : `${count} changes wait for the backup`,
  whereCustomers: "Customers",
  wherePriceBook: "Price book",
  whereEstimate: (name: string) => `Estimate · ${name}`,
  whereBegun: "begun",
  whereAdded: "added",
  whereCopied: "copied",
  whereRemoved: "removed",
  whereBroughtBack: "brought back",
  whereTakenOn: "taken over",
  whereTimes: (what: string, count: number) => (count === 1 ? what : `${what} (${count})`),
  whereMore: (count: string) => `and ${count} more`,
  whereStateTablet: "On this tablet",
  whereStateSending: "Being sent",
  whereStateServer: "On the server",
  whereRemovalTitle: (removing: string, of: string) =>
    `The server removed ${removing} of ${of} records`,
  whereRemovalLead:
    "That is unusual. They are all still on this tablet. Ask your office before you let them go; until then nothing new comes in.",
  whereRemovalAsked:
    "The server has removed a great part of what is here. Nothing goes before you say so.",
  whereRemovalKeep: "Keep them here for now",
  whereRemovalRemove: "Remove them",
  whereRemovalKept: "Kept. You can decide later, here.",
  whereRemovalSure: (removing: string) => `Remove ${removing} records from this tablet?`,
  whereRemovalSureLead:
    "They are gone on the server, and then here too. What you have not sent yet stays in any case.",
  whereSettleTitle: "To settle",
  whereSettleOther: "Customers and price book",
  whereSettleCount: (count: number) =>
    count === 1 ? "1 thing, changed by two people" : `${count} things, changed by two people`,
  rejectedTitle: "Not accepted",
  rejectedDiscard: "Throw away",
  rejectedDiscarded: "Thrown away.",
  rejectedTyped: (value: string) => `Typed: ${value}`,
  rejectedWanted: (value: string) => `Wanted here: ${value}`,
  rejectedToRemove: "remove it",
  rejectedToBringBack: "bring it back",
  rejectedToLeave: "leave it as it was",
  rejectedNow: (value: string) => `Stands now: ${value}`,
  rejectedIsGone: "It is removed.",
  rejectedIsThere: "It is there.",
  rejectedSettledBy: (name: string) =>
    `${name} has settled this already. Look at the estimate; change it if it is wrong.`,
  rejectedCopy: "Copy as text",
  rejectedCopied: "Copied.",
  rejectedAgain: "Edit again",
  rejectedByHand: "The browser does not let Paintbox copy. This text is marked: copy it by hand.",
  salesforceConnecting: "Connecting.",
  salesforceLoading: "Customers are being loaded for the first time.",
  salesforceCurrent: "Answers. Accepted estimates go in by themselves.",
  salesforceSilent: "Does not answer. Accepted estimates wait on our server; nothing is lost.",
  salesforceMaintenance: "Is under maintenance. Accepted estimates wait on our server.",
  salesforceQuota: "Takes no more calls today. Accepted estimates wait on our server.",
  salesforceLockedOut: "Does not let Paintbox in. The office has to look; nothing is lost.",
  salesforceLast: (when: string) => `Last in touch ${when}.`,
  salesforceSetup: "The office has to prepare Salesforce:",
} as const;
