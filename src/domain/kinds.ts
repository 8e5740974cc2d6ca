import { contactSchema } from './contact.ts';
import { glossarySchema } from './glossary.ts';
import { partnerSchema, partnerTextSchema } from './partner.ts';
import { questionSchema, questionTextSchema } from './question.ts';
import {
  activitySchema,
  doorSchema,
  doorTextSchema,
  groupSchema,
  groupTextSchema,
  networkSchema,
  networkTextSchema,
  resourceSchema,
  resourceTextSchema,
  sourceSchema,
} from './records.ts';
import { routeSchema, routeTextSchema } from './route.ts';
import { serviceSchema, serviceTextSchema } from './service.ts';

/** Which folder of `content/` holds which record: one file a record, the file name is the id. */
export const recordSchemas = {
  activities: activitySchema,
  contacts: contactSchema,
  doors: doorSchema,
  glossary: glossarySchema,
  groups: groupSchema,
  networks: networkSchema,
  partners: partnerSchema,
  questions: questionSchema,
  resources: resourceSchema,
  routes: routeSchema,
  services: serviceSchema,
  sources: sourceSchema,
} as const;

/** Which of them have words per language, in `content/texts/<locale>/<kind>/<id>.yaml`. */
export const textSchemas = {
  doors: doorTextSchema,
  groups: groupTextSchema,
  networks: networkTextSchema,
  partners: partnerTextSchema,
  questions: questionTextSchema,
  resources: resourceTextSchema,
  routes: routeTextSchema,
  services: serviceTextSchema,
} as const;

export type RecordKind = keyof typeof recordSchemas;
export type TextKind = keyof typeof textSchemas;

export const recordKinds = Object.keys(recordSchemas) as RecordKind[];
export const textKinds = Object.keys(textSchemas) as TextKind[];

/** Name of a record kind in the singular, in an editor's words. */
export const kindNames: Record<RecordKind, string> = {
  activities: 'activiteit',
  contacts: 'contact',
  doors: 'deur',
  glossary: 'woord van de woordenlijst',
  groups: 'doelgroep',
  networks: 'netwerk',
  partners: 'partner',
  questions: 'vraag',
  resources: 'adres',
  routes: 'regel voor verwijzen',
  services: 'hulp',
  sources: 'bron',
};
