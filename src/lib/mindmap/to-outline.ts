import { centreInWords, outlineOf, type Row } from './data.ts';
import { escape } from './to-svg.ts';
import { editionDate, editionName, type Edition, type ViewContext } from './views.ts';

/**
 * An edition as OPML 2.0: an outline that writing tools and other mind map programs open. They show the text
 * of a line and often its note, so the text says who does it and the note how sure that is; the same facts
 * stand apart for programs that read them.
 */
export function toOpml(edition: Edition, context: ViewContext): string {
  const attributes = (row: Row): string =>
    [
      ['text', row.partner === '' ? row.activity : `${row.activity}: ${row.partner}`],
      ['_note', row.certainty],
      ['activity', row.activity],
      ['partner', row.partner],
      ['certainty', row.certainty],
      ['since', row.since],
      ['until', row.until],
    ]
      .filter(([, value]) => value !== '')
      .map(([name = '', value = '']) => `${name}="${escape(value)}"`)
      .join(' ');
  const centre = centreInWords(edition, context);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head>\n    <title>${escape(titleOf(edition, context))}</title>\n  </head>`,
    '  <body>',
    ...(centre
      ? [
          `    <outline text="${escape(centre.name)}" _note="${escape(context.t('mindmap.centre'))}">`,
          ...centre.rows.slice(1).map((row) => `      <outline ${attributes(row)}/>`),
          '    </outline>',
        ]
      : []),
    ...outlineOf(edition, context).flatMap(({ group, forms }) => [
      `    <outline text="${escape(group)}">`,
      ...forms.flatMap(({ form, rows }) => [
        `      <outline text="${escape(form)}">`,
        ...rows.map((row) => `        <outline ${attributes(row)}/>`),
        '      </outline>',
      ]),
      '    </outline>',
    ]),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

/**
 * An edition as a Freeplane map, half of the groups on each side; who does it is an attribute of the activity.
 * Freeplane knows its own files by their very first letters, `<map version="freeplane`, and takes any other
 * beginning, an XML declaration too, for a foreign file that it has to convert; and it reads them in the
 * letters of the machine. So there is no declaration, and every other letter than ASCII is a number.
 */
export function toFreeplane(edition: Edition, context: ViewContext): string {
  let count = 0;
  const id = (): string => `ID="ID_${String((count += 1))}"`;
  const outline = outlineOf(edition, context);
  const centre = centreInWords(edition, context);
  const leaf = (row: Row, indent: string): string[] => [
    `${indent}<node TEXT="${escape(row.activity)}" ${id()}>`,
    ...(['partner', 'certainty', 'since', 'until'] as const)
      .filter((name) => row[name] !== '')
      .map(
        (name) =>
          `${indent}  <attribute NAME="${escape(context.t(`mindmap.column.${name}`))}" VALUE="${escape(row[name])}"/>`,
      ),
    `${indent}</node>`,
  ];
  const lines = [
    '<map version="freeplane 1.9.13">',
    `  <node TEXT="${escape(titleOf(edition, context))}" FOLDED="false" ${id()}>`,
    ...(centre
      ? [
          `    <node TEXT="${escape(centre.name)}" POSITION="left" ${id()}>`,
          ...centre.rows.slice(1).flatMap((row) => leaf(row, '      ')),
          '    </node>',
        ]
      : []),
    ...outline.flatMap(({ group, forms }, index) => [
      `    <node TEXT="${escape(group)}" POSITION="${index < outline.length / 2 ? 'left' : 'right'}" ${id()}>`,
      ...forms.flatMap(({ form, rows }) => [
        `      <node TEXT="${escape(form)}" ${id()}>`,
        ...rows.flatMap((row) => leaf(row, '        ')),
        '      </node>',
      ]),
      '    </node>',
    ]),
    '  </node>',
    '</map>',
    '',
  ];
  return lines.join('\n').replaceAll(/[^\n -~]/gu, (letter) => `&#${String(letter.codePointAt(0))};`);
}

function titleOf(edition: Edition, context: ViewContext): string {
  return `${context.t('mindmap.poster.title')}, ${editionName(edition, context.t)}. ${editionDate(edition, context)}`;
}
