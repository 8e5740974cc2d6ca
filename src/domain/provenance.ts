import { z } from 'zod';
import { isoDate, ref, sourceDate, text, visibility } from './fields.ts';

/** Who may check or confirm. A role, never a person's name. */
const roles = [
  'redactie',
  'coordinator',
  'ervaringsdeskundige',
  'verpleegkundige',
  'arts',
  'jurist',
  'partner',
] as const;
export type Role = (typeof roles)[number];

export const role = () => z.enum(roles);

/** From sure to unsure. The contact gate lets `confirmed`, `high` and `medium` through. */
export const confidences = ['confirmed', 'high', 'medium', 'low', 'recall'] as const;
type Confidence = (typeof confidences)[number];

/** Where one value comes from and how sure it is. Every phone number, address … carries its own. */
export const provenance = {
  confidence: z
    .enum(confidences)
    .describe(
      'Hoe zeker deze waarde is. confirmed: wij hebben het zelf nagevraagd. high: eigen site of overheid. medium: andere goede bron. low: oud of tegenstrijdig. recall: alleen uit het hoofd. Bij low en recall komt de waarde nooit op de site.',
    ),
  sources: z
    .array(ref('sources', 'Bestandsnaam (zonder .yaml) uit content/sources'))
    .default([])
    .describe('Waar deze waarde staat. Verplicht bij high en medium.'),
  asOf: sourceDate()
    .optional()
    .describe('Datum van de bron: 2024-07-09, 2024-07, 2024 of undated. Verplicht bij high en medium.'),
  checkedOn: isoDate().optional().describe('Dag waarop je deze waarde hebt nagevraagd, zoals 2026-12-01.'),
  checkedBy: role().optional().describe('Rol van wie het heeft nagevraagd. Geen naam van een persoon.'),
  checkedHow: z
    .enum(['phoned', 'visited', 'written', 'read-on-own-site'])
    .optional()
    .describe(
      'Hoe het is nagevraagd. phoned: gebeld. visited: langs geweest. written: per mail of brief. read-on-own-site: gelezen op de eigen site.',
    ),
  confirmedBy: role()
    .optional()
    .describe(
      'Tweede rol, die het ook heeft bekeken. Bij een telefoonnummer verplicht bij confirmed. Niet dezelfde rol als checkedBy.',
    ),
  reviewEveryDays: z
    .int()
    .min(7)
    .max(1095)
    .optional()
    .describe('Na hoeveel dagen dit weer moet worden nagekeken. Zonder deze regel geldt 180 dagen.'),
  visibility: visibility(),
  note: text()
    .optional()
    .describe(
      'Voor de redactie: wat is er nog onzeker, wat moet je vragen? Komt nooit op de site. Verplicht bij low en recall.',
    ),
};

export interface Provenance {
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly asOf?: string | undefined;
  readonly checkedOn?: string | undefined;
  readonly checkedBy?: Role | undefined;
  readonly checkedHow?: string | undefined;
  readonly confirmedBy?: Role | undefined;
  readonly reviewEveryDays?: number | undefined;
  readonly visibility: 'public' | 'on-request' | 'hidden';
  readonly note?: string | undefined;
}

/** Who last checked a whole text or record, shown to the reader. */
export const review = {
  checkedOn: isoDate().describe('Dag waarop deze tekst voor het laatst is nagekeken, zoals 2026-11-22.'),
  checkedBy: role().describe('Rol van wie de tekst heeft nagekeken. Geen naam van een persoon.'),
  confirmedBy: role()
    .optional()
    .describe(
      'Rol van de deskundige van de GGD die de inhoud heeft bevestigd. Ontbreekt deze regel, dan zegt de site dat de tekst nog niet bevestigd is.',
    ),
  reviewEveryDays: z
    .int()
    .min(7)
    .max(1095)
    .optional()
    .describe('Na hoeveel dagen dit weer moet worden nagekeken. Zonder deze regel geldt 365 dagen.'),
};
