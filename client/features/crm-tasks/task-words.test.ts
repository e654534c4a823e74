import { expect, test } from "vitest";
import { taskKinds, taskProblems } from "../../../shared/salesforce/tasks.ts";
import { crm } from "../../words/crm.ts";
import { outcomeWords, taskWords } from "./task-words.ts";

test.each(["en", "es"] as const)("every kind has words of its own (%s)", (language) => {
  const said = taskKinds.map((kind) => taskWords(kind, crm[language]).happened);
  expect(new Set(said).size).toBe(taskKinds.length);
});

test("what is closed is not said to be sent, and no failure is said to be done", () => {
  const w = crm.en;
  expect(outcomeWords("done", false, w)).toBe(w.crmSentAgain);
  expect(outcomeWords("done", true, w)).toBe(w.crmClosed);
  for (const problem of [...taskProblems, "failed"] as const)
    expect([w.crmSentAgain, w.crmClosed]).not.toContain(outcomeWords(problem, false, w));
});
