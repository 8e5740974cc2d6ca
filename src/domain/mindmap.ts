/** The dates of the mindmap that have an address of their own; `current` is the day of the site. */
export const editions = [
  { id: '2020', on: '2020-12-31' },
  { id: '2022', on: '2022-12-31' },
  { id: '2023', on: '2023-12-31' },
  { id: 'current', on: undefined },
] as const;

export type EditionId = (typeof editions)[number]['id'];

/**
 * The shapes of the marks of partners, each with a colour of its own and the colour of its letter. A
 * partner is told apart by shape and letter first; that the colours keep apart for who sees fewer of
 * them is measured in tests/unit/mindmap-colours.test.ts.
 */
export const markShapes = {
  circle: { fill: '#2f6164', letter: '#ffffff' },
  square: { fill: '#d6c679', letter: '#1e2b33' },
  diamond: { fill: '#ae5324', letter: '#ffffff' },
  hexagon: { fill: '#97d3f6', letter: '#1e2b33' },
  arch: { fill: '#542a6a', letter: '#ffffff' },
  pentagon: { fill: '#e095af', letter: '#1e2b33' },
  triangle: { fill: '#7f9b6c', letter: '#1e2b33' },
  octagon: { fill: '#6c66ac', letter: '#ffffff' },
  ring: { fill: '#1e2b33', letter: '#ffffff' },
} as const satisfies Record<string, { readonly fill: string; readonly letter: string }>;

export type MarkShape = keyof typeof markShapes;

export const markShapeNames = Object.keys(markShapes) as MarkShape[];

/** How sure it is who does an activity, as far as the map shows it. `sure` has no sign. */
export type Doubt = 'sure' | 'inferred' | 'requested' | 'unknown';

/** The folder of the files, the page of the map below the professionals' door and below "about". */
export const mindmapFolder = 'mindmap';
export const mindmapPage = 'map';
