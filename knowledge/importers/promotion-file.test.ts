import { expect, it } from 'vitest';
import { readPromotionFile } from './promotion-file.ts';

const sound = {
  id: 'spring',
  campaign: 'c',
  name: { en: 'Spring' },
  terms: {},
  conditions: [],
  action: { kind: 'percent-off', rate: 0.1 },
  active: true,
  startsAt: '2027-03-01T00:00:00Z',
  endsAt: '2027-04-01T00:00:00+08:00',
  cap: { minor: 100_000, currency: 'CNY' },
  trigger: 'code',
};

it('reads promotions with their dates, shared codes as people type them, and as many codes for one order as asked for', () => {
  const file = readPromotionFile(
    JSON.stringify([{ ...sound, codes: ['spring-10'], singleUseCodes: { prefix: 'SORRY', count: 50 } }]),
  );
  if ('faults' in file) throw new Error(JSON.stringify(file.faults));
  expect(file.promotions).toMatchObject([{ id: 'spring', endsAt: new Date('2027-03-31T16:00:00Z') }]);
  expect(file.promotions[0]).not.toHaveProperty('codes');
  const [shared, ...single] = file.codes;
  expect(shared).toEqual({ id: 'SPRING10', promotion: 'spring', singleUse: false, active: true });
  expect(single).toHaveLength(50);
  expect(new Set(single.map(c => c.id)).size).toBe(50);
  expect(single.every(c => c.singleUse && /^SORRY[A-HJ-NP-Z2-9]{8}$/.test(c.id))).toBe(true);
});

it('names every place that is wrong, and then holds nothing', () => {
  const faultsOf = (value: unknown) => {
    const file = readPromotionFile(typeof value === 'string' ? value : JSON.stringify(value));
    return 'faults' in file ? file.faults.map(f => f.at) : [];
  };
  expect(faultsOf('{')).toEqual(['the file']);
  expect(faultsOf([])).toEqual(['the file']);
  expect(faultsOf([{ ...sound, startsAt: 'soon', action: { kind: 'percent-off', rate: 2 } }])).toEqual(
    expect.arrayContaining(['spring.startsAt', 'spring.action.rate']),
  );
  expect(faultsOf([{ ...sound, discount: 5 }])).toEqual(['spring']);
  expect(faultsOf([{ ...sound, cap: { minor: 1, currency: 'XXX' } }])).toEqual(['spring.cap.currency']);
  expect(faultsOf([{ ...sound, codes: ['!!'] }])).toEqual(['spring.codes']);
});
