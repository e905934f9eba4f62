import { Catalogue } from '../knowledge/catalogue.ts';
import { BadInput } from '../knowledge/command-line.ts';
import type { Stores } from '../knowledge/ports.ts';
import { openStores } from '../knowledge/store/open.ts';

/** The stores of MONGODB_URI, else of DATA_DIR and DB_PORT, with the shop in them: for commands that look and leave. Throws BadInput where there is none. */
export const withShop = async <T>(
  use: (stores: Stores, catalogue: Catalogue) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<T> => {
  const { MONGODB_URI, DATA_DIR, DB_PORT } = env;
  const stores = await openStores({
    ...(MONGODB_URI ? { mongodbUri: MONGODB_URI } : {}),
    ...(DATA_DIR ? { dataDir: DATA_DIR } : {}),
    ...(DB_PORT ? { dbPort: Number(DB_PORT) } : {}),
  });
  try {
    if (!(await stores.shop.get()))
      throw new BadInput(
        'The database holds no shop yet: start the bot once (npm start), or import one (npm run import)',
      );
    return await use(stores, await Catalogue.open(stores));
  } finally {
    await stores.close();
  }
};
