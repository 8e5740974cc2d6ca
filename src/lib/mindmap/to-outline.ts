import { outlineOf, type Row } from './data.ts';
import { escape } from './to-svg.ts';
import { editionDate, editionName, type Edition, type ViewContext } from './views.ts';

/** An edition as OPML 2.0: an outline that writing tools and other mind map programs open. */
export function toOpml(edition: Edition, context: ViewContext): string {
  const leaf = (row: Row): string =>
    `        <outline text="${escape(row.activity)}" partner="${escape(row.partner)}" certainty="${escape(row.certainty)}" since="${row.since}"${row.until === '' ? '' : ` until="${row.until}"`}/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head>\n    <title>${escape(titleOf(edition, context))}</title>\n  </head>`,
    '  <body>',
    ...outlineOf(edition, context).flatMap(({ group, forms }) => [
      `    <outline text="${escape(group)}">`,
      ...forms.flatMap(({ form, rows }) => [
        `      <outline text="${escape(form)}">`,
        ...rows.map(leaf),
        '      </outline>',
      ]),
      '    </outline>',
    ]),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

/** An edition as a Freeplane map, half of the groups on each side; who does it is an attribute of the activity. */
export function toFreeplane(edition: Edition, context: ViewContext): string {
  let count = 0;
  const id = (): string => `ID="ID_${String((count += 1))}"`;
  const outline = outlineOf(edition, context);
  const leaf = (row: Row): string[] => [
    `        <node TEXT="${escape(row.activity)}" ${id()}>`,
    ...(['partner', 'certainty', 'since', 'until'] as const)
      .filter((name) => row[name] !== '')
      .map(
        (name) =>
          `          <attribute NAME="${escape(context.t(`mindmap.column.${name}`))}" VALUE="${escape(row[name])}"/>`,
      ),
    '        </node>',
  ];
  return [
    '<map version="freeplane 1.9.13">',
    `  <node TEXT="${escape(titleOf(edition, context))}" FOLDED="false" ${id()}>`,
    ...outline.flatMap(({ group, forms }, index) => [
      `    <node TEXT="${escape(group)}" POSITION="${index < outline.length / 2 ? 'left' : 'right'}" ${id()}>`,
      ...forms.flatMap(({ form, rows }) => [
        `      <node TEXT="${escape(form)}" ${id()}>`,
        ...rows.flatMap(leaf),
        '      </node>',
      ]),
      '    </node>',
    ]),
    '  </node>',
    '</map>',
    '',
  ].join('\n');
}

function titleOf(edition: Edition, context: ViewContext): string {
  return `${context.t('mindmap.poster.title')}, ${editionName(edition, context.t)}. ${editionDate(edition, context)}`;
}
