import { cream, disc, type Ink, leaf, line, nightInk, oval, path, rect, type Shape, steel, turned } from './ink.ts';

/** Skincare is white ware: the colour is in the label and the lid. */
const glass = '#f6f1e8';
const shade = '#e2dacb';
const label = (c: Ink, x: number, y: number, width: number, height: number): string =>
  rect(x, y, width, height, 5, c.main) +
  disc(x + width / 2, y + height * 0.36, Math.min(width, height) * 0.13, c.accent) +
  line(
    `M${x + width * 0.25} ${y + height * 0.66} H${x + width * 0.75} M${x + width * 0.34} ${y + height * 0.8} H${x + width * 0.66}`,
    c.pale,
    3,
  );

const bottle: Shape = c =>
  rect(98, 36, 44, 36, 7, c.dark) +
  rect(104, 68, 32, 16, 3, shade) +
  path('M78 102 Q78 82 98 82 H142 Q162 82 162 102 V182 Q162 196 148 196 H92 Q78 196 78 182 Z', glass) +
  path('M146 83 Q162 86 162 102 V182 Q162 196 148 196 H140 Z', shade) +
  label(c, 88, 108, 64, 68);

const dropper: Shape = c =>
  path('M108 22 H132 Q136 22 136 28 V58 H104 V28 Q104 22 108 22 Z', nightInk) +
  rect(98, 56, 44, 24, 4, '#d0a44c') +
  path('M80 104 Q80 80 104 80 H136 Q160 80 160 104 V180 Q160 196 144 196 H96 Q80 196 80 180 Z', c.light) +
  path('M80 118 H160 V180 Q160 196 144 196 H96 Q80 196 80 180 Z', c.main) +
  rect(116, 80, 8, 80, 4, c.pale) +
  rect(88, 128, 64, 48, 5, cream) +
  disc(120, 144, 6, c.accent) +
  line('M104 158 H136 M110 166 H130', c.dark, 3) +
  path('M176 112 C168 100 172 92 178 84 C184 92 188 100 180 112 Z', c.accent);

const jar: Shape = c =>
  path('M54 108 H186 V174 Q186 196 164 196 H76 Q54 196 54 174 Z', glass) +
  path('M160 108 H186 V174 Q186 196 164 196 H150 Q160 188 160 174 Z', shade) +
  rect(48, 74, 144, 40, 12, c.dark) +
  rect(48, 74, 144, 14, 7, c.light) +
  label(c, 82, 124, 76, 58);

const tube: Shape = c =>
  path('M82 40 H158 L148 158 H92 Z', glass) +
  path('M138 40 H158 L148 158 H132 Z', shade) +
  rect(78, 32, 84, 16, 4, c.light) +
  line('M84 40 H156', c.dark, 2, 'stroke-dasharray="4 5"') +
  rect(90, 158, 60, 38, 7, c.dark) +
  line('M104 166 V190 M120 166 V190 M136 166 V190', c.main, 3) +
  label(c, 97, 70, 46, 66);

const pump: Shape = c =>
  path('M118 26 H80 C70 26 70 40 80 42 L112 42 V60 H128 V32 Q128 26 118 26 Z', c.dark) +
  rect(100, 58, 40, 18, 5, c.deep) +
  path('M72 98 Q72 76 94 76 H146 Q168 76 168 98 V180 Q168 196 152 196 H88 Q72 196 72 180 Z', glass) +
  path('M148 76 Q168 78 168 98 V180 Q168 196 152 196 H142 Z', shade) +
  label(c, 84, 104, 72, 74);

const lipbalm: Shape = c =>
  path('M98 84 V64 C98 50 142 36 142 58 V84 Z', '#d98a86') +
  rect(94, 82, 52, 30, 4, steel) +
  rect(88, 108, 64, 88, 8, c.main) +
  rect(88, 108, 18, 88, 8, c.light) +
  rect(88, 136, 64, 24, 0, cream) +
  disc(120, 148, 7, c.accent) +
  turned(72, 188, 172, rect(164, 130, 50, 84, 8, c.dark));

const soap: Shape = c =>
  disc(70, 78, 16, c.pale) +
  disc(98, 56, 10, c.pale) +
  disc(174, 72, 12, c.pale) +
  path('M44 122 Q44 100 66 100 H174 Q196 100 196 122 V160 Q196 182 174 182 H66 Q44 182 44 160 Z', c.dark) +
  rect(44, 92, 152, 78, 24, c.main) +
  rect(60, 104, 120, 54, 16, c.light) +
  path('M120 116 C138 112 146 128 120 148 C94 128 102 112 120 116 Z', c.accent) +
  line('M56 194 H184', c.deep, 6);

const sachet: Shape = c =>
  turned(
    -7,
    120,
    120,
    path('M70 40 H170 V196 H70 Z', c.main) +
      path('M70 40 H170 V62 H70 Z M70 178 H170 V196 H70 Z', c.dark) +
      line('M74 62 H166 M74 178 H166', c.pale, 2, 'stroke-dasharray="3 4"') +
      oval(120, 112, 34, 40, cream) +
      path('M120 88 C136 98 138 116 120 134 C102 116 104 98 120 88 Z', leaf) +
      line('M120 100 V142', c.deep, 3) +
      line('M100 164 H140', c.pale, 4),
  );

export const care = { bottle, dropper, jar, tube, pump, lipbalm, soap, sachet } satisfies Record<string, Shape>;
