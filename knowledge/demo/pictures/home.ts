import {
  cream,
  disc,
  leaf,
  leafDark,
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

const steam = (x: number, y: number, colour: string): string =>
  line(`M${x} ${y} C${x - 10} ${y - 12} ${x + 10} ${y - 20} ${x} ${y - 34}`, colour, 5, 'opacity="0.55"');

const mug: Shape = c =>
  steam(100, 72, c.dark) +
  steam(126, 72, c.dark) +
  line('M162 112 C206 106 206 166 158 166', c.dark, 14) +
  path('M62 88 H166 V168 Q166 196 138 196 H90 Q62 196 62 168 Z', c.main) +
  path('M62 88 H82 V190 Q62 186 62 168 Z', c.light) +
  oval(114, 88, 52, 12, c.deep) +
  oval(114, 90, 44, 8, '#7b4b2d') +
  oval(122, 142, 15, 20, c.dark) +
  path('M62 160 H166 V168 Q166 172 165 174 H63 Q62 172 62 168 Z', c.accent);

const teapot: Shape = c =>
  line('M176 112 C222 108 220 176 168 176', c.dark, 11) +
  path('M70 140 C48 138 44 118 28 104 L38 96 C58 106 66 112 80 116 Z', c.dark) +
  path(
    'M60 144 C60 108 86 92 122 92 C158 92 184 108 184 144 C184 178 162 194 122 194 C82 194 60 178 60 144 Z',
    c.main,
  ) +
  path('M60 144 C60 116 76 100 100 94 C84 110 78 128 80 148 C82 168 90 182 104 193 C76 188 60 172 60 144 Z', c.light) +
  path('M88 98 C90 82 106 76 122 76 C138 76 154 82 156 98 Z', c.dark) +
  disc(122, 70, 9, c.accent) +
  line('M82 196 H162', c.deep, 6);

const kettle: Shape = c =>
  line('M150 84 C198 78 200 152 160 162', nightInk, 12) +
  line('M80 140 C54 138 62 84 34 78', c.dark, 10) +
  path('M84 76 H148 L164 182 H68 Z', c.main) +
  path('M84 76 H100 L90 182 H68 Z', c.light) +
  path('M88 76 C90 60 142 60 144 76 Z', c.dark) +
  disc(116, 58, 8, c.accent) +
  rect(58, 182, 116, 14, 6, nightInk) +
  disc(156, 189, 4, c.accent) +
  rect(104, 120, 30, 18, 4, nightInk) +
  `<text x="119" y="133.500" text-anchor="middle" font-family="system-ui, sans-serif" font-size="12" font-weight="700" fill="${c.accent}">93°</text>`;

const pan: Shape = c =>
  turned(
    -24,
    96,
    128,
    rect(152, 119, 84, 17, 8, wood) + rect(150, 121, 20, 13, 3, steelDark) + disc(226, 127.5, 3.5, woodDark),
  ) +
  disc(92, 136, 64, c.dark) +
  disc(92, 136, 56, c.main) +
  disc(92, 136, 47, c.deep) +
  path('M66 138 C60 116 82 106 98 112 C118 104 132 124 122 142 C118 164 92 162 84 156 C72 158 64 150 66 138 Z', cream) +
  disc(96, 134, 14, '#f3b63f') +
  oval(92, 129, 4, 3, '#fbe0a0');

const bowl: Shape = c =>
  path('M62 92 H178 C178 112 164 124 140 124 H100 C76 124 62 112 62 92 Z', c.accent) +
  path('M40 112 H200 C200 162 174 186 142 188 H98 C66 186 40 162 40 112 Z', c.main) +
  path('M40 112 H66 C66 154 80 178 104 188 H98 C66 186 40 162 40 112 Z', c.light) +
  line('M44 132 C80 144 160 144 196 132', c.accentDark, 4) +
  rect(90, 186, 60, 10, 4, c.dark) +
  line('M150 88 L196 44 M164 92 L206 56', woodDark, 5);

const lamp: Shape = c =>
  path('M66 110 L24 190 H216 L174 110 Z', c.accent, 'opacity="0.2"') +
  rect(115, 104, 10, 80, 4, woodDark) +
  oval(120, 190, 46, 9, c.deep) +
  oval(120, 186, 46, 9, c.dark) +
  path('M88 40 H152 L182 112 H58 Z', c.main) +
  path('M88 40 H104 L86 112 H58 Z', c.light) +
  path('M58 112 H182 L184 118 H56 Z', c.dark) +
  line('M150 118 V142', c.dark, 3) +
  disc(150, 146, 5, c.accent);

const lantern: Shape = c =>
  line('M84 76 C84 22 156 22 156 76', steelDark, 6) +
  path('M86 70 H154 L162 88 H78 Z', c.main) +
  rect(84, 88, 72, 76, 6, '#fbe7b2') +
  path('M120 152 C100 148 102 124 120 104 C138 124 140 148 120 152 Z', '#f2a43c') +
  path('M120 150 C110 148 112 134 120 124 C128 134 130 148 120 150 Z', cream) +
  line('M90 88 V164 M150 88 V164', c.dark, 6) +
  path('M74 164 H166 L172 190 Q172 196 164 196 H76 Q68 196 68 190 Z', c.main) +
  path('M74 164 H94 L90 196 H76 Q68 196 68 190 Z', c.light) +
  disc(120, 180, 6, c.accent);

const blanket: Shape = c =>
  path('M44 146 Q44 132 58 132 H182 Q196 132 196 146 V182 Q196 194 184 194 H56 Q44 194 44 182 Z', c.dark) +
  path('M50 96 Q50 84 62 84 H178 Q190 84 190 96 V134 H50 Z', c.main) +
  path('M56 66 Q56 54 68 54 H172 Q184 54 184 66 V88 H56 Z', c.light) +
  line('M44 163 H196 M50 109 H190 M56 71 H184', c.accent, 4, 'stroke-dasharray="10 8"') +
  [0, 1, 2, 3, 4, 5].map(i => line(`M190 ${136 + i * 10} H204`, c.dark, 3)).join('') +
  line('M50 134 H190 M56 88 H184', c.deep, 3);

const knife: Shape = c =>
  turned(
    -28,
    120,
    120,
    path('M24 88 H150 V150 H44 C30 150 24 120 24 88 Z', steel) +
      path('M24 88 H150 V104 H25 Z', steelDark) +
      disc(136, 102, 5, c.paper) +
      rect(150, 92, 70, 26, 11, c.main) +
      rect(150, 92, 12, 26, 3, c.accent) +
      disc(182, 105, 3.5, c.pale) +
      disc(204, 105, 3.5, c.pale),
  );

const candle: Shape = c =>
  path('M120 62 C108 54 110 40 120 26 C130 40 132 54 120 62 Z', '#f2a43c') +
  path('M120 60 C115 56 116 48 120 42 C124 48 125 56 120 60 Z', cream) +
  line('M120 60 V78', nightInk, 4) +
  rect(68, 76, 104, 120, 14, c.pale) +
  path('M68 104 H172 V182 Q172 196 158 196 H82 Q68 196 68 182 Z', c.main) +
  rect(68, 76, 18, 120, 9, c.light) +
  rect(90, 122, 60, 50, 6, cream) +
  disc(120, 140, 7, c.accent) +
  line('M104 156 H136 M110 163 H130', c.dark, 3) +
  oval(120, 78, 52, 7, c.light);

const tray: Shape = c =>
  path('M34 128 L66 92 H190 L206 128 V156 Q206 168 194 168 H46 Q34 168 34 156 Z', c.dark) +
  path('M46 130 L72 100 H184 L196 130 Z', c.main) +
  line('M96 112 L118 124 L122 118 M118 124 L124 128', '#d0a44c', 6) +
  `<circle cx="88" cy="110" r="9" fill="none" stroke="#d0a44c" stroke-width="6"/>` +
  oval(158, 114, 15, 7, c.accent) +
  path('M34 128 H206 V138 H34 Z', c.light);

const plant: Shape = c =>
  line('M120 126 C118 96 118 80 120 46', leafDark, 5) +
  path('M120 60 C96 58 84 40 86 22 C108 24 122 38 120 60 Z', leaf) +
  path('M120 86 C146 84 160 64 158 44 C134 48 120 62 120 86 Z', leafDark) +
  path('M118 110 C90 110 72 92 72 70 C98 72 118 86 118 110 Z', leafDark) +
  path('M122 116 C146 118 166 104 170 84 C144 84 124 94 122 116 Z', leaf) +
  path('M70 128 H170 L160 184 Q158 196 146 196 H94 Q82 196 80 184 Z', c.main) +
  path('M70 128 H90 L96 196 H94 Q82 196 80 184 Z', c.light) +
  rect(62, 116, 116, 20, 8, c.dark) +
  line('M98 160 C112 168 128 168 142 160', c.accent, 5);

export const home = {
  mug,
  teapot,
  kettle,
  pan,
  bowl,
  lamp,
  lantern,
  blanket,
  knife,
  candle,
  tray,
  plant,
} satisfies Record<string, Shape>;
