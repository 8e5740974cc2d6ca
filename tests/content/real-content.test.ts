import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { completeLocales } from '../../src/domain/locales.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { callSheet } from '../../src/lib/call-sheet/call-sheet.ts';
import { checkContent, type CheckReport } from '../../src/lib/check/check-content.ts';
import { jsonSchemas } from '../../src/lib/content/json-schemas.ts';
import { isNewKind, newFiles, newKinds } from '../../src/lib/new-record/templates.ts';
import { project } from '../fixtures/project.ts';
import chain from '../fixtures/chain-2020.json' with { type: 'json' };

let report: CheckReport;

beforeAll(async () => {
  report = checkContent(await readContentFiles(project));
});

describe('the content of the site', () => {
  it('has no error', () => {
    expect(report.errors).toEqual([]);
  });

  it('gives the same report whatever the order of the files', async () => {
    const files = await readContentFiles(project);
    expect(checkContent([...files].reverse()).open).toEqual(report.open);
  });

  it('has every service that questions can lead to, and no other', () => {
    expect([...report.loaded.content.records.services.keys()].sort()).toEqual([...chain.services].sort());
  });

  it('has the seven target groups of the plan', () => {
    expect(report.loaded.content.records.groups.size).toBe(7);
  });

  it('has every leaf of the mindmap of 2020, by group and form', () => {
    const counts: Record<string, number> = {};
    for (const activity of report.loaded.content.records.activities.values()) {
      if (activity.since !== '2020-10-01') continue;
      const key = `${activity.group} ${activity.form}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(counts).toEqual(chain.leaves);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(81);
  });

  it('has two pages behind every door, in every complete language', () => {
    const { records, pages } = report.loaded.content;
    for (const door of records.doors.keys()) {
      for (const locale of completeLocales) {
        const count = pages.filter((page) => page.locale === locale && page.meta.doors.includes(door)).length;
        expect(count, `${door} in ${locale}`).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('asks every partner of the chain something on its call sheet', () => {
    const { content } = report.loaded;
    for (const [id, partner] of content.records.partners) {
      if (partner.kind !== 'chain') continue;
      expect(callSheet(content, id), id).toMatch(/- \[ \] /);
    }
  });
});

describe('what an editor starts from', () => {
  it.each(newKinds)('npm run new -- %s makes files that pass the check', async (kind) => {
    if (!isNewKind(kind)) throw new Error(kind);
    const made = newFiles(kind, kind === 'page' ? 'work/proef-pagina' : 'proef-nieuw', {
      day: report.siteDate,
      door: { id: 'work', slug: 'work' },
      source: 'seed-000-kis-2021',
      partner: 'ggd',
      group: 'sekswerkers',
      service: 'huisarts',
      contact: 'ggd-gz-algemeen',
    });
    expect(checkContent([...(await readContentFiles(project)), ...made]).errors).toEqual([]);
  });

  it.each(jsonSchemas())('the schema $name for the editor is up to date (npm run schemas)', async ({ name, text }) => {
    expect(JSON.parse(await readFile(join(project, '.schemas', name), 'utf8'))).toEqual(JSON.parse(text));
  });

  it('every field of every record explains itself', () => {
    const silent: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, items, anyOf } = schema as {
        properties?: Record<string, { description?: string }>;
        items?: unknown;
        anyOf?: unknown[];
      };
      for (const [name, field] of Object.entries(properties ?? {})) {
        if (!field.description) silent.push(`${path}.${name}`);
        visit(field, `${path}.${name}`);
      }
      visit(items, `${path}[]`);
      for (const option of anyOf ?? []) visit(option, path);
    };
    for (const { name, text } of jsonSchemas()) visit(JSON.parse(text), name);
    expect(silent).toEqual([]);
  });
});
