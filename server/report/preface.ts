import { agencyInTitle } from './agency.js';
import type { Line } from './lines.js';
import { readMarker } from './markers.js';
import { isAddressee } from './opening.js';
import { readYears } from './years.js';

/**
 * How many lines below the title still belong to it.
 *
 * @param lines those below the title.
 * @param hasTitle whether there is a report's title above them; without one they may begin with another title.
 */
export function prefaceLength(lines: readonly Line[], hasTitle: boolean): number {
  return Math.max(prefaceEnd(lines), hasTitle ? 0 : otherTitleEnd(lines));
}

/** How many lines after the title are still its block: metadata, 人大 subtitle, date, addressee. */
function prefaceEnd(lines: readonly Line[]): number {
  let end = 0;
  for (let index = 0; index < lines.length && index < 40; index++) {
    const line = lines[index];
    if (line === undefined || line.content.marker !== undefined) break;
    const isPreface = line.content.isFurniture || isAddressee(line) || line.content.signOff !== undefined || isSubtitle(line.text);
    if (isPreface) end = index + 1;
    else if (line.text.length > 60 || /[。；]/u.test(line.text)) break;
  }
  return end;
}

/** How many lines at the beginning of a text without a report's title are the title of something else: 青石县水利局2019年工作总结. */
function otherTitleEnd(lines: readonly Line[]): number {
  for (let index = 0; index < MOST_TITLE_LINES; index++) {
    const text = lines[index]?.text.replace(/[\s\u3000]/gu, '') ?? '';
    if (text === '' || text.length > LONGEST_TITLE_LINE || /[。；，！？：]$|[。；]/u.test(text) || readMarker(text) !== undefined) return 0;
    const joined = lines
      .slice(0, index + 1)
      .map((line) => line.text.replace(/[\s\u3000]/gu, ''))
      .join('');
    const isTitle = OTHER_TITLE.test(text) && (readYears(joined).length > 0 || agencyInTitle(joined) !== undefined);
    if (isTitle) return index + 1;
  }
  return 0;
}

const MOST_TITLE_LINES = 3;
const LONGEST_TITLE_LINE = 60;
const OTHER_TITLE =
  /(?:报告|总结|汇报|综述|要点|计划|方案|安排|通知|公告|通报|情况说明|工作情况|简报|材料|讲话|发言|清单|意见|台账|年报)(?:[（(][^（()）]{1,16}[）)])?$/u;

/** ——2021年4月29日在…会议上, （2025年1月10日）, X司〔2025〕3号. */
function isSubtitle(text: string): boolean {
  return /^[—–-]{1,2}|^[（(].{1,40}[）)]$|会议上[）)]?$|[〔[［﹝]\d{4}[〕\]］﹞]\s*(?:第\s*)?\d+\s*号$/u.test(text);
}

/** How many lines stand before the first that can be a heading. */
export function openingLength(lines: readonly Line[]): number {
  for (const [index, { content }] of lines.entries()) {
    const isShort = content.text.length <= 45 && !/[。；：:，,]/u.test(content.text);
    if (isShort || (content.marker !== undefined && content.marker.style !== 'ordinal')) return index;
  }
  return Math.min(lines.length, 6);
}
