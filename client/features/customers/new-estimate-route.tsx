import { useState } from "react";
import { Redirect, useLocation } from "wouter";
import { useSession } from "../../chrome/session-context.tsx";
import { MainHeader } from "../../chrome/main-header.tsx";
import { createEstimate } from "../../local/actions/create-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { CustomerMatch } from "../../local/queries/customers.ts";
import type { SaveError } from "../../local/save-result.ts";
import { SaveProblem } from "../../chrome/save-problem.tsx";
import { Screen } from "../../ui/screen.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { CustomerSearch } from "./customer-search.tsx";
import { NewCustomerForm } from "./new-customer-form.tsx";
import { OpportunitySheet } from "./opportunity-sheet.tsx";

/** `/estimates/new`. Where nothing may be written nobody is asked whom it is for. */
export function NewEstimateRoute() {
  return useLocal().readOnly ? <Redirect to="/" replace /> : <NewEstimate />;
}

/** Who is it for: somebody Salesforce knows, found on this tablet, or somebody met just now. */
function NewEstimate() {
  const { t } = useWords();
  const local = useLocal();
  const { userId, userName } = useSession();
  const [, navigate] = useLocation();
  // The list hands over whom nobody was found by.
  const [text, setText] = useState(
    () => new URLSearchParams(globalThis.location.search).get("for") ?? "",
  );
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<CustomerMatch | null>(null);
  const [beginning, setBeginning] = useState(false);
  const [problem, setProblem] = useState<SaveError | null>(null);

  const begin = async (customerId: string, opportunityId: string | null) => {
    // A second tap of the same finger is not a second estimate.
    if (beginning) return;
    setBeginning(true);
    const saved = await createEstimate(local, {
      customerId,
      opportunityId,
      estimatorName: userName,
      estimatorId: userId,
    });
    if (saved.ok) return navigate(`/estimates/${saved.value}`, { replace: true });
    setBeginning(false);
    setProblem(saved.error);
    // A customer who has just been added is on the tablet now, and is found there: not added once more.
    setAdding(false);
    setChosen(null);
  };
  const choose = (match: CustomerMatch) =>
    match.opportunities.length > 0 ? setChosen(match) : void begin(match.customer.id, null);
  const backToSearch = () => setAdding(false);

  return (
    <Screen
      header={
        <MainHeader
          title={adding ? t.customerNew : t.customerTitle}
          back={adding ? { href: "/estimates/new", onBack: backToSearch } : { href: "/" }}
        />
      }
    >
      {problem ? <SaveProblem error={problem} /> : null}
      {adding ? (
        <NewCustomerForm
          suggestedName={text}
          onCreated={(id) => void begin(id, null)}
          onProblem={setProblem}
        />
      ) : (
        <CustomerSearch
          text={text}
          onText={setText}
          onChoose={choose}
          onNew={() => setAdding(true)}
        />
      )}
      <OpportunitySheet
        match={chosen}
        onClose={() => setChosen(null)}
        onChoose={(opportunityId) => {
          if (chosen) void begin(chosen.customer.id, opportunityId);
        }}
      />
    </Screen>
  );
}
