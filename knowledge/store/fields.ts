/** Fields that several documents share, as zod sees them. */
import { z } from 'zod';
import type { Id } from '../domain/ids.ts';
import { languages } from '../domain/language.ts';
import { currencies } from '../domain/money.ts';

const idText = z.string().min(1);
export const id = <T extends Id<string>>(): z.ZodType<T> => idText as unknown as z.ZodType<T>;

export const text = z.string();
export const count = z.number().int();
export const rate = z.number().min(0).max(1);
export const date = z.date();
export const currency = z.enum(currencies);
export const language = z.enum(languages);
export const money = z.object({ minor: z.number().int(), currency });
export const localized = z.object({ en: z.string().optional(), zh: z.string().optional() });

/** A key inside a document: dots and dollars mean something to the database. */
export const plainKey = z.string().regex(/^[^.$][^.]*$/, 'A key must not be empty, start with $ or hold a dot');
