const RULE_PAGES = 'https://github.com/fazhi-report/fazhi-report/blob/main/docs/rules/';

/** Address of the page that explains project files. */
export const CONFIGURATION_PAGE = 'https://github.com/fazhi-report/fazhi-report/blob/main/docs/configuration.md';

/** Address of the page that explains a rule. */
export function rulePage(id: string): string {
  return `${RULE_PAGES}${encodeURIComponent(id)}.md`;
}
