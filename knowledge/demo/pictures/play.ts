import {
  cream,
  disc,
  line,
  nightInk,
  oval,
  path,
  rect,
  type Shape,
  steel,
  steelDark,
  turned,
  wood,
  woodDark,
} from './ink.ts';

const bear: Shape = c =>
  disc(80, 58, 25, c.dark) +
  disc(162, 62, 19, c.dark) +
  disc(80, 58, 13, c.accent) +
  disc(162, 62, 9, c.accent) +
  oval(72, 146, 17, 30, c.dark) +
  oval(168, 146, 17, 30, c.dark) +
  oval(120, 156, 50, 42, c.main) +
  oval(120, 160, 30, 28, c.pale) +
  disc(120, 88, 48, c.main) +
  oval(120, 103, 23, 18, c.pale) +
  oval(120, 95, 9, 6.5, nightInk) +
  line('M120 101 V109 M110 111 C114 116 126 116 130 111', nightInk, 3) +
  disc(100, 80, 5, nightInk) +
  disc(140, 80, 5, nightInk) +
  oval(88, 188, 24, 15, c.dark) +
  oval(152, 188, 24, 15, c.dark) +
  oval(86, 188, 12, 8, c.pale) +
  oval(154, 188, 12, 8, c.pale) +
  path('M104 134 L120 142 L136 134 V152 L120 144 L104 152 Z', c.accentDark);

const rabbit: Shape = c =>
  turned(-10, 98, 60, oval(98, 56, 16, 42, c.main) + oval(98, 58, 8, 32, c.accent)) +
  turned(26, 146, 66, oval(142, 58, 16, 42, c.dark) + oval(142, 60, 8, 32, c.accent)) +
  oval(120, 158, 44, 40, c.main) +
  oval(120, 162, 26, 26, c.pale) +
  disc(120, 110, 38, c.main) +
  disc(106, 106, 4.5, nightInk) +
  disc(134, 106, 4.5, nightInk) +
  path('M114 118 H126 L120 125 Z', c.accent) +
  line('M120 125 V130 M112 132 C116 136 124 136 128 132', nightInk, 3) +
  disc(96, 120, 6, c.accent) +
  disc(144, 120, 6, c.accent) +
  oval(92, 188, 20, 12, c.light) +
  oval(148, 188, 20, 12, c.light);

const whale: Shape = c =>
  path(
    'M36 140 C36 92 88 76 132 86 C164 94 176 116 196 112 C190 96 196 84 206 78 C210 90 214 96 226 100 C222 124 206 140 190 150 C172 184 120 196 82 186 C52 178 36 164 36 140 Z',
    c.main,
  ) +
  path('M42 156 C66 168 122 172 176 160 C154 188 110 194 82 186 C62 181 48 170 42 156 Z', c.pale) +
  path('M112 164 C112 184 98 196 84 198 C84 184 88 172 96 164 Z', c.dark) +
  disc(76, 132, 6, nightInk) +
  disc(78, 130, 2, cream) +
  line('M44 148 C54 156 66 156 74 150', nightInk, 4) +
  disc(92, 146, 7, c.accent) +
  line('M96 66 C92 50 78 50 76 60 M96 66 C98 46 114 46 114 58', c.light, 5);

const piece =
  'M0 0 H22 C18 -12 42 -12 38 0 H60 V22 C72 18 72 42 60 38 V60 H38 C42 48 18 48 22 60 H0 V38 C12 42 12 18 0 22 Z';
const puzzle: Shape = c =>
  `<g transform="translate(56 62)">${path(piece, c.main)}</g><g transform="translate(124 50) rotate(8)">${path(piece, c.accent)}</g>` +
  `<g transform="translate(48 130) rotate(-6)">${path(piece, c.dark)}</g><g transform="translate(122 126)">${path(piece, c.light)}</g>` +
  disc(86, 92, 7, c.pale) +
  disc(152, 156, 7, c.deep) +
  disc(152, 88, 7, cream) +
  disc(80, 158, 7, c.pale);

const blocks: Shape = c =>
  rect(44, 138, 58, 58, 6, c.main) +
  rect(108, 138, 58, 58, 6, wood) +
  path('M172 196 V150 L200 138 V196 Z', c.dark) +
  path('M128 196 V176 C128 160 146 160 146 176 V196 Z', woodDark) +
  rect(62, 84, 84, 54, 6, c.accent) +
  rect(74, 98, 22, 26, 4, cream) +
  rect(112, 98, 22, 26, 4, cream) +
  path('M48 84 L104 40 L160 84 Z', c.dark) +
  line('M64 84 L104 52 L144 84', c.main, 4) +
  disc(73, 167, 12, c.pale);

const kite: Shape = c =>
  line('M120 150 C112 176 140 184 126 206 C120 216 132 220 140 222', c.dark, 3) +
  path('M120 30 L196 88 C176 96 160 92 146 86 L168 146 L120 118 L72 146 L94 86 C80 92 64 96 44 88 Z', c.main) +
  path('M120 30 L146 86 L120 118 L94 86 Z', c.accent) +
  path('M120 118 L146 86 L168 146 Z', c.dark) +
  disc(108, 76, 6, nightInk) +
  disc(132, 76, 6, nightInk) +
  path('M114 88 H126 L120 98 Z', c.deep) +
  line('M62 86 C72 84 80 80 88 76 M178 86 C168 84 160 80 152 76', c.pale, 4) +
  path('M124 176 L140 170 L138 184 Z M120 202 L136 198 L132 212 Z', c.accent);

const boardgame: Shape = c =>
  path('M30 150 L120 112 L210 150 L120 190 Z', c.dark) +
  path('M30 142 L120 104 L210 142 L120 182 Z', c.main) +
  path(
    'M75 123 L165 162 M52 132.500 L143 172 M97 113.500 L187 152 M165 123 L75 162 M188 132.500 L97 172 M143 113.500 L53 152',
    'none',
    `stroke="${c.pale}" stroke-width="2.500"`,
  ) +
  oval(96, 132, 13, 7, c.accentDark) +
  path('M86 130 C86 112 106 112 106 130 Z', c.accent) +
  disc(96, 106, 10, c.accent) +
  oval(146, 144, 13, 7, nightInk) +
  path('M136 142 C136 124 156 124 156 142 Z', nightInk) +
  disc(146, 118, 10, nightInk) +
  turned(
    14,
    120,
    70,
    rect(104, 54, 32, 32, 7, cream) +
      disc(113, 63, 3.5, nightInk) +
      disc(120, 70, 3.5, nightInk) +
      disc(127, 77, 3.5, nightInk),
  );

const top: Shape = c =>
  turned(
    12,
    120,
    130,
    rect(114, 34, 12, 50, 6, woodDark) +
      path('M48 112 C48 92 84 80 120 80 C156 80 192 92 192 112 L126 192 Q120 200 114 192 Z', c.main) +
      path('M48 112 C48 92 84 80 120 80 C156 80 192 92 192 112 C176 124 64 124 48 112 Z', c.light) +
      path('M66 134 C98 144 142 144 174 134 L164 146 C136 152 104 152 76 146 Z', c.accent) +
      oval(120, 100, 34, 8, c.accent),
  ) + line('M30 150 C36 168 48 180 62 188 M210 122 C206 104 198 92 190 86', c.dark, 4);

const telescope: Shape = c =>
  line('M120 134 L84 198 M120 134 L156 198 M120 134 V190', woodDark, 8) +
  turned(
    -28,
    120,
    112,
    rect(48, 92, 110, 40, 8, c.main) +
      rect(48, 92, 110, 13, 6, c.light) +
      rect(152, 86, 40, 52, 8, c.dark) +
      rect(186, 84, 12, 56, 5, c.accent) +
      rect(26, 100, 26, 24, 4, c.deep) +
      rect(84, 132, 28, 10, 3, steelDark),
  ) +
  disc(120, 134, 9, c.accent) +
  path('M52 40 L55 48 L63 51 L55 54 L52 62 L49 54 L41 51 L49 48 Z', c.accent);

const notebook: Shape = c =>
  turned(
    -8,
    120,
    120,
    rect(74, 46, 108, 148, 8, cream) +
      rect(66, 42, 108, 148, 8, c.main) +
      rect(66, 42, 22, 148, 8, c.dark) +
      rect(102, 72, 56, 34, 5, cream) +
      line('M112 84 H148 M112 94 H136', c.dark, 3) +
      line('M160 42 V190', c.accent, 6) +
      path('M140 190 H150 V212 L145 206 L140 212 Z', c.accent),
  );

const pen: Shape = c =>
  line('M56 184 C86 168 96 196 126 180', c.deep, 4) +
  turned(
    -42,
    120,
    120,
    path('M60 108 L32 120 L60 132 Z', '#d0a44c') +
      line('M34 120 H58', nightInk, 2) +
      rect(58, 106, 46, 28, 6, nightInk) +
      rect(100, 103, 106, 34, 15, c.main) +
      rect(100, 103, 106, 11, 6, c.light) +
      rect(98, 102, 12, 36, 4, c.accent) +
      rect(150, 98, 46, 7, 3, c.accent),
  );

const toolroll: Shape = c =>
  path('M34 112 H206 V184 Q206 194 196 194 H44 Q34 194 34 184 Z', c.main) +
  rect(52, 48, 10, 80, 4, steel) +
  rect(48, 40, 18, 30, 5, c.accent) +
  path('M88 52 C76 60 76 76 88 82 V130 H98 V82 C110 76 110 60 98 52 V68 H88 Z', steelDark) +
  rect(124, 60, 8, 66, 2, steel) +
  rect(118, 96, 20, 30, 6, '#c4473a') +
  rect(158, 56, 10, 74, 3, wood) +
  rect(146, 44, 36, 20, 4, steelDark) +
  rect(34, 122, 172, 72, 10, c.dark) +
  line('M74 122 V194 M110 122 V194 M146 122 V194 M178 122 V194', c.main, 3) +
  line('M34 150 H206', c.accent, 6);

export const play = {
  bear,
  rabbit,
  whale,
  puzzle,
  blocks,
  kite,
  boardgame,
  top,
  telescope,
  notebook,
  pen,
  toolroll,
} satisfies Record<string, Shape>;
