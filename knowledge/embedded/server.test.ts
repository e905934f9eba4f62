import { once } from 'node:events';
import { connect } from 'node:net';
import { type Document, Long, type MongoBulkWriteError, MongoClient, type MongoServerError, ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../domain/random.ts';
import { appName } from './app-name.ts';
import { type EmbeddedServer, startEmbedded } from './server.ts';

interface Loose extends Document {
  _id: string | number | ObjectId;
}

let server: EmbeddedServer;
let client: MongoClient;
const orders = () => client.db('shop').collection<Loose>('orders');
const admin = (command: Document) => client.db('admin').command(command);
const refusal = (promise: Promise<unknown>): Promise<MongoServerError> =>
  promise.then(
    value => {
      throw new Error(`Not refused: ${JSON.stringify(value)}`);
    },
    error => error as MongoServerError,
  );

beforeAll(async () => {
  server = await startEmbedded({ dataDir: null, port: 0 });
  client = await new MongoClient(server.uri).connect();
});

afterAll(async () => {
  await client.close();
  await server.close();
});

beforeEach(async () => {
  await client.db('shop').dropDatabase();
});

describe('documents', () => {
  it('values come back as they were sent, in their order', async () => {
    const doc = {
      _id: new ObjectId(),
      text: 'größe 鞋 🥾',
      when: new Date(1),
      nested: { z: 1, a: [null, true, 1.5] },
      pattern: /a.b/i,
    };
    await orders().insertOne(doc);
    expect(await orders().findOne({ _id: doc._id })).toEqual(doc);
    expect(Object.keys((await orders().findOne())!)).toEqual(['_id', 'text', 'when', 'nested', 'pattern']);
  });

  it('a whole number beyond 2^53 is kept exactly', async () => {
    const big = Long.fromString('9007199254740993');
    await orders().insertOne({ _id: 1, big });
    expect(await orders().countDocuments({ big })).toBe(1);
    expect(await orders().countDocuments({ big: { $gt: 9007199254740992 } })).toBe(1);
    expect(String((await orders().findOne({ _id: 1 }))!.big)).toBe('9007199254740993');
  });

  it('insert, replace, update, delete, count and distinct report what they did', async () => {
    expect(
      (await orders().insertMany([1, 2, 3].map(_id => ({ _id, kind: _id % 2, tags: ['a', `t${_id}`] })))).insertedCount,
    ).toBe(3);
    expect(await orders().updateMany({ kind: 1 }, { $set: { kind: 1, seen: true } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 2,
    });
    expect(await orders().updateMany({ kind: 1 }, { $set: { seen: true } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 0,
    });
    expect(await orders().replaceOne({ _id: 2 }, { kind: 7 })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await orders().findOne({ _id: 2 })).toEqual({ _id: 2, kind: 7 });
    expect(await orders().distinct('tags')).toEqual(['a', 't1', 't3']);
    expect(await orders().countDocuments({ kind: { $gte: 1 } })).toBe(3);
    expect(await orders().estimatedDocumentCount()).toBe(3);
    expect((await orders().deleteMany({ kind: 1 })).deletedCount).toBe(2);
  });

  it('an upsert starts from what the filter pins and from $setOnInsert', async () => {
    const result = await orders().updateOne(
      { _id: 'a', 'at.shop': 'x', n: { $gt: 3 } },
      { $setOnInsert: { made: 1 }, $inc: { n: 2 } },
      { upsert: true },
    );
    expect(result).toMatchObject({ upsertedId: 'a', upsertedCount: 1, matchedCount: 0 });
    expect(await orders().findOne()).toEqual({ _id: 'a', at: { shop: 'x' }, made: 1, n: 2 });
    await orders().updateOne({ _id: 'a' }, { $setOnInsert: { made: 2 }, $inc: { n: 1 } }, { upsert: true });
    expect(await orders().findOne()).toMatchObject({ made: 1, n: 3 });
  });

  it('an unordered bulk write goes on after a refusal, an ordered one stops', async () => {
    const operations = [1, 1, 2].map(_id => ({ insertOne: { document: { _id } } }));
    const unordered = (await refusal(
      orders().bulkWrite(operations, { ordered: false }),
    )) as unknown as MongoBulkWriteError;
    expect(unordered.insertedCount).toBe(2);
    await orders().deleteMany({});
    const ordered = (await refusal(orders().bulkWrite(operations))) as unknown as MongoBulkWriteError;
    expect(ordered.insertedCount).toBe(1);
    expect(ordered.code).toBe(11000);
  });
});

describe('unique indexes', () => {
  it('a duplicate is the E11000 the driver knows, with key pattern and value, on insert, update and upsert', async () => {
    await orders().createIndex({ shop: 1, number: 1 }, { unique: true });
    await orders().insertMany([
      { _id: 1, shop: 'a', number: 1 },
      { _id: 2, shop: 'a', number: 2 },
    ]);
    const expected = { code: 11000, keyPattern: { shop: 1, number: 1 }, keyValue: { shop: 'a', number: 1 } };
    expect(await refusal(orders().insertOne({ _id: 3, shop: 'a', number: 1 }))).toMatchObject(expected);
    expect(await refusal(orders().updateOne({ _id: 2 }, { $set: { number: 1 } }))).toMatchObject(expected);
    expect(
      await refusal(orders().findOneAndUpdate({ _id: 9 }, { $set: { shop: 'a', number: 1 } }, { upsert: true })),
    ).toMatchObject(expected);
    expect((await refusal(orders().insertOne({ _id: 1 }))).message).toBe(
      'E11000 duplicate key error collection: shop.orders index: _id_ dup key: { _id: 1 }',
    );
    expect(await orders().countDocuments()).toBe(2);
  });

  it('null and a missing field are one key, unless the index is sparse', async () => {
    await orders().createIndex({ openKey: 1 }, { unique: true, sparse: true });
    await orders().createIndex({ email: 1 }, { unique: true });
    await orders().insertMany([
      { _id: 1, email: 'a' },
      { _id: 2, email: null },
    ]);
    expect((await refusal(orders().insertOne({ _id: 3 }))).keyPattern).toEqual({ email: 1 });
  });

  it('cannot be made over duplicates, and leaves nothing behind', async () => {
    await orders().insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
    expect((await refusal(orders().createIndex({ n: 1 }, { unique: true }))).code).toBe(11000);
    expect(await orders().indexes()).toHaveLength(1);
  });

  it('equality on leading fields, $in and arrays find the same with and without the index', async () => {
    const random = seededRandom(5);
    const pick = (n: number): number => Math.floor(random() * n);
    await orders().insertMany(
      Array.from({ length: 400 }, (_, _id) => ({
        _id,
        ...(pick(5) ? { a: pick(4) || null } : {}),
        b: pick(3) ? pick(6) : [pick(6), pick(6)],
        c: { d: `x${pick(3)}` },
      })),
    );
    const filters: Document[] = [
      { a: 1, b: 2 },
      { a: 1 },
      { a: null },
      { a: { $in: [1, 2] }, b: { $gt: 3 } },
      { b: [1, 2] },
      { 'c.d': 'x1', a: { $exists: true } },
      { $and: [{ a: 2 }, { b: { $in: [1, 5] } }] },
      { $or: [{ a: 1 }, { b: 2 }] },
      { _id: { $in: [5, 3, 3, 900] } },
    ];
    const run = () => Promise.all(filters.map(filter => orders().find(filter).toArray()));
    const scanned = await run();
    expect(scanned.every(found => found.length > 0)).toBe(true);
    await orders().createIndex({ a: 1, b: 1 });
    await orders().createIndex({ 'c.d': 1 }, { sparse: true });
    await orders().createIndex({ b: -1 });
    expect(await run()).toEqual(scanned);
    const explained = await orders().find({ a: 1, b: 2 }).explain();
    expect(explained.queryPlanner.winningPlan.inputStage.stage).toBe('IXSCAN');
  });
});

describe('one conditional write', () => {
  it('fifty at once take from a pool of 140 in sevens: exactly twenty get some', async () => {
    await orders().insertOne({ _id: 'pool', remaining: 140, holds: [] });
    const takes = Array.from({ length: 50 }, (_, i) =>
      orders().findOneAndUpdate(
        { _id: 'pool', remaining: { $gte: 7 }, holds: { $ne: `h${i}` } },
        { $inc: { remaining: -7 }, $push: { holds: `h${i}` } as Document },
        { returnDocument: 'after' },
      ),
    );
    const taken = (await Promise.all(takes)).filter(found => found !== null);
    expect(taken.length).toBe(20);
    const pool = (await orders().findOne({ _id: 'pool' }))!;
    expect([pool.remaining, new Set(pool.holds as string[]).size]).toEqual([0, 20]);
  });

  it('returns the document before or after, sorts first, and upserts', async () => {
    await orders().insertMany([
      { _id: 1, at: 2 },
      { _id: 2, at: 1 },
    ]);
    expect(await orders().findOneAndUpdate({}, { $set: { got: 1 } }, { sort: { at: 1 } })).toEqual({ _id: 2, at: 1 });
    expect(await orders().findOneAndUpdate({ _id: 3 }, { $set: { x: 1 } }, { upsert: true })).toBeNull();
    expect(await orders().findOneAndDelete({ _id: 3 })).toEqual({ _id: 3, x: 1 });
  });
});

describe('cursors', () => {
  it('every document arrives once, whatever the batch size, over any connection', async () => {
    await orders().insertMany(Array.from({ length: 1_000 }, (_, _id) => ({ _id, text: 'x'.repeat(40) })));
    for (const batchSize of [1_000, 333, 101, 7]) {
      const ids = (await orders().find({}, { batchSize }).toArray()).map(doc => doc._id);
      expect(ids).toEqual(Array.from({ length: 1_000 }, (_, i) => i));
    }
    const { cursor } = await client.db('shop').command({ find: 'orders', batchSize: 0 });
    expect(cursor.firstBatch).toEqual([]);
    const other = await new MongoClient(server.uri).connect();
    const more = await other
      .db('shop')
      .command(
        { getMore: Long.fromNumber(Number(cursor.id)), collection: 'orders', batchSize: 3 },
        { promoteLongs: false },
      );
    expect(more.cursor.nextBatch.map((doc: Document) => Number(doc._id))).toEqual([0, 1, 2]);
    expect(more.cursor.id).toBeInstanceOf(Long);
    await other.close();
  });

  it('an open cursor keeps what it started with while the collection changes', async () => {
    await orders().insertMany(Array.from({ length: 300 }, (_, _id) => ({ _id, n: 0 })));
    const cursor = orders().find({}, { batchSize: 50 });
    expect(await cursor.next()).toEqual({ _id: 0, n: 0 });
    await orders().updateMany({}, { $inc: { n: 1 } });
    await orders().deleteMany({ _id: { $gt: 200 } });
    const rest = await cursor.toArray();
    expect(rest.length).toBe(299);
    expect(rest.every(doc => doc.n === 0)).toBe(true);
  });

  it('a killed or unknown cursor is error 43', async () => {
    await orders().insertMany([{ _id: 1 }, { _id: 2 }]);
    const { cursor } = await client.db('shop').command({ find: 'orders', batchSize: 1 });
    const id = Long.fromNumber(Number(cursor.id));
    expect((await client.db('shop').command({ killCursors: 'orders', cursors: [id] })).cursorsKilled).toHaveLength(1);
    expect((await refusal(client.db('shop').command({ getMore: id, collection: 'orders' }))).code).toBe(43);
  });

  it('batches stay within a message when documents are large', async () => {
    const text = 'y'.repeat(3_000_000);
    for (let _id = 0; _id < 12; _id++) await orders().insertOne({ _id, text });
    expect((await orders().find().toArray()).length).toBe(12);
  });
});

describe('refuse, never ignore', () => {
  const shop = (command: Document) => () => client.db('shop').command(command);
  const cases: [string, () => Promise<unknown>, number][] = [
    ['an unknown command', shop({ mapReduce: 'orders' }), 59],
    ['an unknown argument', shop({ find: 'orders', surprise: 1 }), 238],
    [
      'a collation',
      () =>
        orders()
          .find({}, { collation: { locale: 'en' } })
          .toArray(),
      238,
    ],
    ['$where', () => orders().find({ $where: 'true' }).toArray(), 238],
    [
      '$text',
      () =>
        orders()
          .find({ $text: { $search: 'x' } })
          .toArray(),
      238,
    ],
    [
      '$expr with a script',
      () =>
        orders()
          .find({ $expr: { $function: { body: 'f', args: [], lang: 'js' } } })
          .toArray(),
      238,
    ],
    [
      'an unknown query operator',
      () =>
        orders()
          .find({ a: { $near2: 1 } })
          .toArray(),
      2,
    ],
    ['an unknown top level operator', () => orders().find({ $foo: 1 }).toArray(), 2],
    ['an unknown update operator', () => orders().updateOne({}, { $foo: { a: 1 } } as Document), 9],
    ['a pipeline update', () => orders().updateOne({}, [{ $set: { a: 1 } }]), 238],
    ['a positional update', () => orders().updateOne({ a: 1 }, { $set: { 'a.$': 1 } }), 238],
    ['array filters', () => orders().updateOne({}, { $set: { 'a.$[x]': 1 } }, { arrayFilters: [{ x: 1 }] }), 238],
    [
      '$lookup',
      () =>
        orders()
          .aggregate([{ $lookup: { from: 'x', as: 'y', localField: 'a', foreignField: 'b' } }])
          .toArray(),
      238,
    ],
    [
      '$out',
      () =>
        orders()
          .aggregate([{ $out: 'x' }])
          .toArray(),
      238,
    ],
    [
      'an unknown accumulator',
      () =>
        orders()
          .aggregate([{ $group: { _id: 1, x: { $top: 1 } } }])
          .toArray(),
      238,
    ],
    [
      'a change stream',
      () =>
        orders()
          .aggregate([{ $changeStream: {} }])
          .toArray(),
      40573,
    ],
    ['a TTL index', () => orders().createIndex({ at: 1 }, { expireAfterSeconds: 5 }), 238],
    ['a partial index', () => orders().createIndex({ a: 1 }, { partialFilterExpression: { a: 1 } }), 238],
    ['a text index', () => orders().createIndex({ a: 'text' }), 238],
    [
      'a projection operator',
      () =>
        orders()
          .find({}, { projection: { a: { $slice: 1 } } })
          .toArray(),
      238,
    ],
    [
      'a projection in findAndModify',
      () => orders().findOneAndUpdate({}, { $set: { a: 1 } }, { projection: { a: 1 } }),
      238,
    ],
    ['a tailable cursor', shop({ find: 'orders', tailable: true }), 238],
    ['a capped collection', () => client.db('shop').createCollection('log', { capped: true, size: 1000 }), 238],
    ['a view', () => client.db('shop').createCollection('v', { viewOn: 'orders', pipeline: [] }), 238],
    ['a read concern of a replica set', shop({ find: 'orders', readConcern: { level: 'snapshot' } }), 238],
    ['two copies', () => orders().insertOne({ _id: 1 }, { writeConcern: { w: 2 } }), 2],
    [
      'a transaction',
      shop({ find: 'orders', txnNumber: Long.fromNumber(1), startTransaction: true, autocommit: false }),
      20,
    ],
    [
      'an unknown hint',
      () =>
        orders()
          .insertOne({ _id: 1 })
          .then(() => orders().find({}, { hint: 'nope' }).toArray()),
      2,
    ],
    ['a field with a leading $', () => orders().insertOne({ _id: 1, $a: 1 }), 52],
    ['an _id that is an array', () => orders().insertOne({ _id: [1] as never }), 72],
  ];
  for (const [what, ask, code] of cases) {
    it(`${what}: ${code}`, async () => {
      expect((await refusal(ask())).code).toBe(code);
      const { ok } = await admin({ ping: 1 });
      expect(ok).toBe(1);
    });
  }

  it('a session with a transaction is refused and writes nothing', async () => {
    const session = client.startSession();
    session.startTransaction();
    expect((await refusal(orders().insertOne({ _id: 1 }, { session }))).message).toMatch(
      /does not support retryable writes/,
    ); // the driver's words for error 20
    await session.abortTransaction().catch(() => {});
    await session.endSession();
    expect(await orders().countDocuments()).toBe(0);
  });

  it('a session without one is a tool’s to have; this program does without', async () => {
    await orders().insertOne({ _id: 1 });
    const session = client.startSession();
    expect(await orders().find({}, { session }).toArray()).toHaveLength(1);
    await session.endSession();
    const own = await new MongoClient(server.uri, { appName }).connect();
    const refused = own.startSession();
    expect(await own.db('shop').collection('orders').countDocuments()).toBe(1);
    await expect(own.db('shop').collection('orders').countDocuments({}, { session: refused })).rejects.toThrow(
      'does not support sessions',
    );
    // A driver looks every ten seconds whether the server is there, and does not say again who it is.
    const sessions = async (one: MongoClient): Promise<unknown> =>
      (await one.db('admin').command({ hello: 1 })).logicalSessionTimeoutMinutes;
    expect([await sessions(client), await sessions(own)]).toEqual([30, undefined]);
    await own.close();
  });

  it('a scan that takes longer than maxTimeMS is error 50', async () => {
    await orders().insertMany(Array.from({ length: 20_000 }, (_, _id) => ({ _id, text: `${_id}`.repeat(8) })));
    const slow = { $expr: { $eq: [{ $strLenCP: { $concat: ['$text', '$text'] } }, -1] } };
    expect((await refusal(orders().find(slow, { maxTimeMS: 5 }).toArray())).code).toBe(50);
    expect(await orders().find({ _id: 5 }, { maxTimeMS: 5_000 }).toArray()).toHaveLength(1);
  });

  it('a document over 16 MiB is refused and nothing is stored', async () => {
    const big = Array.from({ length: 17 }, () => 'z'.repeat(1024 * 1024));
    await orders().insertOne({ _id: 1, big: big.slice(9) });
    expect(
      (await refusal(orders().updateOne({ _id: 1 }, { $push: { big: { $each: big.slice(7) } } as Document }))).code,
    ).toBe(10334);
    expect(((await orders().findOne({ _id: 1 }))!.big as unknown[]).length).toBe(8);
  });
});

describe('aggregation', () => {
  beforeEach(async () => {
    await orders().insertMany([
      {
        _id: 1,
        shopper: 'ann',
        total: 500,
        lines: [
          { p: 'tea', q: 2 },
          { p: 'cup', q: 1 },
        ],
      },
      { _id: 2, shopper: 'bob', total: 300, lines: [{ p: 'tea', q: 1 }] },
      { _id: 3, shopper: 'ann', total: 200, lines: [] },
    ]);
  });

  const cases: [string, Document[], Document[]][] = [
    [
      '$match $group $sort',
      [
        { $match: { total: { $gt: 100 } } },
        { $group: { _id: '$shopper', sum: { $sum: '$total' }, n: { $sum: 1 } } },
        { $sort: { _id: -1 } },
      ],
      [
        { _id: 'bob', sum: 300, n: 1 },
        { _id: 'ann', sum: 700, n: 2 },
      ],
    ],
    [
      '$unwind $group',
      [{ $unwind: '$lines' }, { $group: { _id: '$lines.p', q: { $sum: '$lines.q' } } }, { $sort: { q: -1 } }],
      [
        { _id: 'tea', q: 3 },
        { _id: 'cup', q: 1 },
      ],
    ],
    [
      '$sort $skip $limit $project',
      [{ $sort: { total: 1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { _id: 0, total: 1 } }],
      [{ total: 300 }],
    ],
    [
      '$addFields',
      [{ $match: { _id: 3 } }, { $addFields: { double: { $multiply: ['$total', 2] } } }, { $project: { double: 1 } }],
      [{ _id: 3, double: 400 }],
    ],
    ['$count', [{ $match: { shopper: 'ann' } }, { $count: 'n' }], [{ n: 2 }]],
    ['$count of nothing is no document', [{ $match: { shopper: 'eve' } }, { $count: 'n' }], []],
  ];
  for (const [name, pipeline, expected] of cases) {
    it(name, async () => {
      expect(await orders().aggregate(pipeline).toArray()).toEqual(expected);
    });
  }

  it('groups by an ObjectId and by a date, which compare by value', async () => {
    const id = new ObjectId();
    await orders().deleteMany({});
    await orders().insertMany([1, 2].map(_id => ({ _id, of: new ObjectId(id.toHexString()), at: new Date(7) })));
    expect(
      await orders()
        .aggregate([{ $group: { _id: { of: '$of', at: '$at' }, n: { $sum: 1 } } }])
        .toArray(),
    ).toEqual([{ _id: { of: id, at: new Date(7) }, n: 2 }]);
  });

  it('never changes what is stored', async () => {
    const before = await orders().find().toArray();
    await orders()
      .aggregate([{ $unwind: '$lines' }, { $addFields: { 'lines.x': 1, 'new.y': 2 } }, { $unset: 'total' }])
      .toArray();
    await orders()
      .aggregate([
        { $group: { _id: '$shopper', all: { $push: '$$ROOT' } } },
        { $addFields: { 'all.x': 1 } },
        { $unset: 'all.lines' },
      ])
      .toArray();
    expect(await orders().find().toArray()).toEqual(before);
  });
});

describe('tools', () => {
  it('answers what mongosh and Compass ask', async () => {
    await orders().insertOne({ _id: 1 });
    const asked: Document[] = [
      { hello: 1 },
      { isMaster: 1 },
      { ismaster: 1 },
      { ping: 1 },
      { buildInfo: 1 },
      { buildinfo: 1 },
      { getParameter: 1, featureCompatibilityVersion: 1 },
      { connectionStatus: 1, showPrivileges: true },
      { hostInfo: 1 },
      { getCmdLineOpts: 1 },
      { getLog: 'startupWarnings' },
      { whatsmyuri: 1 },
      { serverStatus: 1 },
      { startSession: 1 },
      { refreshSessions: [] },
      { endSessions: [] },
      { killSessions: [] },
      { listDatabases: 1, nameOnly: true },
    ];
    for (const command of asked) expect(await admin(command), JSON.stringify(command)).toMatchObject({ ok: 1 });
    const shop = client.db('shop');
    for (const command of [
      { listCollections: 1, nameOnly: true, authorizedCollections: true },
      { listIndexes: 'orders' },
      { collStats: 'orders' },
      { dbStats: 1 },
      { count: 'orders', query: {} },
      { create: 'made' },
      { drop: 'made' },
      { aggregate: 'orders', pipeline: [{ $collStats: { storageStats: {} } }], cursor: {} },
      { aggregate: 'orders', pipeline: [{ $indexStats: {} }], cursor: {} },
      { aggregate: 'orders', pipeline: [{ $sample: { size: 5 } }], cursor: {} },
      { explain: { find: 'orders', filter: { _id: 1 } }, verbosity: 'executionStats' },
      { dropIndexes: 'orders', index: '*' },
    ]) {
      expect(await shop.command(command), JSON.stringify(command)).toMatchObject({ ok: 1 });
    }
  });

  it('says in buildInfo and hello what it is', async () => {
    for (const command of [{ buildInfo: 1 }, { hello: 1 }]) {
      expect((await admin(command)).counteroffer).toMatchObject({
        embedded: true,
        dataDir: null,
        notice: expect.stringContaining('one machine, one writer'),
      });
    }
    expect((await admin({ hello: 1 })).setName).toBeUndefined();
  });
});

describe('hostile clients', () => {
  it('junk bytes end their own connection only', async () => {
    const random = seededRandom(3);
    for (let round = 0; round < 60; round++) {
      const socket = connect({ host: '127.0.0.1', port: server.port });
      socket.on('error', () => {});
      await once(socket, 'connect');
      const junk = Buffer.from(
        Array.from({ length: 20 + Math.floor(random() * 200) }, () => Math.floor(random() * 256)),
      );
      if (round % 3 === 0) junk.writeInt32LE(junk.byteLength, 0); // a plausible length
      if (round % 3 !== 1) junk.writeInt32LE(2013, 12); // an OP_MSG
      if (round % 3 === 2) junk.writeInt32LE(0x7fffffff, 0); // larger than anything
      if (round % 6 === 0) junk.writeUInt32LE(0, 16);
      socket.end(junk);
      await once(socket, 'close');
    }
    expect(await admin({ ping: 1 })).toEqual({ ok: 1 });
  });

  it('three hundred idle connections do not keep others from being served', async () => {
    const idle = await Promise.all(
      Array.from({ length: 300 }, async () => {
        const socket = connect({ host: '127.0.0.1', port: server.port });
        await once(socket, 'connect');
        return socket;
      }),
    );
    expect(await admin({ ping: 1 })).toEqual({ ok: 1 });
    for (const socket of idle) socket.destroy();
  });

  it('field names that objects inherit are only names', async () => {
    await orders().insertOne({ _id: 1, constructor: 'x', toString: 'y' });
    expect(await orders().countDocuments({ constructor: 'x' })).toBe(1);
    expect(await orders().countDocuments({ hasOwnProperty: { $exists: true } })).toBe(0);
    expect((await refusal(orders().updateOne({ _id: 1 }, { $set: { '__proto__.polluted': 1 } }))).code).toBe(238);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
