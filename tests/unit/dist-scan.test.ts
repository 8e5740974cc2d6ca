import { describe, expect, it } from 'vitest';
import { htmlStrings } from '../../src/lib/dist/html-strings.ts';
import { scanHtml, scanText } from '../../src/lib/dist/scan.ts';
import { publicationRules } from '../../src/lib/dist/secrets.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { tinyContent, withChange } from '../fixtures/tiny-content.ts';

const rules = publicationRules(loadContent(tinyContent()).content);
const scan = (html: string, by = rules) => scanHtml('x.html', htmlStrings(html), by).map(({ what }) => what);

describe('what may stand on a page', () => {
  it.each([
    '<a href="tel:+31334481186">Bel <bdi>033 448 1186</bdi></a>',
    '<p>In 2010-2020, na 0, 1 en 6 maanden.</p>',
    '<a href="https://bakker.example.org">site</a>',
    '<svg viewBox="0 0 8001234 9"><path d="M0800 1234 L 10 20"/></svg>',
  ])('%s', (html) => {
    expect(scan(html)).toEqual([]);
  });
});

describe('T18 T20 what is caught', () => {
  it.each([
    ['a number nobody registered', '<p>Bel 024 360 00 00</p>'],
    ['a number in two elements', '<p>Bel <b>024</b> <i>360 00 00</i></p>'],
    ['a link to a number nobody registered', '<a href="tel:+31243600000">Bel</a>'],
    ['a link that shows another number', '<a href="tel:+31334481186">Bel 033 448 1187</a>'],
    ['a link that shows no number', '<a href="tel:+31334481186">Bel</a>'],
    ['a withheld number in text', '<p>0800-1234</p>'],
    ['a withheld number in an attribute', '<p title="Bel 0800 1234">x</p>'],
    ['a withheld number in a comment', '<!-- 08001234 -->'],
    ['a withheld number behind an entity', '<p>0800&#45;1234</p>'],
    ['a withheld number as a link', '<a href="tel:08001234">0800-1234</a>'],
    ['a withheld number with dots between', '<p>0800·12·34</p>'],
    ['a withheld number with a joiner nobody sees', '<p>0800\u200C1234</p>'],
    ['a number in what a screen reader says', '<a href="/" aria-label="Bel 0612345678">x</a>'],
    ['a number over two lines', '<p>06 12<br>345678</p>'],
    ['a character that turns the text around', '<p>tekst &#x202E;om</p>'],
    ['a note of the editors in capitals', '<p>VRAAG de  bakker of dit klopt.</p>'],
    ['a note of the editors', '<p>Vraag de bakker of dit klopt.</p>'],
  ])('%s', (_, html) => {
    expect(scan(html)).not.toEqual([]);
  });

  it('a withheld number in data', () => {
    expect(scanText('x.json', '{"phone":"0800-1234"}', rules)).not.toEqual([]);
  });

  it('a withheld web address, but not another site that merely begins like it', () => {
    const low = publicationRules(
      loadContent(
        withChange(
          'content/contacts/bakker.yaml',
          'confidence: medium',
          'confidence: recall\n    note: Vraag het adres.',
        ),
      ).content,
    );
    expect(scan('<a href="https://www.bakker.example.org/">x</a>', low)).not.toEqual([]);
    expect(scan('<p>bakker.example.org</p>', low)).not.toEqual([]);
    expect(scan('<p>debakker.example.org en bakker.example.organic</p>', low)).toEqual([]);
  });

  it('everything of a contact that is hidden', () => {
    const hidden = publicationRules(
      loadContent(withChange('content/contacts/bakker.yaml', 'name: De Bakker', 'name: De Bakker\nvisibility: hidden'))
        .content,
    );
    expect(scan('<p>033 448 1186</p>', hidden)).not.toEqual([]);
    expect(scan('<a href="https://bakker.example.org">x</a>', hidden)).not.toEqual([]);
  });

  it('words of a service that is hidden', () => {
    const hidden = publicationRules(
      loadContent(
        withChange('content/services/brood.yaml', 'checkedBy: redactie', 'checkedBy: redactie\nvisibility: on-request'),
      ).content,
    );
    expect(scan('<p>Je krijgt hier brood.</p>', hidden)).not.toEqual([]);
  });
});
