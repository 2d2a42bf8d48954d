import { exampleReport } from '../../server/rules/example-report.js';

/** A report without errors and warnings. */
export const SOUND = exampleReport({});

/** One error that is mended safely: a level-1 heading has lost its number. `--fix` makes it `SOUND` again. */
export const UNNUMBERED = SOUND.replace('四、2025年', '2025年');

/** An error that only a person can mend: the duties are missing, numbers are in order. */
export const INCOMPLETE = exampleReport({ duties: null }).replace('四、2025年', '三、2025年');

/** No report at all. */
export const NOTE = '会议通知\n\n明天下午三点开会，请准时参加。\n';
