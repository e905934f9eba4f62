import { hostname } from 'node:os';
import { Long, UUID } from 'bson';
import { appName } from '../app-name.ts';
import { maxDocumentBytes } from '../engine/record.ts';
import { type Doc, isDoc } from '../engine/values.ts';
import { notImplemented } from '../errors.ts';
import { maxMessageBytes } from '../wire.ts';
import { type Command, type CommandContext, type Commands, type Connection, onlyEmpty } from './command.ts';

/** Which MongoDB's commands and errors are followed; it is what tools compare when they choose features. */
const followedVersion = '7.0.0';

const notice = 'Counteroffer embedded: one machine, one writer, all data in memory';

const identity = (context: CommandContext): Doc => ({
  embedded: true,
  notice,
  instance: context.facts.instance,
  dataDir: context.facts.dataDir,
});

/**
 * Without transactions a session does nothing here, yet the driver would carry one with every command and look through its whole pool
 * when it comes back. Where no timeout is named it does without. Tools make sessions of their own, to be able to cancel a query.
 */
const isOwn = ({ client }: Connection): boolean =>
  isDoc(client) && isDoc(client.application) && client.application.name === appName;

const hello =
  (primary: 'isWritablePrimary' | 'ismaster'): Command['run'] =>
  (command, context) => {
    // Negotiated options are answered by leaving them out: no compression, no sign-in, no pushed topology changes.
    if (command.speculativeAuthenticate !== undefined)
      throw notImplemented('Signing in (the server is open to this machine only)');
    if (isDoc(command.client)) context.connection.client = command.client;
    return {
      ...(primary === 'isWritablePrimary' ? { isWritablePrimary: true } : { ismaster: true, isWritablePrimary: true }),
      helloOk: true,
      maxBsonObjectSize: maxDocumentBytes,
      maxMessageSizeBytes: maxMessageBytes,
      maxWriteBatchSize: 100_000,
      localTime: new Date(),
      ...(isOwn(context.connection) ? {} : { logicalSessionTimeoutMinutes: 30 }),
      connectionId: context.connection.id,
      minWireVersion: 0,
      maxWireVersion: 21,
      readOnly: false,
      counteroffer: identity(context),
    };
  };

const helloTakes = [
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'loadBalanced',
  'backpressure',
];

const startupLines = (context: CommandContext): string[] => [
  JSON.stringify({
    t: { $date: context.facts.startedAt.toISOString() },
    s: 'W',
    c: 'CONTROL',
    id: 1,
    ctx: 'embedded',
    msg: `${notice}. It is open to every program on this machine.`,
    tags: ['startupWarnings'],
  }),
];

export const handshakeCommands: Commands = {
  hello: { takes: helloTakes, run: hello('isWritablePrimary') },
  isMaster: { takes: helloTakes, run: hello('ismaster') },
  ismaster: { takes: helloTakes, run: hello('ismaster') },
  ping: { takes: [], needsDisk: true, run: () => ({}) },
  buildInfo: {
    takes: [],
    run: (_, context) => ({
      version: followedVersion,
      versionArray: [7, 0, 0, 0],
      gitVersion: 'counteroffer-embedded',
      modules: [],
      allocator: 'v8',
      javascriptEngine: 'none',
      sysInfo: notice,
      storageEngines: ['counteroffer'],
      bits: 64,
      debug: false,
      maxBsonObjectSize: maxDocumentBytes,
      openssl: { running: 'none', compiled: 'none' },
      buildEnvironment: {},
      counteroffer: identity(context),
    }),
  },
  getParameter: {
    takes: ['featureCompatibilityVersion', 'allParameters', 'authenticationMechanisms'],
    run: command => {
      if (command.getParameter === '*' || command.allParameters) throw notImplemented('getParameter of everything');
      return {
        ...(command.featureCompatibilityVersion ? { featureCompatibilityVersion: { version: '7.0' } } : {}),
        ...(command.authenticationMechanisms ? { authenticationMechanisms: [] } : {}),
      };
    },
  },
  connectionStatus: {
    takes: ['showPrivileges'],
    run: command => ({
      authInfo: {
        authenticatedUsers: [],
        authenticatedUserRoles: [],
        ...(command.showPrivileges ? { authenticatedUserPrivileges: [] } : {}),
      },
    }),
  },
  hostInfo: {
    takes: [],
    run: () => ({
      system: { currentTime: new Date(), hostname: hostname(), cpuAddrSize: 64, cpuArch: process.arch },
      os: { type: process.platform, name: process.platform, version: '' },
      extra: {},
    }),
  },
  getCmdLineOpts: { takes: [], run: () => ({ argv: ['counteroffer-embedded'], parsed: {} }) },
  getLog: {
    takes: [],
    run: (command, context) => {
      if (command.getLog === '*') return { names: ['global', 'startupWarnings'] };
      if (command.getLog !== 'startupWarnings' && command.getLog !== 'global')
        throw notImplemented(`getLog of ${String(command.getLog)}`);
      const log = startupLines(context);
      return { totalLinesWritten: log.length, log };
    },
  },
  whatsmyuri: { takes: [], run: (_, context) => ({ you: context.connection.peer }) },
  serverStatus: {
    takes: ['repl', 'metrics', 'locks', 'recordStats', 'tcmalloc', 'sharding', 'transportSecurity'],
    run: (_, context) => {
      const uptime = (Date.now() - context.facts.startedAt.getTime()) / 1000;
      const { rss, heapUsed } = process.memoryUsage();
      const mebibytes = (bytes: number): number => Math.round(bytes / 1_048_576);
      return {
        host: `${hostname()}:${context.facts.port()}`,
        version: followedVersion,
        process: 'counteroffer-embedded',
        pid: Long.fromNumber(process.pid),
        uptime,
        uptimeMillis: Long.fromNumber(Math.round(uptime * 1000)),
        localTime: new Date(),
        connections: { current: context.facts.connections(), available: 10_000 },
        mem: { bits: 64, resident: mebibytes(rss), virtual: mebibytes(heapUsed), supported: true },
        metrics: { cursor: { open: { total: Long.fromNumber(context.cursors.size) } } },
        storageEngine: { name: 'counteroffer', persistent: context.facts.dataDir !== null },
        counteroffer: identity(context),
      };
    },
  },
  startSession: { takes: [], run: () => ({ id: { id: new UUID() }, timeoutMinutes: 30 }) },
  endSessions: { takes: [], run: () => ({}) },
  refreshSessions: { takes: [], run: () => ({}) },
  killSessions: {
    takes: [],
    run: command => {
      if (Array.isArray(command.killSessions) && command.killSessions.some(isDoc)) return {};
      onlyEmpty(command, 'killSessions');
      return {};
    },
  },
};
