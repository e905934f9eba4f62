import { cream, disc, line, nightInk, path, rect, type Shape, steel } from './ink.ts';

const backpack: Shape = c =>
  line('M98 50 C98 28 142 28 142 50', c.deep, 8) +
  rect(48, 104, 26, 74, 12, c.dark) +
  rect(166, 104, 26, 74, 12, c.dark) +
  path('M66 92 C66 58 88 44 120 44 C152 44 174 58 174 92 V180 Q174 196 158 196 H82 Q66 196 66 180 Z', c.main) +
  path('M66 92 C66 58 88 44 120 44 C152 44 174 58 174 92 V100 H66 Z', c.light) +
  line('M74 102 H166', c.deep, 4) +
  rect(148, 96, 7, 18, 3, c.accent) +
  rect(80, 126, 80, 56, 14, c.dark) +
  line('M88 140 H152', c.light, 4) +
  rect(110, 62, 20, 20, 5, c.accent);

const tote: Shape = c =>
  line('M88 96 C86 36 116 36 116 70 M124 70 C124 36 154 36 152 96', c.deep, 7) +
  path('M56 84 H184 L192 186 Q192 196 182 196 H58 Q48 196 48 186 Z', c.main) +
  path('M56 84 H184 L185 98 H55 Z', c.dark) +
  line('M86 84 V116 M154 84 V116', c.deep, 9) +
  path('M120 120 C136 126 142 140 120 164 C98 140 104 126 120 120 Z', c.accent) +
  line('M120 132 V172', c.accentDark, 4);

const bag: Shape = c =>
  line('M62 104 C62 24 178 24 178 104', c.deep, 7) +
  path('M44 106 Q44 96 54 96 H186 Q196 96 196 106 V172 Q196 194 174 194 H66 Q44 194 44 172 Z', c.main) +
  path('M44 106 Q44 96 54 96 H186 Q196 96 196 106 V118 C180 154 60 154 44 118 Z', c.light) +
  line('M44 118 C60 154 180 154 196 118', c.dark, 3) +
  rect(106, 132, 28, 24, 6, c.accent) +
  disc(120, 144, 4, c.deep) +
  disc(62, 104, 6, c.accent) +
  disc(178, 104, 6, c.accent);

const duffel: Shape = c =>
  line('M84 116 C84 58 156 58 156 116', c.deep, 8) +
  path(
    'M58 96 H182 C208 96 214 122 214 144 C214 176 204 194 180 194 H60 C36 194 26 176 26 144 C26 122 32 96 58 96 Z',
    c.main,
  ) +
  path('M58 96 C36 96 26 120 26 145 C26 170 36 194 60 194 C50 180 46 164 46 145 C46 126 50 108 58 96 Z', c.dark) +
  path(
    'M182 96 C204 96 214 120 214 145 C214 170 204 194 180 194 C190 180 194 164 194 145 C194 126 190 108 182 96 Z',
    c.dark,
  ) +
  line('M84 112 V194 M156 112 V194', c.deep, 9) +
  line('M62 112 H178', c.light, 4) +
  rect(104, 138, 32, 22, 5, c.accent);

const wallet: Shape = c =>
  rect(62, 66, 108, 70, 8, cream) +
  rect(62, 78, 108, 12, 0, c.accent) +
  rect(70, 56, 108, 70, 8, c.pale) +
  rect(46, 92, 148, 100, 14, c.main) +
  path('M46 106 Q46 92 60 92 H180 Q194 92 194 106 V120 C150 150 90 150 46 120 Z', c.dark) +
  line('M58 180 H182', c.light, 3, 'stroke-dasharray="6 6"') +
  disc(120, 138, 8, c.accent);

const giftbox: Shape = c =>
  rect(54, 104, 132, 90, 8, c.main) +
  rect(44, 78, 152, 34, 8, c.light) +
  rect(106, 78, 28, 116, 0, c.accent) +
  path('M120 78 C96 78 74 66 78 50 C82 36 110 44 120 76 Z', c.accent) +
  path('M120 78 C144 78 166 66 162 50 C158 36 130 44 120 76 Z', c.accentDark) +
  disc(120, 75, 10, c.accent) +
  path('M54 112 H106 V118 H54 Z M134 112 H186 V118 H134 Z', c.dark);

const flask: Shape = c =>
  rect(96, 30, 48, 30, 10, c.accent) +
  rect(90, 54, 60, 16, 5, steel) +
  path('M84 84 Q84 68 98 68 H142 Q156 68 156 84 V180 Q156 196 140 196 H100 Q84 196 84 180 Z', c.main) +
  path('M84 84 Q84 68 98 68 H106 V196 H100 Q84 196 84 180 Z', c.light) +
  rect(84, 148, 72, 10, 0, c.dark) +
  line('M112 100 C126 106 126 118 112 124', c.accent, 5);

const lunchbox: Shape = c =>
  rect(46, 92, 148, 48, 12, c.main) +
  rect(46, 144, 148, 50, 12, c.dark) +
  rect(40, 78, 160, 22, 10, c.light) +
  rect(104, 84, 32, 74, 8, c.accent) +
  line('M62 168 H92 M148 168 H178', c.light, 4) +
  line('M84 78 V56 M94 78 V52', nightInk, 5);

export const carry = { backpack, tote, bag, duffel, wallet, giftbox, flask, lunchbox } satisfies Record<string, Shape>;
