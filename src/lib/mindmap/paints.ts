import { markShapeNames, markShapes } from '../../domain/mindmap.ts';
import type { Paint } from './scene.ts';

/** The colours of a drawing that stands alone: those of the house in daylight, on white. */
export const daylight: Readonly<Record<Paint, string>> = {
  paper: '#f7f2e8',
  card: '#ffffff',
  ink: '#1e2b33',
  soft: '#4c5a60',
  line: '#ded3bf',
  dark: '#1b3337',
  'on-dark': '#f5f2e9',
  'on-dark-soft': '#d8dcd3',
  accent: '#1d4f63',
  'floor-straw': '#e6dab3',
  'floor-sprout': '#d1e0c0',
  'floor-sky': '#c4e0e8',
  'floor-clay': '#efd5bd',
  'floor-stone': '#e0d9cf',
  'floor-sea': '#c3e2d9',
  'floor-moss': '#ddddb7',
  'floor-denim': '#cddced',
  'deep-straw': '#ceb97a',
  'deep-sprout': '#adc491',
  'deep-sky': '#96c3d1',
  'deep-clay': '#dbb28c',
  'deep-stone': '#c5b9a9',
  'deep-sea': '#95c7b9',
  'deep-moss': '#bfbf81',
  'deep-denim': '#a6bdd8',
  ...(Object.fromEntries(
    markShapeNames.flatMap((name) => [
      [`mark-${name}`, markShapes[name].fill],
      [`letter-${name}`, markShapes[name].letter],
    ]),
  ) as Record<`mark-${keyof typeof markShapes}` | `letter-${keyof typeof markShapes}`, string>),
};
