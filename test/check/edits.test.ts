import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examine } from '../../server/check/check.js';
import { parseReport } from '../../server/report/parse-report.js';
import { NO_PROJECT } from '../../server/report/project.js';
import { SourceText } from '../../server/text/source-text.js';
import { applyEdit, edits } from '../support/edits.js';
import { filesOf, ROOT, readText, seeds } from '../support/files.js';
import { WHOLE_RUN } from '../support/whole-run.js';

const REPORTS = [...seeds(), ...filesOf(path.join(ROOT, 'test/quality/reports'))].map(({ file }) => readText(file));

describe('what is found after an edit', () => {
  it('is what is found in the text read anew, whatever is remembered of the versions before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REPORTS), fc.array(edits, { minLength: 1, maxLength: 8 }), (first, changes) => {
        const texts = [first];
        let report = parseReport(new SourceText(first));
        examine(report);
        for (const change of changes) {
          texts.push(applyEdit(change, texts));
          const text = texts.at(-1) ?? '';
          report = parseReport(new SourceText(text), NO_PROJECT, report);
          expect(examine(report)).toEqual(examine(parseReport(new SourceText(text))));
        }
      }),
      { numRuns: WHOLE_RUN ? 200 : 40 },
    );
  }, 120_000);
});
