import type { Finding } from '../../check/finding.js';
import { rulePage } from '../pages.js';
import { holds } from '../paragraph-at.js';
import { type HoverOptions, type HoverPart, link, plain, type RuleReason } from './text.js';

/**
 * On a finding: why it matters and on what that rests, with the page of its rule. The message itself is left out: editors show
 * it beside.
 *
 * @param offset a place in the untouched text.
 * @param reasonOf what a rule says of itself; undefined for findings of no rule.
 * @returns one part a rule.
 */
export function findingParts(
  findings: readonly Finding[],
  offset: number,
  reasonOf: (rule: string) => RuleReason | undefined,
  options: HoverOptions,
): readonly HoverPart[] {
  const here = findings.filter(({ span }) => holds(span, offset));
  const parts: HoverPart[] = [];
  for (const [index, { rule, span }] of here.entries()) {
    const reason = reasonOf(rule);
    if (reason === undefined || here.findIndex((other) => other.rule === rule) < index) continue;
    parts.push({ span, paragraphs: explained(rule, reason, options) });
  }
  return parts;
}

function explained(rule: string, { name, why, basis }: RuleReason, options: HoverOptions): readonly string[] {
  const { locale } = options;
  const words = WORDS[locale];
  const paragraphs = [plain(`${words.why(name[locale])}${why[locale]}`, options)];
  if (basis !== undefined) paragraphs.push(plain(words.basis + basis[locale], options));
  paragraphs.push(link(words.page, rulePage(rule), options));
  return paragraphs;
}

const WORDS = {
  'zh-CN': { why: (name: string) => `为什么提示“${name}”：`, basis: '依据：', page: '规则说明' },
  en: { why: (name: string) => `Why “${name}” is raised: `, basis: 'Basis: ', page: 'About this rule' },
} as const;
