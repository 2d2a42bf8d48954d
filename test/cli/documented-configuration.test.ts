import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readProjectFile } from '../../server/check/project-file.js';
import { OPTIONS } from '../../server/cli/options.js';
import { ROOT } from '../support/files.js';

const EXAMPLES = ['docs/configuration.md', 'README.md'].flatMap((file) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/```json\n(\{.*?)```/gsu)].map((match) => [file, match[1] ?? ''] as const),
);

it.each(EXAMPLES)('an example in %s has no mistake', (_, text) => {
  expect(readProjectFile(text, 'x')).toMatchObject({ parsed: true, problems: [] });
});

it('there are examples, and options that exist', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(3);
  const text = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');
  for (const [, name] of text.matchAll(/--([a-z][a-z-]+)/gu)) expect(OPTIONS[name ?? '']?.later, name).not.toBe(true);
});
