import {z} from "zod";

/** The small schemas that the files of the framework are made of. */

export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,119}$/, "an id of small letters, digits and dashes, beginning with a letter or digit");

export const editionId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,39}$/, 'an edition id such as "2026" or acme-2026 (in quotes where it is a number)');

export const indicatorId = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, "an id of small letters, digits and underscores");

export const dataDomainId = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "an id of small letters and underscores");

export const text = z.string().trim().min(1).max(2000);

export const texts = z.array(text).max(200).default([]);

export const maturityLevel = z.enum(["crawl", "walk", "run"]);

/** `>=70`, `<20`, `yes`, `no`: what a measured value must be. */
export const thresholdText = z
  .string()
  .regex(/^(yes|no|(>=|<=|>|<|=)\d{1,12}(\.\d{1,9})?)$/, 'a threshold such as ">=70", "<20", "yes" or "no", in quotes');
