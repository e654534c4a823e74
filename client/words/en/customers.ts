/** Whom it is for, and which job. */
export const customers = {
  customerTitle: "Who is it for?",
  customerSearch: "Name, street or phone",
  customerNew: "New customer",
  customerNewNamed: (name: string) => `New customer “${name}”`,
  customerNone: (text: string) => `Nobody matches “${text}”`,
  customerNoneLead:
    "Check the spelling, or add them here. They go to Salesforce with the estimate.",
  customerEmptyTitle: "No customers on this tablet yet",
  customerEmptyLead: "They arrive from Salesforce when there is a signal. You can add one now.",
  customerName: "Name",
  customerPhone: "Phone",
  customerEmail: "Email",
  customerStreet: "Street",
  customerCity: "City",
  customerState: "State",
  customerZip: "ZIP",
  customerAdd: "Add and start",
  customerNameMissing: "A name is needed. A first name will do.",
  opportunityTitle: "Which job is it?",
  opportunityLead: (name: string) => `The office has open jobs for ${name}.`,
  opportunityNew: "A new job",
} as const;
