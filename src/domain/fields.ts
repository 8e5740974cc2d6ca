import { z } from 'zod';

/** Kinds of record that another record can point to by id. */
export type ReferableKind =
  'activities' | 'contacts' | 'doors' | 'groups' | 'partners' | 'resources' | 'services' | 'sources';

/** Which kind of record a field points to; read by the rule that refuses unknown ids. */
export const references = z.registry<{ kind: ReferableKind }>();

/** A kebab-case name: the id of a record, or a piece of a web address. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const slug = () =>
  z.string().regex(slugPattern, { error: 'kebab-case' }).meta({ title: 'kleine letters en streepjes' });

/** The id of a record of another kind. The check refuses an id that does not exist. */
export const ref = (kind: ReferableKind, description: string) =>
  slug().describe(description).register(references, { kind });

/** A day: 2026-11-22. */
export const isoDate = () =>
  z.string().refine(isRealDay, { error: 'iso-date' }).meta({ pattern: '^20\\d\\d-\\d\\d-\\d\\d$' });

/** The date of a source: a day, a month (2020-10), a year (2020) or `undated`. */
export const sourceDate = () =>
  z
    .string()
    .refine((text) => text === 'undated' || /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(text) || isRealDay(text), {
      error: 'source-date',
    });

export const text = () => z.string().trim().min(1, { error: 'empty-text' });

export const visibility = () =>
  z
    .enum(['public', 'on-request', 'hidden'])
    .default('public')
    .describe(
      'Wie dit mag zien. public: staat op de site. on-request: alleen op navraag, komt niet op de site. hidden: bewaard, maar niet op de site.',
    );

/** How sure an activity or a role of a partner is, in the words of the source documents. */
export const certainty = () =>
  z
    .enum(['stated', 'order', 'inferred', 'requested'])
    .describe(
      'Hoe zeker het is wie dit doet. stated: een bron zegt het letterlijk. order: de volgorde in de tekening van 2020 wijst erop. inferred: onze beste lezing, nog te bevestigen. requested: aangevraagd, niet bekend of het is toegekend.',
    );

/** Another sure door of the same kind. */
export const standIn = () =>
  z
    .union([
      z.strictObject({ service: ref('services', 'Bestandsnaam uit content/services') }),
      z.strictObject({ resource: ref('resources', 'Bestandsnaam uit content/resources') }),
    ])
    .optional()
    .describe(
      'Een andere, zekere deur van dezelfde soort, voor zolang het eigen nummer niet bevestigd is: service of resource.',
    );

function isRealDay(value: string): boolean {
  const match = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
}
