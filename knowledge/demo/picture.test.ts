import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPicture, pictureKinds } from './picture.ts';
import { makeProducts } from './products.ts';

/** Every tag closed in order, every attribute quoted, no stray bracket or ampersand: what an XML reader insists on. */
const assertWellFormed = (xml: string): void => {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/g,
    (_all, end, name, _attributes, self) => {
      if (end) expect(open.pop()).toBe(name);
      else if (!self) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  expect(xml).not.toMatch(/undefined|NaN/);
};

describe('product pictures', () => {
  it('every kind the demo sells has a drawing of its own, well-formed', () => {
    for (const p of makeProducts({ seed: 1, now: new Date('2026-11-24'), count: 400 })) {
      expect(pictureKinds).toContain(p.picture!.kind);
      assertWellFormed(drawPicture(p.picture!, { title: p.name.zh! }));
    }
  });

  it('colours show: the same kind in two colours is two pictures', () => {
    for (const kind of pictureKinds)
      expect(drawPicture({ kind, colour: '#b8402f' }), kind).not.toBe(drawPicture({ kind, colour: '#27456b' }));
  });

  it('an unknown kind, also one named like an object’s own method, is a gift box', () => {
    const box = drawPicture({ kind: 'giftbox', colour: 'red' });
    for (const kind of ['zeppelin', 'constructor', '__proto__', ''])
      expect(drawPicture({ kind, colour: 'red' })).toBe(box);
  });

  it('titles and colours from a shop’s own data cannot add markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (title, colour, accent) => {
        const svg = drawPicture({ kind: 'mug', colour, accent }, { title: `${title}"><script>alert(1)</script>&` });
        assertWellFormed(svg);
        expect(svg).not.toContain('<script');
      }),
    );
    expect(drawPicture({ kind: 'mug', colour: '"/><script>' })).not.toContain('<script');
  });

  it('says what it shows, or that it is decoration', () => {
    expect(drawPicture({ kind: 'shoe', colour: 'red' }, { title: 'Rainline' })).toContain(
      'role="img" aria-label="Rainline"',
    );
    expect(drawPicture({ kind: 'shoe', colour: 'red' })).toContain('aria-hidden="true"');
  });
});
