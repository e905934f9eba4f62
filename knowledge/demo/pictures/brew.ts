import { cream, disc, leaf, leafDark, line, oval, path, rect, type Shape, steel, steelDark } from './ink.ts';

const teatin: Shape = c =>
  rect(66, 70, 108, 126, 12, c.main) +
  rect(66, 70, 26, 126, 12, c.light) +
  rect(60, 48, 120, 34, 10, c.dark) +
  rect(60, 48, 120, 12, 6, c.main) +
  rect(84, 98, 72, 76, 6, cream) +
  path('M120 108 C138 118 140 134 120 150 C100 134 102 118 120 108 Z', leaf) +
  path('M120 108 C138 118 140 134 120 150 Z', leafDark) +
  line('M104 160 H136 M110 167 H130', c.deep, 3);

const coffeebag: Shape = c =>
  path('M72 56 H168 L176 188 Q176 196 168 196 H72 Q64 196 64 188 Z', c.main) +
  path('M72 56 H94 L86 196 H72 Q64 196 64 188 Z', c.dark) +
  path('M70 36 H170 L168 62 H72 Z', c.deep) +
  line('M70 50 H170', c.accent, 4) +
  disc(146, 78, 6, c.dark) +
  rect(92, 92, 62, 78, 6, cream) +
  `<g transform="rotate(24 123 122)">${oval(123, 122, 15, 21, '#7b4b2d')}${line('M123 103 C116 114 130 128 123 141', cream, 3)}</g>` +
  line('M106 156 H140', c.dark, 4);

const dripper: Shape = c =>
  path('M54 62 H186 L146 132 H94 Z', c.main) +
  path('M54 62 H84 L110 132 H94 Z', c.light) +
  line('M104 72 L112 122 M136 72 L128 122', c.dark, 3) +
  line('M182 72 C212 66 210 110 166 104', c.dark, 9) +
  path('M60 62 L72 40 H168 L180 62 Z', cream) +
  oval(120, 62, 66, 9, c.dark) +
  rect(78, 130, 84, 12, 6, c.dark) +
  path('M84 142 H156 L166 180 Q168 196 152 196 H88 Q72 196 74 180 Z', '#ffffff', 'opacity="0.75"') +
  path('M78 168 H162 L166 180 Q168 196 152 196 H88 Q72 196 74 180 Z', '#7b4b2d') +
  line('M120 142 V160', '#7b4b2d', 4);

const grinder: Shape = c =>
  line('M120 58 H176', steelDark, 8) +
  disc(180, 54, 12, c.accent) +
  rect(112, 44, 16, 24, 5, steelDark) +
  rect(86, 64, 68, 22, 8, steel) +
  rect(82, 82, 76, 62, 10, c.main) +
  rect(82, 82, 20, 62, 10, c.light) +
  rect(88, 142, 64, 54, 10, steel) +
  rect(88, 142, 18, 54, 9, '#d3d8db') +
  rect(82, 138, 76, 10, 4, c.dark) +
  line('M116 104 V124 M128 104 V124 M140 104 V124', c.dark, 4);

const gaiwan: Shape = c =>
  oval(120, 182, 74, 13, c.dark) +
  oval(120, 178, 74, 13, c.light) +
  path('M58 112 H182 C180 152 156 176 138 178 H102 C84 176 60 152 58 112 Z', c.main) +
  path('M58 112 H80 C84 148 98 170 112 178 H102 C84 176 60 152 58 112 Z', c.pale) +
  path('M68 104 C74 78 98 68 120 68 C142 68 166 78 172 104 Z', c.main) +
  path('M68 104 C74 78 98 68 120 68 C100 76 88 88 86 104 Z', c.pale) +
  rect(108, 56, 24, 14, 6, c.dark) +
  oval(120, 106, 62, 8, c.dark) +
  line('M92 140 C104 130 110 148 122 138 C132 130 140 146 150 138', c.accentDark, 5);

export const brew = { teatin, coffeebag, dripper, grinder, gaiwan } satisfies Record<string, Shape>;
