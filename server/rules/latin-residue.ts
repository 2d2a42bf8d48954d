import { FUNCTION_WORDS, LATIN_WORDS_IN_USE } from '../knowledge/latin-words.js';
import { localized } from './localized.js';
import type { Fix, ParagraphRule, RuleFinding } from './rule.js';

/** A Latin word with Chinese on both sides, blanks between them allowed. */
const BETWEEN_CHINESE = /(?<=[\u4e00-\u9fff”》）][ \u00a0]?)[A-Za-z]{2,20}(?=[ \u00a0]?[\u4e00-\u9fff“《（])/gu;

/** 夹杂外文: a Latin word between Chinese. */
export const latinResidue: ParagraphRule = {
  id: 'latin-residue',
  group: 'residue',
  scope: 'paragraph',
  severity: 'error',
  fixable: 'safe',
  name: localized('夹杂外文', 'Latin residue'),
  finds: localized(
    '汉字之间夹着 and、or、the、of（错误），或者别的小写外文词（信息）。App、LED、VR、AI 等通行写法不算。',
    'and, or, the, of between Chinese (error), or another lower-case Latin word (information). App, LED, VR, AI and the like are fine.',
  ),
  why: localized(
    '多半是翻译软件、输入法或复制时带进来的，公文里不该出现。',
    'It mostly comes from a translation tool, an input method or pasting, and has no place in an official text.',
  ),
  // All that is flagged has its second letter in lower case.
  triggers: [...'abcdefghijklmnopqrstuvwxyz'],
  examples: {
    bad: [
      {
        parts: {
          opening: '2024年，清源镇畅通网络平台 and 热线平台，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
    good: [
      {
        parts: {
          opening: '2024年，清源镇用好“掌上办”App、LED屏和VR普法馆，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
  },
  check({ text, role }) {
    if (role === 'furniture') return [];
    return [...text.matchAll(BETWEEN_CHINESE)].map((match) => judge(match[0], match.index, text)).filter((found) => found !== undefined);
  },
};

function judge(word: string, start: number, text: string): RuleFinding | undefined {
  const lower = word.toLowerCase();
  const span = { start, end: start + word.length };
  const isFunctionWord = FUNCTION_WORDS.has(lower) && word.slice(1) === lower.slice(1);
  if (isFunctionWord) {
    return {
      span,
      message: localized(`“${word}”夹在汉字之间：请改成中文`, `"${word}" stands between Chinese: write it in Chinese`),
      fixes: lower === 'and' ? [andFix(text, span.start, span.end)] : [],
    };
  }
  // Capitals make an abbreviation or a name: LED, App, WeChat.
  if (word !== lower || LATIN_WORDS_IN_USE.has(lower)) return undefined;
  return {
    span,
    severity: 'information',
    message: localized(
      `“${word}”夹在汉字之间：不是专用名称的，请改成中文或删去`,
      `"${word}" stands between Chinese: unless it is a name, write it in Chinese or delete it`,
    ),
  };
}

/** The blanks round the word go with it: official style has none between Chinese. */
function andFix(text: string, start: number, end: number): Fix {
  const isBlank = (index: number): boolean => /[ \u00a0]/u.test(text.charAt(index));
  const span = { start: isBlank(start - 1) ? start - 1 : start, end: isBlank(end) ? end + 1 : end };
  return { kind: 'safe', title: localized('改为“和”', 'Change to 和'), edits: [{ span, newText: '和' }] };
}
