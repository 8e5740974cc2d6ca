import { z } from 'zod';
import { references, type ReferableKind } from '../../domain/fields.ts';
import type { FieldPath } from './read-yaml.ts';

/** One field of a record that points to another record. */
export interface Reference {
  readonly kind: ReferableKind;
  readonly id: string;
  readonly path: FieldPath;
}

/** Every reference in a record, found by what the schema says of each field. */
export function referencesIn(schema: z.ZodType, value: unknown, path: FieldPath = []): Reference[] {
  const target = references.get(schema);
  if (target) return typeof value === 'string' ? [{ kind: target.kind, id: value, path }] : [];
  if (value === undefined || value === null) return [];

  const inner = unwrap(schema);
  if (inner !== schema) return referencesIn(inner, value, path);
  if (inner instanceof z.ZodObject && typeof value === 'object') {
    return Object.entries(inner.shape).flatMap(([key, child]) =>
      referencesIn(child as z.ZodType, (value as Record<string, unknown>)[key], [...path, key]),
    );
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => referencesIn(inner.element as z.ZodType, item, [...path, index]));
  }
  if (inner instanceof z.ZodUnion) {
    return inner.options.flatMap((option) =>
      (option as z.ZodType).safeParse(value).success ? referencesIn(option as z.ZodType, value, path) : [],
    );
  }
  return [];
}

/** Names of the fields that are allowed at this place, for "did you mean". */
export function fieldNamesAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const inner = unwrap(schema);
  if (path.length === 0) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  const [head, ...rest] = path;
  if (inner instanceof z.ZodObject && typeof head === 'string') {
    const child = (inner.shape as Record<string, z.ZodType>)[head];
    return child ? fieldNamesAt(child, rest) : [];
  }
  if (inner instanceof z.ZodArray) return fieldNamesAt(inner.element as z.ZodType, rest);
  return [];
}

/** What the schema says of the field at this place, in an editor's words. */
export function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return schema.description ?? unwrap(schema).description;
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject && typeof head === 'string') {
    const child = (inner.shape as Record<string, z.ZodType>)[head];
    return child && descriptionAt(child, rest);
  }
  return inner instanceof z.ZodArray ? descriptionAt(inner.element as z.ZodType, rest) : undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema;
}
