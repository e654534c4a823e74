import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { maria, seed, customerFields, uuid } from "../sync/testing/estimate-fixtures.ts";
import { readClockRow } from "../sync/clock-row.ts";
import { type LiveMessage, PRESENCE_MS, type Sighting } from "./bus.ts";
import { busKinds, type End, type Ends } from "./testing/bus-kinds.ts";

const OURS = maria.companyId;
const THEIRS = "00D000000000009AAA";

const sighting = (beat: number, estimateId: string | null): Sighting => ({
  userId: maria.userId,
  name: maria.userName,
  tabId: uuid(0xb1),
  beat,
  estimateId,
  remainingMs: PRESENCE_MS,
});

/** What a listener has heard, and a way to wait for it; the runner's own deadline ends a wait in vain. */
function listen({ bus }: End, companyId: string) {
  const heard: LiveMessage[] = [];
  const waiting = new Set<() => void>();
  const stop = bus.subscribe(companyId, (message) => {
    heard.push(message);
    for (const look of waiting) look();
  });
  const until = (isIt: (message: LiveMessage) => boolean): Promise<LiveMessage> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = heard.find(isIt);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { heard, until, stop };
}

/** Commits a change and tells of it, as a push does. */
async function change({ store, bus }: End, companyId: string, id: string): Promise<number> {
  await seed(store, companyId, "customer", id, customerFields);
  const { rev } = await store.read(readClockRow);
  bus.publish(companyId, { kind: "poke", rev });
  return rev;
}

/** Names are the users' own; only the sightings travel through the database. */
const employ = ({ store }: End): Promise<void> =>
  store.write(async (tx) => {
    const { companyId, userId, userName, role } = maria;
    await tx
      .insertInto("user")
      .values({ id: userId, company_id: companyId, name: userName, email: "", role })
      .execute();
  });

describe.each(busKinds)("$name", ({ fresh, isShared }) => {
  let ends: Ends;
  beforeEach(async () => {
    ends = await fresh();
    await employ(ends.here);
  });
  afterEach(() => ends.close());

  test("a change is told at the other end, and here before the call returns", async () => {
    const here = listen(ends.here, OURS);
    const there = listen(ends.there, OURS);
    const rev = await change(ends.here, OURS, "c1");
    expect(here.heard).toContainEqual({ kind: "poke", rev });
    await there.until((message) => message.kind === "poke" && message.rev >= rev);
    const back = await change(ends.there, OURS, "c2");
    await here.until((message) => message.kind === "poke" && message.rev >= back);
  });

  test("another company hears nothing of it", async () => {
    const theirs = listen(ends.there, THEIRS);
    const ours = listen(ends.there, OURS);
    // The first look at a database tells everybody where its clock stands, whoever has moved it.
    if (ends.there.bus.report().through !== "process")
      await theirs.until(({ kind }) => kind === "poke");
    const before = await change(ends.here, THEIRS, "c1");
    await theirs.until((message) => message.kind === "poke" && message.rev >= before);
    const rev = await change(ends.here, OURS, "c1");
    ends.here.bus.publish(OURS, { kind: "presence", sighting: sighting(1, "e1") });
    await ours.until((message) => message.kind === "poke" && message.rev >= rev);
    await ours.until((message) => message.kind === "presence");
    // Looking at the database goes by company in one turn: what they should not hear would be here by now.
    const last = await change(ends.here, THEIRS, "c2");
    await theirs.until((message) => message.kind === "poke" && message.rev >= last);
    expect(theirs.heard.filter(({ kind }) => kind === "presence")).toEqual([]);
    expect(theirs.heard).not.toContainEqual({ kind: "poke", rev });
  });

  test("who is where is told, and that they have gone", async () => {
    const there = listen(ends.there, OURS);
    ends.here.bus.publish(OURS, { kind: "presence", sighting: sighting(1, "e1") });
    const came = await there.until(
      (message) => message.kind === "presence" && message.sighting.estimateId === "e1",
    );
    expect(came).toMatchObject({ sighting: { name: maria.userName, beat: 1 } });
    ends.here.bus.publish(OURS, { kind: "presence", sighting: sighting(2, null) });
    await there.until(
      (message) => message.kind === "presence" && message.sighting.estimateId === null,
    );
  });

  test.runIf(isShared)("whoever comes later hears who is there already", async () => {
    const first = listen(ends.there, OURS);
    ends.here.bus.publish(OURS, { kind: "presence", sighting: sighting(7, "e1") });
    await first.until(({ kind }) => kind === "presence");
    first.stop();
    const later = listen(ends.there, OURS);
    const heard = await later.until(({ kind }) => kind === "presence");
    expect(heard).toMatchObject({ sighting: { beat: 7, estimateId: "e1" } });
  });

  test("nobody is told who has stopped listening", async () => {
    const gone = listen(ends.here, OURS);
    const stays = listen(ends.here, OURS);
    gone.stop();
    const rev = await change(ends.here, OURS, "c1");
    expect(stays.heard).toContainEqual({ kind: "poke", rev });
    expect(gone.heard).toEqual([]);
  });
});
