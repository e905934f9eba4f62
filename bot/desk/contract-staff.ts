import { z } from 'zod';
import * as d from './contract-desk-shapes.ts';
import { type DeskOperation, minor, nothing } from './contract-operation.ts';
import * as s from './contract-shapes.ts';

const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,79}$/, 'a login of 2 to 80 letters, digits and . _ @ -');
const password = z.string().min(10, 'at least 10 characters').max(200);
const staffFields = {
  name: z.string().trim().min(1).max(80),
  role: s.role,
  languages: z.array(s.language).min(1),
  departments: z.array(z.string()).max(50),
  capacity: z.int().min(1).max(50),
  goodwillCapMinor: minor,
};
const invitation = z.object({ agent: s.agent, token: z.string(), expiresAt: s.time });

/** Signing in, who works here, and what the shop decided about its desk. */
export const staffOperations = {
  readSetup: {
    method: 'GET',
    path: '/api/desk/setup',
    summary: 'Before sign-in: is there an admin yet, and whose desk is it',
    role: null,
    answer: z.object({ needsFirstAdmin: z.boolean(), shop: s.me.shape.shop, languages: z.array(s.language) }),
  },
  createFirstAdmin: {
    method: 'POST',
    path: '/api/desk/first-admin',
    summary: 'The first admin, with the one-time token printed at the first start',
    role: null,
    status: 201,
    body: z.object({ token: z.string().max(200), login, name: staffFields.name, password, language: s.language }),
    answer: s.me,
    refusals: ['wrong-token', 'already-set-up'],
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/desk/invitation',
    summary: 'Choose a password with a one-time invitation, and sign in',
    role: null,
    body: z.object({ token: z.string().max(200), password }),
    answer: s.me,
    refusals: ['wrong-token'],
  },
  signIn: {
    method: 'POST',
    path: '/api/desk/sign-in',
    summary: 'Sign in',
    role: null,
    body: z.object({ login: z.string().trim().toLowerCase().max(80), password: z.string().max(200) }),
    answer: s.me,
    refusals: ['wrong-login'],
  },
  readMe: { method: 'GET', path: '/api/desk/me', summary: 'Whose session this is', role: 'agent', answer: s.me },
  signOut: {
    method: 'POST',
    path: '/api/desk/sign-out',
    summary: 'End this session',
    role: 'agent',
    status: 204,
    answer: nothing,
  },
  changePassword: {
    method: 'POST',
    path: '/api/desk/me/password',
    summary: 'Change the own password; other sessions end',
    role: 'agent',
    body: z.object({ current: z.string().max(200), next: password }),
    answer: s.me,
    refusals: ['wrong-login'],
  },
  setAvailability: {
    method: 'POST',
    path: '/api/desk/me/availability',
    summary: 'Available or away; capacity for today',
    role: 'agent',
    body: z.object({ availability: s.availability, capacity: staffFields.capacity.optional() }),
    answer: s.me,
  },
  readDay: {
    method: 'GET',
    path: '/api/desk/me/day',
    summary: 'The own day so far, on the shop’s clock',
    role: 'agent',
    answer: z.object({ from: s.time, report: d.report, open: z.int() }),
  },
  listStaff: {
    method: 'GET',
    path: '/api/desk/staff',
    summary: 'Who works here, what they have and whether they are there',
    role: 'agent',
    answer: z.object({ staff: z.array(s.agent) }),
  },
  addStaff: {
    method: 'POST',
    path: '/api/desk/staff',
    summary: 'Add somebody; they choose a password with the one-time token',
    role: 'admin',
    status: 201,
    body: z.object({ login, ...staffFields }),
    answer: invitation,
    refusals: ['login-taken'],
  },
  changeStaff: {
    method: 'PUT',
    path: '/api/desk/staff/:id',
    summary: 'Change role, skills, capacity, cap, or switch off',
    role: 'admin',
    body: z.object({ ...staffFields, active: z.boolean() }),
    answer: z.object({ agent: s.agent }),
    refusals: ['no-agent', 'last-admin'],
  },
  inviteStaff: {
    method: 'POST',
    path: '/api/desk/staff/:id/invitation',
    summary: 'A new one-time token, for a forgotten password; their sessions end',
    role: 'admin',
    answer: invitation,
    refusals: ['no-agent'],
  },
  readSettings: {
    method: 'GET',
    path: '/api/desk/settings',
    summary: 'Hours, departments, topics, limits',
    role: 'agent',
    answer: z.object({ settings: d.settings, campaigns: z.array(d.campaignChoice), newProducts: d.newProducts }),
  },
  putSettings: {
    method: 'PUT',
    path: '/api/desk/settings',
    summary: 'Change them',
    role: 'admin',
    body: d.settings.omit({ timeZone: true }),
    answer: z.object({ settings: d.settings, campaigns: z.array(d.campaignChoice), newProducts: d.newProducts }),
    refusals: ['no-campaign', 'wrong-currency', 'unknown-department'],
  },
  readReport: {
    method: 'GET',
    path: '/api/desk/report',
    summary: 'Times, outcomes and reasons',
    role: 'supervisor',
    query: z.object({ from: s.time, to: s.time }),
    answer: z.object({ report: d.report }),
    refusals: ['too-long'],
  },
} as const satisfies Record<string, DeskOperation>;
