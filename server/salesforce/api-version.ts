/**
 * The one REST API version every call names. Spring '26: two releases behind the newest, so that every org
 * has it; a version is kept working for at least three years. Raise it on purpose, with the contract tests.
 */
export const API_VERSION = "v66.0";

/** Where the resources of that version live, below an org's instance URL. */
export const DATA_PATH = `/services/data/${API_VERSION}`;
