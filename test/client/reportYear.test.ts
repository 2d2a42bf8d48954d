import { describe, expect, it } from 'vitest';
import { yearReportedAt } from '../../client/reportYear.js';

describe('the year that is reported', () => {
  it.each([
    [new Date(2025, 0, 1), 2024],
    [new Date(2025, 8, 30), 2024],
    [new Date(2025, 9, 1), 2025],
    [new Date(2025, 11, 31), 2025],
  ])('at %s is %d', (now, year) => {
    expect(yearReportedAt(now)).toBe(year);
  });
});
