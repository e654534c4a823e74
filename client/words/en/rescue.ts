/** The rescue file: unsent work, locked into a file and brought back. */
export const rescue = {
  sendNow: "Send now",
  save: "Save a rescue file",
  photosUnsent: (count: number) =>
    count === 1 ? "1 photo has not been sent." : `${count} photos have not been sent.`,
  photosSafe: "They are on this tablet.",
  photosUnsentTodo:
    "Photos are in no rescue file. Find a signal and send them, or remove those that nobody needs.",
  sharedUnfiled: (count: number) =>
    count === 1
      ? "1 file that was shared with Paintbox has not been filed."
      : `${count} files that were shared with Paintbox have not been filed.`,
  sharedUnfiledSafe: "Nothing is gone yet.",
  sharedUnfiledTodo: "Signing out throws them away. File them first, or sign out without them.",
  sharedSee: "See what was shared",
  signOutWithout: "Sign out without them",
  photosSee: "See where they are",
  title: "Rescue file",
  lead: "All your unsent work goes into one locked file. With the file and its passphrase you can bring it back, here or on another tablet.",
  passphrase: "Passphrase",
  passphraseHint: "At least 10 characters. Write it down: nobody can open the file without it.",
  passphraseShort: "Too short: at least 10 characters.",
  make: "Lock and save the file",
  making: "Locking and checking the file",
  made: (count: number) =>
    count === 1
      ? "The file is written and checked: 1 unsent change is in it."
      : `The file is written and checked: ${count} unsent changes are in it.`,
  share: "Share the file",
  download: "Save the file once more",
  haveIt: "I have the file and its passphrase",
  haveItDetail: "Check that it is where you saved it.",
  signOut: "Sign out",
  stays: "Your unsent work also stays on this tablet. It goes out when you sign in here again.",
  notVerified: "The file could not be read back.",
  notVerifiedTodo: "Try again. If it stays like this, do not sign out on this tablet.",
  typedSince: "Something was typed after the file was written.",
  typedSinceTodo: "Close this and save the file once more.",
  nothingLost: "Nothing is lost: everything is still on this tablet.",
  bring: "Bring back a rescue file",
  bringLead: "Unsent work from this or another tablet",
  choose: "Choose the file",
  bringNow: "Bring the work back",
  bringing: "Opening the file",
  brought: (count: number) =>
    count === 1
      ? "1 change is on this tablet now. It goes out by itself."
      : `${count} changes are on this tablet now. They go out by themselves.`,
  broughtNothing: "All that is in this file is on this tablet already.",
  broughtRefused: (count: number) =>
    count === 1 ? "1 change needs you." : `${count} changes need you.`,
  nothingChanged: "Nothing was changed on this tablet.",
  notRescue: "This is not a rescue file, or one of a newer Paintbox.",
  notRescueTodo: "Choose the file that ends in .paintbox.",
  damaged: "The file is damaged.",
  damagedTodo: "Copy it once more from where it was first saved.",
  wrongPassphrase: "This passphrase does not open the file.",
  wrongPassphraseTodo: "Mind capitals and spaces, then try again.",
  otherPerson: (name: string) => `This is the work of ${name}.`,
  otherPersonTodo: (name: string) => `Only ${name} can bring it back, signed in as ${name}.`,
  notKept: "The tablet could not keep it.",
  notKeptTodo: "Make room on the tablet, then try again.",
} as const;
