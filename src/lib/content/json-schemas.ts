import { z } from 'zod';
import { kindNames, recordKinds, recordSchemas, textKinds, textSchemas } from '../../domain/kinds.ts';
import { outsideSchema, wordGroupsSchema } from '../../domain/finder-words.ts';
import { numberSealsSchema } from '../../domain/number-seal.ts';
import { pageSchema } from '../../domain/page.ts';

export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

/** JSON Schemas of every kind of file, so that an editor's program completes and explains fields. */
export function jsonSchemas(): SchemaFile[] {
  return [
    ...recordKinds.map((kind) => file(`${kind}.json`, `Een ${kindNames[kind]}`, recordSchemas[kind])),
    ...textKinds.map((kind) => file(`texts-${kind}.json`, `Woorden bij een ${kindNames[kind]}`, textSchemas[kind])),
    file('word-groups.json', 'Woorden die voor de zoeker hetzelfde betekenen', wordGroupsSchema),
    file('numbers.json', 'Zegels op nummers', numberSealsSchema),
    file('outside.json', 'Waar deze site niet voor is', outsideSchema),
    file('page.json', 'De gegevens boven aan een pagina', pageSchema),
  ];
}

function file(name: string, title: string, schema: z.ZodType): SchemaFile {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return { name, text: `${JSON.stringify({ title, ...json }, null, 2)}\n` };
}
