import { expect, test } from "vitest";
import type { JobPhoto } from "../../../shared/companycam/job-photos.ts";
import { photos } from "../../words/photos.ts";
import { photoFacts, photoName, pictureAddress } from "./photo-facts.ts";

const moment = { date: () => "Nov 26, 2026", time: () => "9:40 AM" };
const photo: JobPhoto = {
  id: "1",
  description: null,
  isInternal: false,
  creatorName: "Erin Vega",
  capturedAt: 0,
  bytes: { thumbnail: "/t", web: "/w", original: "/o" },
};

test("when it was taken, and by whom as far as that is known", () => {
  expect(photoFacts(photo, moment)).toEqual(["Nov 26, 2026, 9:40 AM", "Erin Vega"]);
  expect(photoFacts({ ...photo, creatorName: "" }, moment)).toEqual(["Nov 26, 2026, 9:40 AM"]);
});

test("a photo is called by its description, or by what it is", () => {
  const described = { ...photo, description: "The hall" };
  expect(photoName(described, moment, photos.en)).toBe(
    "The hall, Nov 26, 2026, 9:40 AM, Erin Vega",
  );
  expect(photoName(photo, moment, photos.es)).toBe("Foto, Nov 26, 2026, 9:40 AM, Erin Vega");
});

test("what was drawn on it is shown; never the original, which is megabytes", () => {
  expect(pictureAddress(photo, "thumbnail")).toBe("/t");
  expect(pictureAddress(photo, "web")).toBe("/w");
  const drawn = { ...photo, bytes: { ...photo.bytes, web_annotation: "/wa" } };
  expect(pictureAddress(drawn, "web")).toBe("/wa");
  expect(pictureAddress({ ...photo, bytes: { web: "/w" } }, "thumbnail")).toBe("/w");
  expect(pictureAddress({ ...photo, bytes: { original: "/o" } }, "web")).toBeNull();
});
