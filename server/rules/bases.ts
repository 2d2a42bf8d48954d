import { localized } from './localized.js';

/** What the regulation wants in the annual report. Article numbers are not confirmed and stay out. */
export const REPORT_CONTENTS = localized(
  '《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）关于年度报告内容的规定',
  'Provisions on supervision of law-based government (厅字〔2019〕28号), contents of the annual report',
);
