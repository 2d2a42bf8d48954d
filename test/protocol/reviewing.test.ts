import { describe, expect, it } from 'vitest';
import { REVIEW_NOTE_REQUEST, type ReviewNoteResult, RULES_REQUEST, type RulesResult } from '../../server/protocol/messages/review.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { RULES } from '../../server/rules/index.js';
import { start } from './harness.js';

const URI = 'file:///reports/%E6%B8%85%E6%BA%90%E9%95%87.txt';
const TEXT = exampleReport({
  measures: '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。领导小组下设办分室，召开会议4次。',
});
const REPORT = { textDocument: { uri: URI } };

describe(REVIEW_NOTE_REQUEST, () => {
  it('tells the findings in the language of the user, under the configuration in force', async () => {
    const client = await start();
    client.open(URI, TEXT);
    const note = await client.request<ReviewNoteResult>(REVIEW_NOTE_REQUEST, REPORT);
    expect(note?.count).toBeGreaterThan(0);
    expect(note?.text).toMatch(/^审读意见：清源镇\.txt（清源镇）\n/u);
    expect(note?.text).toContain('办分室');
    const english = await start({ initializationOptions: { locale: 'en', rules: { typo: 'off' } } });
    english.open(URI, TEXT);
    const other = await english.request<ReviewNoteResult>(REVIEW_NOTE_REQUEST, REPORT);
    expect(other?.text).toMatch(/^Review: /u);
    expect(other?.text).not.toContain('办分室');
  });

  it('is answered with null where there is no report', async () => {
    const client = await start();
    expect(await client.request(REVIEW_NOTE_REQUEST, REPORT)).toBeNull();
  });
});

describe(RULES_REQUEST, () => {
  it('lists all rules, those with findings in the report first', async () => {
    const client = await start();
    client.open(URI, TEXT);
    const rules = await client.request<RulesResult>(RULES_REQUEST, REPORT);
    const found = rules.filter(({ findings }) => findings > 0);
    expect(found).toContainEqual(expect.objectContaining({ id: 'typo', findings: 1 }));
    expect(rules.slice(0, found.length)).toEqual(found);
    expect(rules).toHaveLength(RULES.length);
  });

  it('lists them without a report, too', async () => {
    const client = await start();
    const rules = await client.request<RulesResult>(RULES_REQUEST, {});
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(await client.request<RulesResult>(RULES_REQUEST, REPORT)).toHaveLength(RULES.length);
  });
});
