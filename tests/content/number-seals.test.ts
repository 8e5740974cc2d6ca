import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withSeal } from '../../src/lib/contact/seal.ts';
import { copyProject, type ProjectCopy } from '../fixtures/project-copy.ts';

const file = 'content/numbers.yaml';
const seal = { number: '0800-2000', by: 'coordinator', on: '2026-12-01' } as const;

describe('T18 the file of seals', () => {
  it('keeps comments and other contacts, in the order of their names', () => {
    const before =
      "# Uitleg.\n\n# Over b.\nb:\n  - number: '112'\n    by: start\n    on: 2026-11-22\nz:\n  - number: '113' # let op\n    by: start\n    on: 2026-11-22\n";
    const after = withSeal(before, 'c', seal, ['0800-2000']);
    expect(after).toBe(
      before.replace('z:\n', "c:\n  - number: '0800-2000'\n    by: coordinator\n    on: 2026-12-01\nz:\n"),
    );
  });

  it('puts a new seal in the place of the old, and drops one on a number that is gone', () => {
    const once = withSeal('', 'a', { ...seal, number: '0800-1111' }, ['0800-1111']);
    const twice = withSeal(once, 'a', seal, ['0800-2000', '112']);
    expect(twice).toBe("a:\n  - number: '0800-2000'\n    by: coordinator\n    on: 2026-12-01\n");
    expect(withSeal(twice, 'a', { ...seal, on: '2026-12-02' }, ['0800-2000'])).toBe(twice.replace('12-01', '12-02'));
  });
});

describe('T18 npm run numbers', () => {
  let copy: ProjectCopy;
  const seals = (): string => readFileSync(join(copy.folder, file), 'utf8');
  const contact = 'content/contacts/veilig-thuis.yaml';
  beforeAll(() => {
    copy = copyProject();
  });
  afterAll(() => {
    copy.remove();
  });

  it.each([
    [
      'the number differs from the record',
      ['veilig-thuis', '0800-2001', '--by', 'redactie', '--on', '2026-12-01'],
      'Er is niets opgeschreven',
    ],
    [
      'the contact is not there',
      ['veilig-huis', '0800-2000', '--by', 'redactie', '--on', '2026-12-01'],
      'Bedoel je "veilig-thuis"?',
    ],
    [
      'the role is none',
      ['veilig-thuis', '0800-2000', '--by', 'start', '--on', '2026-12-01'],
      'De rol of de dag klopt niet',
    ],
    [
      'the day is none',
      ['veilig-thuis', '0800-2000', '--by', 'redactie', '--on', '2026-02-30'],
      'De rol of de dag klopt niet',
    ],
    ['nobody is named', ['veilig-thuis', '0800-2000'], 'Noem het contact'],
  ])('writes nothing when %s', (_, args, says) => {
    const before = seals();
    const { status, output } = copy.run('numbers', args);
    expect(status).toBe(1);
    expect(output).toContain(says);

    expect(seals()).toBe(before);
  });

  it('seals a number that was typed over as the record has it', () => {
    copy.withFile(
      contact,
      (text) => text.replace("'0800-2000'", "'0800-2999'"),
      () => {
        expect(copy.run('numbers', ['veilig-thuis', '08002999', '--by', 'arts', '--on', '2026-12-01']).status).toBe(0);
        expect(seals()).toContain("  - number: '0800-2999'\n    by: arts\n    on: 2026-12-01\n");
      },
    );
  });
});
