import { describe, expect, it } from 'vitest';
import { BadInput, command, readArguments, usageOf } from './command-line.ts';

const bake = command({
  name: 'npm run bake --',
  about: 'Bakes.',
  options: {
    flour: { takes: 'FILE', needed: true, about: 'what it is made of' },
    heat: { takes: 'DEGREES', usually: '180', about: 'of the oven' },
    shape: { takes: 'round | long', about: 'of the loaf' },
    dry: { about: 'only says what it would do' },
  },
  examples: ['--flour rye.csv'],
});
const tell = command({ ...bake, name: 'npm run tell --', words: '[THING …]', options: {} });

describe('the command line', () => {
  it('reads options, switches and what is not given', () => {
    const { values, words } = readArguments(bake, ['--flour=rye', '--dry', '--heat', '-5']);
    expect(values).toEqual({ flour: 'rye', heat: '-5', shape: undefined, dry: true });
    expect(words).toEqual([]);
    expect(readArguments(tell, ['a', '--', '--b']).words).toEqual(['a', '--b']);
  });

  it.each([
    [['--flour', 'x', '--heet', '5'], /no option --heet.*--heat DEGREES, --shape round \| long, --dry/],
    [['--flour', 'x', '-x'], /no option -x/],
    [['--flour', 'x', '--toString'], /no option --toString/],
    [['--heat', '5'], /--flour FILE is missing; usage: npm run bake -- --flour FILE/],
    [['--flour='], /--flour FILE is missing/],
    [['--flour', '--dry'], /--flour needs a value: FILE/],
    [['--flour', 'x', '--shape'], /--shape needs a value: round \| long/],
    [['--flour', 'x', '--dry=yes'], /--dry takes no value, got "yes"/],
    [['--flour', 'x', 'bread'], /"bread" is not understood; npm run bake takes --flour/],
  ])('refuses %j, naming what is wrong and what is allowed', (args, message) => {
    expect(() => readArguments(bake, args)).toThrow(BadInput);
    expect(() => readArguments(bake, args)).toThrow(message);
  });

  it('tells of every option, its default and an example', () => {
    const lines = usageOf(bake).split('\n');
    expect(lines[0]).toBe('npm run bake -- --flour FILE [--heat DEGREES] [--shape round | long] [--dry]');
    expect(lines).toContain('  --heat DEGREES        of the oven (180 if not given)');
    expect(lines.at(-1)).toBe('  npm run bake -- --flour rye.csv');
    expect(usageOf(tell).split('\n')[0]).toBe('npm run tell -- [THING …]');
  });
});
