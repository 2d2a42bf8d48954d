import { FURNITURE_BEGINNINGS, FURNITURE_LABELS, FURNITURE_WORDS } from '../knowledge/page-furniture.js';
import { foldForMatching } from './fold.js';

const LABELS: ReadonlySet<string> = new Set(FURNITURE_LABELS.map(compact));
const WORDS: ReadonlySet<string> = new Set(FURNITURE_WORDS.map(compact));
const BEGINNINGS: readonly string[] = FURNITURE_BEGINNINGS.map((beginning) => compact(foldForMatching(beginning)));
const LONGEST_FURNITURE_LINE = 160;

/**
 * Whether a line is page furniture (来源: …, 打印 关闭, 您当前的位置: 首页 > …).
 * Only meaningful above the text proper or below its last paragraph.
 */
export function isFurnitureLine(line: string): boolean {
  if (line.length > LONGEST_FURNITURE_LINE) return false;
  const folded = foldForMatching(line)
    .replace(/^[\s[【(•·]+/u, '')
    .trim();
  if (folded.length === 0) return true;
  const bare = compact(folded);
  if (WORDS.has(bare)) return true;
  if (BEGINNINGS.some((beginning) => bare.startsWith(beginning))) return true;
  const label = /^([^:：]{1,10})[:：\]】]/u.exec(bare)?.[1];
  if (label !== undefined && LABELS.has(label)) return true;
  const words = folded.split(/[\s|丨/、·•>［\][【】()]+/u).filter((word) => word.length > 0);
  return (
    words.length > 0 &&
    words.every((word) => WORDS.has(compact(word)) || LABELS.has(compact(word).split(':', 1)[0] ?? '') || /^[\d:.-]+$/u.test(word)) &&
    words.some((word) => !/^[\d:.-]+$/u.test(word))
  );
}

function compact(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/gu, '');
}
