/** A fault that the site has to survive, and where it is planted. */
export interface Fault {
  /** What is broken, as its test is called. */
  readonly name: string;
  /** What stands for it in the list of faults of the threat model. */
  readonly of: string;
  /** A spec of tests/browser with a test of its own for it; left out where faults.spec.ts plants it. */
  readonly elsewhere?: { readonly file: string; readonly title: string };
}

const finder = 'finder.spec.ts';
const search = 'full-text.spec.ts';

/** What leads to a list of faults: every one that faults.spec.ts plants, in its order. */
const planted = [
  ['no script may run', 'js-off'],
  ['a careful browser: no script, font or picture', 'safest'],
  ['the script is not there', 'script-404'],
  ['the script is half', 'script-truncated'],
  ['the script is no script', 'script-syntax'],
  ['the script comes as a text', 'script-mime'],
  ['the script is another than its checksum says', 'script-integrity'],
  ['the style sheet is not there', 'css-404'],
  ['the fonts are not there', 'font-404'],
  ['the pictures are not there', 'image-404'],
  ['the headers forbid WebAssembly', 'wasm-blocked'],
  ['there is no WebAssembly', 'wasm-undefined'],
  ['there are no workers', 'worker-blocked'],
  ['no markup may be made of strings', 'trusted-types'],
  ['the index of the finder is not there', 'index-404'],
  ['the index of the finder is half', 'index-truncated'],
  ['the index of the finder is garbage', 'index-garbage'],
  ['the index of the finder never comes', 'index-hanging'],
  ['the index of the finder is of an older build', 'index-older'],
  ['the index of the search is not there', 'index-404'],
  ['the index of the search is half', 'index-truncated'],
  ['the index of the search is garbage', 'index-garbage'],
  ['the index of the search never comes', 'index-hanging'],
  ['the index of the search is of an older build', 'index-older'],
  ['the table of results is not there', 'fragment-404'],
  ['the table of results is half', 'fragment-truncated'],
  ['the list of pages of the search is not there', 'meta-404'],
  ['the list of pages of the search is garbage', 'meta-404'],
  ['the entry of the search is not there', 'entry-404'],
  ['the entry of the search is garbage', 'entry-404'],
  ['the program of the search is not there', 'wasm-404'],
  ['the program of the search never comes', 'wasm-404'],
  ['storage is blocked', 'storage-throws'],
  ['the browser cannot split words', 'segmenter-missing'],
  ['the line is gone before the page', 'offline-before'],
  ['the line breaks halfway through the page', 'offline-mid-load'],
  ['the line hangs halfway through the page', 'offline-mid-load'],
  ['the line is gone after the page', 'offline-after'],
  ['the line is very slow', 'slow-2g'],
  ['nothing but the page ever comes', 'time-outs'],
  ['the style sheet never comes', 'time-outs'],
  ['an old proxy stands between', 'http-1.0'],
  ['the server sends no headers', 'no-headers'],
  ['the clock is 27 years behind', 'clock-wrong'],
  ['the clock is 24 years ahead', 'clock-wrong'],
  ['the screen is 320 px wide', '320-px'],
  ['the page is on paper', 'print'],
  ['the browser is old', 'old-browser'],
  ['one leaves with a double click', 'exit-double-click'],
  ['one leaves while going to another page', 'exit-during-navigation'],
  ['one leaves while the search loads', 'exit-during-search'],
  ['the site is open in two tabs', 'two-tabs'],
  ['the browser restores the page', 'restored'],
] as const;

/** Name of a fault that faults.spec.ts plants. */
export type PlantedFault = (typeof planted)[number][0];

/** Every fault there is a test for. */
export const faults: readonly Fault[] = [
  ...planted.map(([name, of]) => ({ name, of })),
  ...(
    [
      ['the model is empty', 'index-truncated', finder, 'the model is empty'],
      ['the model has one wrong byte', 'index-garbage', finder, 'the model has one wrong byte'],
      ['the page with the questions is missing', 'fragment-404', finder, 'the page with the questions is missing'],
      ['the page with the questions never comes', 'index-hanging', finder, 'the page with the questions never comes'],
      ['the list of pages never comes', 'index-hanging', search, 'the list of pages never comes'],
      ['the program is half', 'index-truncated', search, 'the program is half'],
      ['it breaks while one types', 'index-garbage', search, 'it breaks while one types'],
      ['the exit site never answers', 'time-outs', 'leaving.spec.ts', 'while the other site hangs'],
    ] as const
  ).map(([name, of, file, title]) => ({ name, of, elsewhere: { file, title } })),
];

/** Names of the faults that faults.spec.ts plants, in its order. */
export const plantedFaults: readonly PlantedFault[] = planted.map(([name]) => name);
