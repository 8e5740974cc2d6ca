/** Scripts that write no spaces between words. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Lines of a text that fit a width, as few as possible and as even as possible. Joined they are the text.
 * Breaks where the language does: after a space, a hyphen or a slash between letters, or between words of a
 * script without spaces; never after a word of one letter, which belongs to what follows.
 */
export function breakLines(text: string, locale: string, width: number, measure: (text: string) => number): string[] {
  const pieces = piecesOf(text, locale).flatMap((piece) => cutToFit(piece, width, measure));
  // Widths add up but for the kerning at a space, which is nothing: so each piece is measured once.
  const full = pieces.map(measure);
  const bare = pieces.map((piece) => measure(piece.trimEnd()));
  const widthOf = (from: number, to: number): number =>
    full.slice(from, to - 1).reduce((total, piece) => total + piece, 0) + (bare[to - 1] ?? 0);

  // For every start the fewest lines to the end, and among those the least squared space left over.
  const best: { lines: number; cost: number; end: number }[] = [];
  best[pieces.length] = { lines: 0, cost: 0, end: pieces.length };
  for (let start = pieces.length - 1; start >= 0; start -= 1) {
    for (let end = start + 1; end <= pieces.length && (end === start + 1 || widthOf(start, end) <= width); end += 1) {
      const rest = best[end];
      if (!rest) continue;
      const space = width - widthOf(start, end);
      const found = { lines: rest.lines + 1, cost: rest.cost + space * space, end };
      const kept = best[start];
      if (!kept || found.lines < kept.lines || (found.lines === kept.lines && found.cost < kept.cost))
        best[start] = found;
    }
  }
  const lines: string[] = [];
  for (let start = 0; start < pieces.length; start = best[start]?.end ?? pieces.length)
    lines.push(pieces.slice(start, best[start]?.end).join(''));
  return lines.length > 0 ? lines : [''];
}

/** The smallest parts between which a line may break; each keeps the space or sign at its end. */
function piecesOf(text: string, locale: string): string[] {
  const bySpace = text.match(/\s*\S+\s*/gu) ?? [];
  const small = bySpace.flatMap((word) =>
    unspaced.test(word) ? wordsOf(word, locale) : word.split(/(?<=[\p{L}\p{N})][-/–])(?=[\p{L}\p{N}(])/u),
  );
  return small.reduce<string[]>((pieces, piece) => {
    const before = pieces.at(-1);
    // A single letter or sign stays with the word after it.
    if (before !== undefined && /^\s*\S\s+$/u.test(before)) return [...pieces.slice(0, -1), before + piece];
    return [...pieces, piece];
  }, []);
}

function wordsOf(text: string, locale: string): string[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** A word that is wider than the line is cut: the last way out. */
function cutToFit(piece: string, width: number, measure: (text: string) => number): string[] {
  if (measure(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const letter of piece) {
    if (part.trim() !== '' && measure((part + letter).trimEnd()) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
