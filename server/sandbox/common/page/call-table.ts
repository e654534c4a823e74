import { html } from "hono/html";
import type { LogEntry } from "../request-log.ts";

/** What was asked of a sandbox and what it answered, as its page shows it. */
export function callTable(calls: readonly LogEntry[]) {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Time (UTC)</th>
          <th scope="col">Call</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        ${calls.map(
          (call) =>
            html`<tr>
              <td>${call.at.slice(11, 19)}</td>
              <td><code>${call.method} ${call.path}</code></td>
              <td>${call.status}${call.fault === null ? "" : ` (fault: ${call.fault})`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
