import type { TermEntry } from '../knowledge/term-entry.js';
import { TYPO_GROUPS } from '../knowledge/typos.js';
import { type GeneratedTypo, generatedTypos } from './generated-typos.js';
import { lazy } from '../text/lazy.js';
import { localized } from './localized.js';
import { isInTitleMarks } from './quoted-places.js';
import { replacement } from './replacement.js';
import type { Span } from '../text/span.js';
import type { ParagraphRule, RuleFinding } from './rule.js';
import { type TermMatch, termMatcher } from './term-matcher.js';

const entriesOf = (): readonly TermEntry[] => TYPO_GROUPS.flatMap(({ entries }) => entries);
const typoFinder = lazy(() => termMatcher(entriesOf()));

/** 错别字: a table of sure misspellings, those that a lexicon and confusable characters give, and the user's own. */
export const typo: ParagraphRule = {
  id: 'typo',
  group: 'terms',
  scope: 'paragraph',
  severity: 'error',
  fixable: 'safe',
  name: localized('错别字', 'Misspelling'),
  finds: localized(
    '确定的错别字：表里列出的（防讯、瞄定目标、办分室……）；公文常用词里一个字写成了音近、形近的字，而那两个字不成词、也不分属前后两词的（宜传、补尝、渠到……）；以及项目文件 terms.typos 里自己列的。',
    'Sure misspellings: those of a table (防讯, 办分室 …), common words with one character taken for one of like sound or look (宜传, 渠到 …), and those of the project file, terms.typos.',
  ),
  why: localized('公开文件里的错别字会被网站检查通报。', 'Misspellings in published documents are reported by website checks.'),
  get triggers() {
    return [...new Set(entriesOf().map(({ wrong }) => wrong))];
  },
  concernsWithoutTrigger: ({ text }, units) => generatedTypos.isIn(text, units),
  ignoresTriggers: ({ terms }) => terms.typos.size > 0,
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。领导小组下设办分室，召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展防讯演练3次，行政检查312次，办理行政处罚案件18件。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。将法治建设列入重要议事议程，召开专题会议4次。\n（二）规范行政执法。开展行政检查312次，办理行政处罚案件18件。',
        },
        note: localized('另有写法、只是在这里多半写错的，报警告。', 'Where the wrong form is a word of its own it is a warning.'),
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。转发消防讯息40条，推荐法治人物2名，召开专题会议4次。\n（二）规范行政执法。开展行政检查312次，为创建全国文明城市拆除违建18处。',
        },
      },
    ],
  },
  check({ role, text }, { project }) {
    if (role === 'furniture') return [];
    const own = ownEntries(project.terms.typos);
    const ownMatches = own.length === 0 ? [] : termMatcher(own)(text).filter((match) => !isRightAlready(text, match));
    const isFree = ({ start, end }: Span, wrong: string, taken: readonly Span[]) =>
      !taken.some((other) => start < other.end && other.start < end) && !own.some(({ right }) => right.includes(wrong));
    const builtIn = typoFinder()(text).filter(
      (match) => (match.entry.severity === undefined || !isInTitleMarks(text, match.start)) && isFree(match, match.entry.wrong, ownMatches),
    );
    const listed = [...ownMatches, ...builtIn];
    // Names of documents are made of any words.
    const generated = generatedTypos.findIn(text).filter((typo) => !isInTitleMarks(text, typo.start) && isFree(typo, typo.wrong, listed));
    return [...listed.map((match) => findingFor(match, own)), ...generated.map(generatedFinding)].sort(
      (a, b) => a.span.start - b.span.start,
    );
  },
};

function ownEntries(typos: ReadonlyMap<string, string>): TermEntry[] {
  return [...typos].filter(([wrong, right]) => wrong !== '' && wrong !== right).map(([wrong, right]) => ({ wrong, right }));
}

/** 镇政 → 镇政府: where the right form stands already, the wrong one is only its part. */
function isRightAlready(text: string, { entry: { wrong, right }, start }: TermMatch): boolean {
  for (let at = right.indexOf(wrong); at >= 0; at = right.indexOf(wrong, at + 1)) {
    if (start >= at && text.startsWith(right, start - at)) return true;
  }
  return false;
}

function findingFor({ entry, start, end }: TermMatch, own: readonly TermEntry[]): RuleFinding {
  const { wrong, right, severity, doubtful } = entry;
  // Two entries of the user that lead to each other would be changed for ever.
  const isCircular = own.includes(entry) && own.some((other) => other !== entry && right.includes(other.wrong));
  return {
    span: { start, end },
    ...(severity === undefined ? {} : { severity }),
    message:
      severity === undefined
        ? localized(`“${wrong}”是错别字：应为“${right}”`, `"${wrong}" is misspelt: "${right}" is right`)
        : localized(`“${wrong}”多半是笔误：一般写“${right}”`, `"${wrong}" is probably a slip: usually "${right}"`),
    fixes: [replacement(wrong, right, start, doubtful === true || isCircular ? 'choice' : 'safe')],
  };
}

function generatedFinding({ start, end, wrong, rights, severity }: GeneratedTypo): RuleFinding {
  const [right = '', ...others] = rights;
  const quoted = rights.map((word) => `“${word}”`).join('或');
  const isSure = severity === 'error' && others.length === 0;
  return {
    span: { start, end },
    severity,
    message:
      severity === 'error'
        ? localized(`“${wrong}”是错别字：应为${quoted}`, `"${wrong}" is misspelt: "${rights.join('" or "')}" is right`)
        : localized(`“${wrong}”多半是笔误：一般写${quoted}`, `"${wrong}" is probably a slip: usually "${rights.join('" or "')}"`),
    fixes: isSure ? [replacement(wrong, right, start, 'safe')] : rights.map((word) => replacement(wrong, word, start, 'choice')),
  };
}
