/** Lead, discounts and the state: what the price depends on beside the measures. */
export const terms = {
  termsLead: "Lead-safe work",
  termsLeadWhy: (year: number) =>
    `Houses built before ${year} may have lead paint. Is this work done lead-safe?`,
  termsLeadOpen: "Not decided",
  termsLeadYes: "Yes, lead-safe",
  termsLeadNo: "No, not needed",
  termsDiscounts: "Discounts",
  termsOff: (amount: string) => `${amount} off the list price`,
  termsUntil: (day: string) => `until ${day}`,
  termsEnded: (day: string) => `ended ${day}`,
  termsUnknown: "Not in this price book",
  termsState: "Two letters, like OR: sales tax and deposit go by it.",
} as const;
