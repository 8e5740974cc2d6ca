/**
 * The drawings of the site: lines on a grid of 24, and a soft shape that stands a little beside them,
 * as the name of the site does. They decorate; what they mean always stands next to them in words,
 * because some careful browsers draw no SVG at all.
 */
export const pictograms = {
  bag: {
    line: 'M4.5 8.5h15V19h-15zM9 8.5V6.2a1.7 1.7 0 0 1 1.7-1.7h2.6A1.7 1.7 0 0 1 15 6.2v2.3M4.5 13h15M12 12v2.4',
    soft: 'M9 11h14v12H9z',
  },
  question: {
    line: 'M4 5h16v11h-8.5L7.5 19.5V16H4zM10.2 9a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.3M12 13.7v.1',
    soft: 'M9 8h14v11H9z',
  },
  compass: {
    line: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M15.2 8.8l-1.9 4.5-4.5 1.9 1.9-4.5z',
    soft: 'M8 14a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0',
  },
  fork: {
    line: 'M12 20.5V14c0-3.5-5-3.5-5-8.5M12 14c0-3.5 5-3.5 5-8.5M4.7 7.8 7 5.3l2.3 2.5M14.7 7.8 17 5.3l2.3 2.5',
    soft: 'M10 10h12v12H10z',
  },
  stones: {
    line: 'M7 15h10a2.5 2.5 0 0 1 0 5H7a2.5 2.5 0 0 1 0-5zM8.5 9.5h8a2.75 2.75 0 0 1 0 5.5h-8a2.75 2.75 0 0 1 0-5.5zM10.5 4.5h3a2.5 2.5 0 0 1 0 5h-3a2.5 2.5 0 0 1 0-5z',
    soft: 'M11 11a6 6 0 1 0 12 0a6 6 0 1 0-12 0',
  },
  umbrella: {
    line: 'M12 3.5v1M3.5 12.5a8.5 8 0 0 1 17 0zM12 12.5v6a1.9 1.9 0 0 0 3.8 0',
    soft: 'M7 16a7.5 7.5 0 0 1 15 0z',
  },
  cups: {
    line: 'M3.2 10h7.2v4.5a3 3 0 0 1-3 3H6.2a3 3 0 0 1-3-3zM13.6 10h7.2v4.5a3 3 0 0 1-3 3h-1.2a3 3 0 0 1-3-3zM6.8 4.3c-1 1 1 1.9 0 3M17.2 4.3c-1 1 1 1.9 0 3M3 20.5h18',
    soft: 'M8 8.5h15v12H8z',
  },
  window: {
    line: 'M5 20.5V10.8a7 7 0 0 1 14 0v9.7zM12 3.8v16.7M5 12.5h14',
    soft: 'M10 22V13a6.5 6.5 0 0 1 13 0v9z',
  },
  chain: {
    line: 'M9.5 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M3.5 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M15.5 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M10.8 8.2 7.2 14.8M13.2 8.2l3.6 6.6M8.5 17h7',
    soft: 'M9 14a7 7 0 1 0 14 0a7 7 0 1 0-14 0',
  },
  plaster: {
    line: 'M6 12.9l6.9-6.9a3.6 3.6 0 0 1 5.1 5.1L11.1 18A3.6 3.6 0 0 1 6 12.9zM9.5 9.5l5 5M11.3 12.5l.1-.1M12.6 11.3l.1-.1',
    soft: 'M9 15a7 7 0 1 0 14 0a7 7 0 1 0-14 0',
  },
  shield: {
    line: 'M12 3.5l7 2.5v5.3c0 4.3-2.9 7.6-7 9.2-4.1-1.6-7-4.9-7-9.2V6zM9 11.8l2.2 2.2 3.9-4.2',
    soft: 'M15.5 7l7 2.5v4c0 4.3-2.9 7.6-7 9.2-4.1-1.6-7-4.9-7-9.2v-4z',
  },
  sheet: {
    line: 'M6 3.5h8.5L18 7v13.5H6zM14.3 3.5v3.7H18M9 11.5h6M9 15h6',
    soft: 'M10 8h12v14H10z',
  },
  house: {
    line: 'M3.8 11.3 12 4.3l8.2 7M6 9.6v10.6h12V9.6M10 20.2v-5.7h4v5.7',
    soft: 'M9 22V13l7-5.5 7 5.5v9z',
  },
  cup: {
    line: 'M4.5 9.5h11.5v5.5a4 4 0 0 1-4 4H8.5a4 4 0 0 1-4-4zM16 11h1.3a2.4 2.4 0 0 1 0 4.8H16M8.3 3.8c-1 1 1 1.9 0 3M12.2 3.8c-1 1 1 1.9 0 3',
    soft: 'M9 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0',
  },
  lines: { line: 'M5 7h14M5 12h14M5 17h8', soft: 'M10 9h13v12H10z' },
  steps: {
    line: 'M4 19.5h5v-5h5v-5h5v-5M4 14.5v5',
    soft: 'M11 22v-4.5h4.5v-5H20v9.5z',
  },
  beside: {
    line: 'M3.5 12a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0M10.1 12a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0',
    soft: 'M11.5 13.5a5.7 5.7 0 1 0 11.4 0a5.7 5.7 0 1 0-11.4 0',
  },
  speech: {
    line: 'M4 5h16v11h-8.5L7.5 19.5V16H4zM8 9h8M8 12.2h5',
    soft: 'M9 8h14v11H9z',
  },
  lamp: {
    line: 'M8 4h8l3.5 8h-15zM12 12v7.5M7.5 19.8h9',
    soft: 'M9 12.5h13l-3.5 7.5h-6z',
  },
  ring: {
    line: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M6.4 6.4l3.1 3.1M14.5 14.5l3.1 3.1M17.6 6.4l-3.1 3.1M9.5 14.5l-3.1 3.1',
    soft: '',
  },
  phone: {
    line: 'M7.2 4.2 9.5 8.2 7.9 9.9c.9 2.1 2.6 4.2 5.1 5.9l2.2-1.4 3.8 2.6c-.3 2-1.7 3.2-3.6 3C9.2 19.2 4 13.7 3.8 7.6c0-1.9 1.3-3.2 3.4-3.4z',
    soft: '',
  },
  screen: { line: 'M3.5 5h17v11h-17zM9 20h6M12 16v4', soft: '' },
  letter: { line: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5', soft: '' },
  pin: {
    line: 'M12 21c-4-4.6-6.2-7.7-6.2-10.6a6.2 6.2 0 0 1 12.4 0C18.2 13.3 16 16.4 12 21zM9.8 10.4a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0',
    soft: '',
  },
  clock: { line: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M12 7.5V12l3 2', soft: '' },
  out: { line: 'M10 4.5H5v15h5M9.5 12H20M15.8 7.8 20 12l-4.2 4.2', soft: '' },
  tick: { line: 'M5 12.5l4.7 4.7L19 7.5', soft: '' },
} as const;

export type Pictogram = keyof typeof pictograms;

export const pictogramNames = Object.keys(pictograms) as [Pictogram, ...Pictogram[]];
