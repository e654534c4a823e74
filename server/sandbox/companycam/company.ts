/** The same company as the local Salesforce's. */
export const companyName = "Bright Coat Painting (sandbox)";
