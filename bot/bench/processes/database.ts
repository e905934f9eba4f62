/** The embedded database in a process of its own, on disk, so that its CPU is not counted as the bot's. */
import { startEmbedded } from '../../../knowledge/embedded/server.ts';
import { failed, reportToParent } from './report-to-parent.ts';

startEmbedded({ dataDir: process.env.DATA_DIR!, port: 0 }).then(
  server => reportToParent({ uri: server.uri }, { close: () => server.close() }),
  failed,
);
