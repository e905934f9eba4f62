import type { Db } from 'mongodb';
import { z } from 'zod';
import { type Agent, agentRoles, availabilities } from '../domain/desk.ts';
import type { AgentId } from '../domain/ids.ts';
import type { AgentStore } from '../ports/desk.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, language, money, text } from './fields.ts';

const agents = shape<Agent>(
  'agents',
  z.object({
    id: id<AgentId>(),
    login: text.min(1),
    name: text.min(1),
    role: z.enum(agentRoles),
    languages: z.array(language),
    departments: z.array(text),
    capacity: count.min(1),
    goodwillCap: money,
    availability: z.enum(availabilities),
    active: z.boolean(),
    password: text.optional(),
    invitation: z.object({ hash: text, expiresAt: date }).optional(),
    epoch: count,
    createdAt: date,
  }),
);

export const agentStore = (db: Db): AgentStore => {
  const documents: Documents = db.collection<Stored>('agents');
  const changed = async (filter: object, update: object): Promise<Agent | null> => {
    const found = await documents.findOneAndUpdate(filter, update, { returnDocument: 'after' });
    return found && agents.read(found);
  };
  const one = async (filter: object): Promise<Agent | null> => {
    const found = await documents.findOne(filter);
    return found && agents.read(found);
  };
  return {
    all: async () => (await documents.find().sort({ login: 1 }).toArray()).map(agents.read),
    get: agent => one({ _id: agent }),
    byLogin: login => one({ login }),
    insert: agent => insertOnce(documents, agents.write(agent)),
    insertFirst: async agent => ((await documents.findOne({})) ? false : insertOnce(documents, agents.write(agent))),
    update: (agent, { role, active, ...set }) =>
      changed(
        { _id: agent },
        {
          $set: { ...set, ...(role === undefined ? {} : { role }), ...(active === undefined ? {} : { active }) },
          // What a session may do is read from here at every call; only one switched off loses it altogether.
          ...(active === false ? { $inc: { epoch: 1 } } : {}),
        },
      ),
    setAvailability: (agent, availability, capacity) =>
      changed({ _id: agent }, { $set: { availability, ...(capacity === undefined ? {} : { capacity }) } }),
    setPassword: (agent, password, invitation) =>
      changed(invitation === undefined ? { _id: agent } : { _id: agent, 'invitation.hash': invitation }, {
        $set: { password },
        $unset: { invitation: '' },
        $inc: { epoch: 1 },
      }),
    invite: (agent, invitation) =>
      changed({ _id: agent }, { $set: { invitation }, $unset: { password: '' }, $inc: { epoch: 1 } }),
    byInvitation: hash => one({ 'invitation.hash': hash }),
  };
};
