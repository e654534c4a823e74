/** The sandbox's own page: the newest opportunities with their quotes, and the latest API calls. */
import { html } from "hono/html";

import { account } from "../objects/customers.ts";
import { quote, quoteLineItem } from "../objects/quotes.ts";
import { opportunity } from "../objects/sales.ts";
import { organizationName } from "../org.ts";
import type { LogEntry } from "../../common/request-log.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import { callTable } from "../../common/page/call-table.ts";
import { layout } from "../../common/page/layout.ts";

const mostOpportunities = 10;
const mostCalls = 15;
const refreshSeconds = 4;

export function dashboardPage(store: RecordStore, calls: readonly LogEntry[]) {
  const newest = [...store.all(opportunity)]
    .filter((record) => record["IsDeleted"] !== true)
    .toSorted((a, b) => (lastTouched(a) < lastTouched(b) ? 1 : -1))
    .slice(0, mostOpportunities);
  return layout({
    service: "Salesforce",
    title: "What arrived",
    refreshSeconds,
    body: html`<main>
      <h1>${organizationName}</h1>
      <p>
        Stands in for Salesforce on this computer. What the app sends appears here within seconds.
      </p>
      <h2>Newest opportunities</h2>
      ${newest.map((record) => opportunityCard(store, record))}
      <h2>Latest API calls</h2>
      ${calls.length === 0 ? html`<p>None yet.</p>` : callTable(calls.slice(0, mostCalls))}
    </main>`,
  });
}

const lastTouched = (record: StoredRecord): string =>
  `${String(record["LastModifiedDate"])} ${record.Id}`;

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

const money = (value: StoredRecord[string] | undefined): string =>
  typeof value === "number" ? dollars.format(value) : "–";

function opportunityCard(store: RecordStore, record: StoredRecord) {
  const customer = store.get(account, String(record["AccountId"]));
  return html`<article class="job">
    <h3>${record["Name"]}</h3>
    <p>
      ${customer?.["Name"] ?? "No account"} · ${record["StageName"]} · ${money(record["Amount"])} ·
      closes ${record["CloseDate"]}
    </p>
    ${store.children(quote, "OpportunityId", record.Id).map((each) => quoteTable(store, each))}
  </article>`;
}

function quoteTable(store: RecordStore, record: StoredRecord) {
  const lines = store.children(quoteLineItem, "QuoteId", record.Id);
  return html`<div class="scroll">
    <table>
      <caption>
        Quote ${record["QuoteNumber"]} · ${record["Name"]} · ${record["Status"]}
      </caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col" class="amount">Quantity</th>
          <th scope="col" class="amount">Price</th>
          <th scope="col" class="amount">Total</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <td>${line["Description"] ?? line["LineNumber"]}</td>
              <td class="amount">${line["Quantity"]}</td>
              <td class="amount">${money(line["UnitPrice"])}</td>
              <td class="amount">${money(line["TotalPrice"])}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <td colspan="3">Grand total</td>
          <td class="amount">${money(record["GrandTotal"])}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}
