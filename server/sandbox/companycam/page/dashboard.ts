/** The sandbox's own page: projects with their photos, what webhooks were told, the latest calls. */
import { html } from "hono/html";
import { callTable } from "../../common/page/call-table.ts";
import { layout } from "../../common/page/layout.ts";
import type { LogEntry } from "../../common/request-log.ts";
import type { Account } from "../account.ts";
import { companyName } from "../company.ts";
import type { Photo, Project } from "../model.ts";
import { byActivity } from "../projects.ts";

const mostProjects = 12;
const mostDeliveries = 10;
const mostCalls = 15;
const refreshSeconds = 4;

export function dashboardPage(account: Account, calls: readonly LogEntry[]) {
  const newest = account.projects
    .all()
    .filter(({ status }) => status === "active")
    .toSorted(byActivity)
    .slice(0, mostProjects);
  return layout({
    service: "CompanyCam",
    title: "What arrived",
    refreshSeconds,
    body: html`<main>
      <h1>${companyName}</h1>
      <p>
        Stands in for CompanyCam on this computer. What the app sends appears here within seconds.
      </p>
      <h2>Projects, the latest activity first</h2>
      ${newest.map((project) => projectCard(account, project))}
      <h2>Webhooks</h2>
      ${account.webhooks.size === 0 ? html`<p>None yet.</p>` : webhookTable(account)}
      <h2>Latest API calls</h2>
      ${calls.length === 0 ? html`<p>None yet.</p>` : callTable(calls.slice(0, mostCalls))}
    </main>`,
  });
}

function projectCard(account: Account, project: Project) {
  const photos = account.photos
    .all()
    .filter(({ projectId, status }) => projectId === project.id && status === "active");
  const { street_address_1: street, city } = project.address;
  return html`<article class="job">
    <h3>${project.name ?? "Without a name"}</h3>
    <p>
      ${street ?? "No address"}${city ? `, ${city}` : ""} · ${photos.length}
      ${photos.length === 1 ? "photo" : "photos"}${project.archived ? " · archived" : ""}
    </p>
    <div class="photos">${photos.toReversed().map(picture)}</div>
  </article>`;
}

const picture = (photo: Photo) =>
  photo.hash === null
    ? html`<span class="photo">${photo.processing}</span>`
    : html`<img
        class="photo"
        src="/static/${photo.id}/thumbnail"
        alt="${photo.description ?? "Photo"}, ${photo.processing}"
        title="${photo.processing}${photo.internal ? ", internal" : ""}"
      />`;

function webhookTable(account: Account) {
  const deliveries = account.deliveries.all().toReversed().slice(0, mostDeliveries);
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">To</th>
          <th scope="col">Scopes</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        ${account.webhooks.all().map(
          ({ url, scopes, enabled, errors }) =>
            html`<tr>
              <td><code>${url}</code></td>
              <td>${scopes.join(", ")}</td>
              <td>${enabled ? "enabled" : "disabled"}, ${errors} errors in a row</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <table>
      <caption>
        Deliveries
      </caption>
      <tbody>
        ${deliveries.map(
          ({ event, attempts, status }) =>
            html`<tr>
              <td>${event}</td>
              <td>${attempts} ${attempts === 1 ? "attempt" : "attempts"}</td>
              <td>${status === 0 ? "no answer" : status}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
