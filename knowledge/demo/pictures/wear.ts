import { cream, disc, type Ink, line, path, rect, type Shape } from './ink.ts';

const shoe: Shape = c =>
  path(
    'M44 166 C38 142 42 116 50 98 C54 90 66 90 70 98 C78 112 92 112 104 102 L116 92 C128 112 148 128 174 134 C196 139 208 150 208 168 Z',
    c.main,
  ) +
  path('M44 166 C39 145 41 124 47 107 C58 126 62 146 62 168 Z', c.dark) +
  path('M150 124 C158 129 166 132 174 134 C196 139 208 150 208 168 L166 168 C168 150 162 134 150 124 Z', c.light) +
  path('M104 102 L108 80 C112 74 122 76 122 84 L120 98 L116 92 Z', c.dark) +
  path('M66 160 C92 158 118 148 132 126 L142 133 C128 154 102 166 74 168 Z', c.accent) +
  line('M116 108 L128 100 M124 116 L136 108 M133 123 L145 115', cream, 4.5) +
  line('M50 98 C54 90 66 90 70 98', c.accent, 6) +
  path('M38 166 H210 C212 180 206 188 194 188 H56 C42 188 36 180 38 166 Z', cream) +
  path(
    'M39 179 C41 185 47 188 56 188 H194 C203 188 209 184 210 178 L210 184 C208 193 202 196 192 196 H58 C46 196 40 190 39 179 Z',
    c.deep,
  ) +
  line('M60 177 H92 M150 177 H182', c.accent, 3);

/** Torso and sleeves; `hem` is where it ends, `inner` is drawn on top of it. */
const upperBody = (c: Ink, hem: number, inner: string): string =>
  path(`M84 62 L52 82 C46 98 38 132 36 160 L60 168 C64 146 68 126 76 110 Z`, c.dark) +
  path(`M156 62 L188 82 C194 98 202 132 204 160 L180 168 C176 146 172 126 164 110 Z`, c.dark) +
  path(`M36 160 L60 168 L58 178 L34 170 Z`, c.accent) +
  path(`M204 160 L180 168 L182 178 L206 170 Z`, c.accent) +
  path(
    `M92 54 C76 60 66 68 68 84 L72 ${hem - 8} Q72 ${hem} 80 ${hem} H160 Q168 ${hem} 168 ${hem - 8} L172 84 C174 68 164 60 148 54 Z`,
    c.main,
  ) +
  inner;

const jacket: Shape = c =>
  path('M92 58 C92 34 104 26 120 26 C136 26 148 34 148 58 Z', c.dark) +
  path('M100 60 C100 42 108 36 120 36 C132 36 140 42 140 60 Z', c.deep) +
  upperBody(
    c,
    190,
    path('M92 54 C100 66 140 66 148 54 L154 62 C144 78 96 78 86 62 Z', c.light) +
      line('M120 72 V188', c.deep, 4) +
      line('M120 74 V92', c.accent, 4) +
      line('M86 142 L104 132 M154 142 L136 132', c.deep, 4) +
      line('M72 178 H168', c.dark, 3) +
      rect(136, 96, 18, 7, 3, c.accent),
  );

const puffer: Shape = c =>
  path('M96 58 C94 42 104 36 120 36 C136 36 146 42 144 58 Z', c.dark) +
  upperBody(
    c,
    188,
    ['M69 92 Q120 104 171 92', 'M70 116 Q120 128 170 116', 'M71 140 Q120 152 169 140', 'M72 164 Q120 176 168 164']
      .map(d => line(d, c.dark, 4))
      .join('') +
      line('M74 84 Q96 91 112 92 M74 108 Q96 115 112 116 M75 132 Q96 139 112 140', c.light, 5) +
      line('M48 104 L74 110 M42 132 L66 140 M192 104 L166 110 M198 132 L174 140', c.deep, 4) +
      line('M120 58 V188', c.deep, 4) +
      disc(120, 66, 4, c.accent),
  );

const vest: Shape = c =>
  path('M96 52 C98 40 108 36 120 36 C132 36 142 40 144 52 Z', c.dark) +
  path(
    'M90 48 C82 62 78 84 66 96 L68 182 Q68 190 76 190 H164 Q172 190 172 182 L174 96 C162 84 158 62 150 48 C142 60 98 60 90 48 Z',
    c.main,
  ) +
  line('M68 118 Q120 130 172 118 M68 142 Q120 154 172 142 M68 166 Q120 178 172 166', c.dark, 4) +
  path('M90 48 C82 62 78 84 66 96 L72 100 C84 88 90 68 96 53 Z', c.accent) +
  path('M150 48 C158 62 162 84 174 96 L168 100 C156 88 150 68 144 53 Z', c.accent) +
  line('M120 58 V190', c.deep, 4) +
  rect(84, 124, 22, 16, 4, c.light) +
  rect(134, 124, 22, 16, 4, c.light);

const coat: Shape = c =>
  path('M84 50 L54 70 C48 92 42 128 40 158 L62 164 C66 142 70 120 78 102 Z', c.dark) +
  path('M156 50 L186 70 C192 92 198 128 200 158 L178 164 C174 142 170 120 162 102 Z', c.dark) +
  path('M94 44 C78 48 68 58 70 74 L62 196 H178 L170 74 C172 58 162 48 146 44 Z', c.main) +
  path('M94 44 L120 84 L146 44 L158 52 L136 104 L120 86 L104 104 L82 52 Z', c.light) +
  path('M104 40 H136 L120 76 Z', cream) +
  line('M120 88 V196', c.dark, 3) +
  rect(66, 122, 108, 12, 3, c.dark) +
  rect(112, 119, 18, 18, 4, c.accent) +
  [100, 152, 174].map(y => disc(106, y, 4, c.deep) + disc(134, y, 4, c.deep)).join('');

const watch: Shape = c =>
  path('M96 30 H144 L148 88 H92 Z', c.main) +
  path('M92 152 H148 L144 206 Q144 210 138 210 H102 Q96 210 96 206 Z', c.main) +
  line('M112 172 H128 M112 182 H128 M113 192 H127', c.deep, 4) +
  rect(76, 76, 88, 88, 26, c.deep) +
  rect(83, 83, 74, 74, 20, '#23262e') +
  rect(164, 108, 8, 22, 4, c.deep) +
  line('M100 134 L112 134 L118 116 L126 142 L132 128 L142 128', c.accent, 5) +
  `<text x="120" y="110" text-anchor="middle" font-family="system-ui, sans-serif" font-size="19" font-weight="700" fill="${cream}">8:42</text>`;

const apron: Shape = c =>
  line('M98 62 C98 22 142 22 142 62', c.dark, 6) +
  line('M72 112 C58 118 46 132 40 150 M168 112 C182 118 194 132 200 150', c.dark, 5) +
  path(
    'M96 58 H144 C146 84 154 102 172 110 L168 192 Q168 198 160 198 H80 Q72 198 72 192 L68 110 C86 102 94 84 96 58 Z',
    c.main,
  ) +
  path('M96 58 H144 L145 70 H95 Z', c.accent) +
  path('M86 136 H154 V164 Q154 174 144 174 H96 Q86 174 86 164 Z', c.dark) +
  line('M120 136 V174', c.main, 3) +
  line('M134 136 L138 116', c.accent, 6);

export const wear = { shoe, jacket, puffer, vest, coat, watch, apron } satisfies Record<string, Shape>;
