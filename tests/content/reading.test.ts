import { describe, expect, it } from 'vitest';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { isForVisitors, readingLimits, sentencesOf } from '../../src/lib/check/rules/reading.ts';
import { p90 } from '../../src/lib/readability/sentences.ts';
import { project } from '../fixtures/project.ts';

const loaded = loadContent(await readContentFiles(project));
const pages = loaded.content.pages.filter((page) => page.locale === 'nl' && isForVisitors(loaded, page));

describe('the words of Dutch pages for visitors', () => {
  it('are many pages', () => {
    expect(pages.length).toBeGreaterThanOrEqual(45);
  });

  it.each(pages.map((page) => ({ path: page.path, sentences: sentencesOf(loaded, page) })))(
    '$path has short sentences',
    ({ sentences }) => {
      const words = sentences.map((sentence) => sentence.words);
      expect(words.length).toBeGreaterThan(12);
      expect(p90(words)).toBeLessThanOrEqual(readingLimits.p90);
      expect(sentences.filter((sentence) => sentence.words > readingLimits.longest)).toEqual([]);
    },
  );
});

describe('every page', () => {
  const inOrder = ['InShort', 'Now', 'Who', 'Say', 'GoodToKnow'];
  const own = loaded.content.pages.filter((page) => page.folder !== 'about');

  it.each(own.map((page) => ({ file: page.file, names: page.components.map(({ name }) => name) })))(
    '$file says in short, what to do now, who helps, what to say and what is good to know, in that order',
    ({ names }) => {
      expect(names.filter((name) => inOrder.includes(name))).toEqual(inOrder);
    },
  );

  it.each(own.map((page) => ({ file: page.file, page })))('$file shows who helps, and has a source', ({ page }) => {
    expect(page.components.filter(({ name }) => name === 'Service' || name === 'Resource').length).toBeGreaterThan(0);
    expect(page.meta.sources.length).toBeGreaterThan(0);
  });
});
