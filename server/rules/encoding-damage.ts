import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import type { ReportRule, RuleFinding } from './rule.js';
import type { Span } from '../text/span.js';

/**
 * What a wrong decoding leaves: replacement characters and their Chinese forms, UTF-8 read as GBK (锛, 銆 and 鐨 hardly
 * occur otherwise) or as Latin-1, memory filling of C programs, control characters.
 */
const DAMAGE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\ufffd\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]{1,200}|(?:锟斤拷?|斤拷锟){1,60}|(?:烫烫|屯屯|葺葺){2,60}|(?:[锛銆][\u2000-\u9fff\ue000-\uf8ff]|鐨[勫勬勶]|娉曟不|鏀垮簻|寤鸿){1,60}|(?:[\u00c3\u00e2-\u00ef][\u0080-\u00bf]{1,2}){2,60}/gu;

/** Without one of these a text holds no damage. */
const TRIGGERS: readonly string[] = Object.freeze([
  ...charactersBetween(0x00, 0x08),
  ...charactersBetween(0x0e, 0x1f),
  ...charactersBetween(0x7f, 0x84),
  ...charactersBetween(0x86, 0x9f),
  '\ufffd',
  ...'锟烫屯葺锛銆',
  '鐨勫',
  '鐨勬',
  '鐨勶',
  '娉曟不',
  '鏀垮簻',
  '寤鸿',
  '\u00c3',
  ...charactersBetween(0xe2, 0xef),
]);

function charactersBetween(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
}

/** More places than this are one finding: the whole file was read in the wrong encoding. */
const MANY = 10;

/** 乱码: characters that a wrong encoding destroyed. */
export const encodingDamage: ReportRule = {
  id: 'encoding-damage',
  group: 'residue',
  scope: 'report',
  severity: 'error',
  fixable: 'none',
  name: localized('乱码', 'Encoding damage'),
  finds: localized(
    '编码出错留下的乱码（�、锟斤拷、锛氱）和看不见的控制字符。',
    'Characters that a wrong encoding destroyed (�, 锟斤拷), and control characters.',
  ),
  why: localized('乱码处的字已经丢了，读者无从知道原文。', 'What stood there is lost; no reader can tell what it was.'),
  examples: {
    bad: [
      {
        parts: {
          opening: '2024年，清源镇深入学习贯彻习近平法治思想，扎实推进法治政��建设。现将有关情况报告如下：',
        },
      },
      {
        parts: {
          opening: '2024年，清源镇深入学习贯彻习近平法治思想，锟斤拷锟斤拷推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  triggers: TRIGGERS,
  check(report) {
    const places = [...report.source.text.matchAll(DAMAGE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
    if (places.length <= MANY) return places.map((span) => damage(report.source.slice(span), span));
    return oncePerFile({
      places,
      message: localized(
        `全文有${places.length}处乱码：多半是用错编码打开或转存的，请用原来的编码（常见的是 GB18030、UTF-8）重新打开`,
        `${places.length} places are damaged: the file was probably opened or saved in the wrong encoding; open it again in its own (GB18030 or UTF-8)`,
      ),
    });
  },
};

function damage(text: string, span: Span): RuleFinding {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are shown by their code
  const isInvisible = /^[\u0000-\u009f]+$/u.test(text);
  const code = `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    span,
    message: isInvisible
      ? localized(`这里有看不见的控制字符（${code}）：请删去`, `An invisible control character (${code}) stands here: delete it`)
      : localized(
          `“${text.slice(0, 12)}”是乱码：请对照原稿改回原文`,
          `"${text.slice(0, 12)}" is damaged text: restore it from the original`,
        ),
  };
}
