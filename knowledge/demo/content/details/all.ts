import { bags } from './bags.ts';
import { bodyCare } from './body-care.ts';
import { electronics } from './electronics.ts';
import { faceCare } from './face-care.ts';
import { homeKitchen } from './home-kitchen.ts';
import { jackets } from './jackets.ts';
import type { DesignDetails } from './names.ts';
import { runningShoes } from './running-shoes.ts';
import { teaCoffee } from './tea-coffee.ts';
import { toysGifts } from './toys-gifts.ts';

/** Of each design, by its key. */
export const designDetails: Readonly<Record<string, DesignDetails>> = {
  ...runningShoes,
  ...jackets,
  ...bags,
  ...electronics,
  ...homeKitchen,
  ...faceCare,
  ...bodyCare,
  ...toysGifts,
  ...teaCoffee,
};
