import { cream, disc, line, nightInk, oval, path, rect, type Shape, steel, wood, woodDark } from './ink.ts';

const headphones: Shape = c =>
  line('M58 138 C52 30 188 30 182 138', c.dark, 13) +
  line('M70 100 C78 56 162 56 170 100', c.light, 6) +
  rect(40, 118, 44, 72, 20, c.main) +
  rect(156, 118, 44, 72, 20, c.main) +
  rect(68, 124, 18, 60, 9, c.deep) +
  rect(154, 124, 18, 60, 9, c.deep) +
  disc(56, 154, 8, c.accent) +
  disc(184, 154, 8, c.accent);

const earbuds: Shape = c =>
  path('M52 132 H188 V160 Q188 194 154 194 H86 Q52 194 52 160 Z', c.main) +
  path('M52 132 H188 V140 H52 Z', c.dark) +
  path('M58 128 C58 96 76 86 92 86 H148 C164 86 182 96 182 128 Z', c.deep) +
  disc(92, 92, 19, c.light) +
  rect(84, 96, 16, 42, 8, c.light) +
  disc(148, 92, 19, c.light) +
  rect(140, 96, 16, 42, 8, c.light) +
  disc(88, 89, 8, c.deep) +
  disc(152, 89, 8, c.deep) +
  path('M52 132 H188 V146 H52 Z', c.main) +
  disc(120, 168, 5, c.accent) +
  line('M76 182 H164', c.dark, 3);

const speaker: Shape = c =>
  line('M92 52 C92 32 148 32 148 52', c.deep, 8) +
  rect(68, 50, 104, 146, 26, c.main) +
  rect(80, 64, 80, 118, 18, c.dark) +
  disc(120, 98, 18, c.deep) +
  disc(120, 98, 8, c.accent) +
  disc(120, 146, 27, c.deep) +
  disc(120, 146, 15, c.light) +
  disc(120, 146, 6, c.accent) +
  rect(68, 184, 104, 12, 6, c.deep);

const radio: Shape = c =>
  line('M164 74 L194 24', steel, 5) +
  line('M74 78 C74 46 150 46 150 78', woodDark, 8) +
  rect(36, 74, 168, 118, 18, wood) +
  rect(46, 84, 148, 98, 12, c.main) +
  [0, 1, 2, 3, 4, 5].map(i => line(`M60 ${100 + i * 13} H112`, c.deep, 5)).join('') +
  disc(156, 140, 29, c.pale) +
  disc(156, 140, 22, cream) +
  line('M156 140 L170 126', c.accentDark, 4) +
  disc(156, 140, 6, '#d0a44c') +
  rect(126, 94, 60, 10, 4, cream) +
  line('M150 94 V104', '#c4473a', 3) +
  rect(56, 192, 16, 6, 3, woodDark) +
  rect(168, 192, 16, 6, 3, woodDark);

const powerbank: Shape = c =>
  line('M118 52 C118 20 182 24 176 74 C172 100 178 110 190 112', c.accent, 7) +
  rect(72, 48, 92, 148, 18, c.main) +
  rect(72, 48, 28, 148, 14, c.light) +
  rect(104, 44, 30, 14, 5, c.deep) +
  [0, 1, 2, 3].map(i => disc(104 + i * 13, 174, 4, i < 3 ? c.accent : c.dark)).join('') +
  path('M124 92 L106 124 H118 L112 146 L134 112 H121 L128 92 Z', c.pale);

const charger: Shape = c =>
  oval(120, 186, 76, 12, c.dark) +
  oval(120, 180, 76, 12, c.main) +
  rect(110, 112, 20, 68, 8, c.dark) +
  `<g transform="rotate(-6 112 92)">${rect(70, 30, 74, 122, 14, nightInk)}${rect(76, 37, 62, 108, 9, c.pale)}${disc(107, 86, 20, c.accent)}${path('M111 70 L98 92 H106 L102 104 L117 82 H108 Z', cream)}</g>` +
  rect(162, 138, 30, 34, 10, nightInk) +
  rect(166, 142, 22, 26, 7, c.light) +
  line('M177 148 V156 L182 159', nightInk, 3);

export const sound = { headphones, earbuds, speaker, radio, powerbank, charger } satisfies Record<string, Shape>;
