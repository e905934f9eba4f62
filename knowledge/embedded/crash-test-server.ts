/** A server for the crash tests to kill: folder as the first argument, its port on standard output, compaction early and often. */
import { startEmbedded } from './server.ts';

const server = await startEmbedded({
  dataDir: process.argv[2]!,
  port: 0,
  compactAtBytes: 20_000,
  log: message => process.stderr.write(`${message}\n`),
});
process.stdout.write(`${JSON.stringify({ port: server.port, joined: server.joined })}\n`);
