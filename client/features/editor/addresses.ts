import { writePlace } from "./place.ts";

export const estimateAddress = (estimateId: string): string => `/estimates/${estimateId}`;

export const priceAddress = (estimateId: string): string => `/estimates/${estimateId}/price`;

export const detailsAddress = (estimateId: string): string => `/estimates/${estimateId}/details`;

/** @param field the field that gets the keypad at once. */
export const areaAddress = (
  estimateId: string,
  areaId: string,
  field: string | null = null,
): string => `/estimates/${estimateId}/areas/${areaId}${writePlace({ field, surface: null })}`;

/** @param field the field that gets the keypad at once. */
export const itemAddress = (
  estimateId: string,
  itemId: string,
  field: string | null = null,
): string => `/estimates/${estimateId}/items/${itemId}${writePlace({ field, surface: null })}`;
