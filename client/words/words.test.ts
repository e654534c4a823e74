import { expect, test } from "vitest";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { createFormats } from "./formats.ts";
import { chooseLanguage } from "./language.ts";
import { type Entry, missingIn } from "./testing/missing-in.ts";

const entries: readonly (readonly [string, Entry, Entry])[] = Object.entries<Entry>(en).map(
  ([key, entry]) => {
    const spanish = Object.entries<Entry>(es).find(([other]) => other === key);
    if (!spanish) throw new Error(`es.ts lacks ${key}`);
    return [key, entry, spanish[1]];
  },
);

test.each(entries)(
  "%s says something in both languages and loses no value",
  (_, english, spanish) => expect(missingIn(english, spanish)).toEqual([]),
);

test("one is not many", () => {
  expect(en.areaPieces(1)).toBe("1 piece");
  expect(en.areaPieces(2)).toBe("2 pieces");
  expect(es.priceCanCount(1)).toBe("1 lata");
  expect(es.priceCanCount(0)).toBe("0 latas");
});

test("the remembered language wins, then the tablet's first wish that we speak", () => {
  expect(chooseLanguage("es", ["en-US"])).toBe("es");
  expect(chooseLanguage("klingon", ["de-DE", "es-MX", "en-US"])).toBe("es");
  expect(chooseLanguage(null, ["EN-gb"])).toBe("en");
  expect(chooseLanguage(null, [])).toBe("en");
});

test("numbers are read alike in both languages", () => {
  for (const locale of ["en-US", "es-US"] as const) {
    const { number } = createFormats(locale);
    expect(number(12.5)).toBe("12.5");
    expect(number(12)).toBe("12");
    expect(number(1240.26, 2)).toBe("1,240.26");
  }
});

test.each(["en-US", "es-US"] as const)(
  "days in %s are written as the browser writes them",
  (locale) => {
    const { date } = createFormats(locale);
    const browser = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
    for (let month = 0; month < 12; month += 1) {
      const at = new Date(2026, month, 2 * month + 1, 23, 59);
      expect(date(at.getTime())).toBe(browser.format(at));
    }
  },
);
