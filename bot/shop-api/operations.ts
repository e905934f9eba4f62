import { cartOperations } from './cart-operations.ts';
import { catalogueOperations } from './catalogue-operations.ts';
import type { Operation } from './operation.ts';
import { orderOperations } from './order-operations.ts';
import { profileOperations } from './profile-operations.ts';
import { ratingOperations } from './rating-operations.ts';
import { serverOperations } from './server-operations.ts';
import { sessionOperations } from './session-operations.ts';

/** The whole shop API; the router and the reference read this one list. */
export const operations: readonly Operation[] = [
  ...sessionOperations,
  ...catalogueOperations,
  ...ratingOperations,
  ...cartOperations,
  ...orderOperations,
  ...profileOperations,
  ...serverOperations,
];
