import type { Span } from '../text/span.js';
import { agencyInTitle, agencyKindOf, isAgencyName } from './agency.js';
import type { Line } from './lines.js';
import type { Project } from './project.js';
import type { Agency } from './report.js';
import type { Tail } from './sign-off.js';
import type { TitleBlock } from './title.js';

/**
 * The reporting body: named in the title, beside it, in the sign-off, in the opening or in the page's metadata,
 * in this order.
 */
export function findAgency(
  lines: readonly Line[],
  titles: TitleBlock,
  tail: Tail,
  preface: readonly Line[],
  opening: readonly Line[],
): Agency | undefined {
  const { title } = titles;
  if (title !== undefined) {
    const name = agencyInTitle(title.text.replace(/[\s\u00a0\u3000]+/gu, ''));
    if (name !== undefined) return makeAgency(name, 'title', title.span);
  }
  const beside = [lines[titles.first - 1], ...preface].find((line) => line !== undefined && isAgencyName(line.text));
  if (beside !== undefined) return makeAgency(beside.text, 'title-block', { start: beside.start, end: beside.end });
  const speaker = agencyOfSpeaker(preface);
  if (speaker !== undefined) return speaker;
  if (tail.signOff?.agency !== undefined) {
    const span = tail.signOff.agency;
    const line = lines.find(({ start, end }) => start <= span.start && span.end <= end);
    if (line !== undefined) return makeAgency(line.text.slice(span.start - line.start, span.end - line.start), 'sign-off', span);
  }
  return agencyOfOpening(opening) ?? agencyOfMetadata([...lines.slice(0, titles.first), ...preface]);
}

/**
 * The reporting body with what the user's project says of it: name and kind of the project win, the place stays the text's.
 *
 * @param found what the text names.
 * @param fallback where the body stands that only the project names.
 */
export function withProject(found: Agency | undefined, { name, kind }: Project['agency'], fallback: Span): Agency | undefined {
  const named =
    name === undefined ? found : { name, kind: agencyKindOf(name), from: found?.from ?? 'project', span: found?.span ?? fallback };
  return named === undefined || kind === undefined ? named : { ...named, kind };
}

/** 丰乐县司法局局长　周明: reports to a people's congress name who speaks instead of who reports. */
function agencyOfSpeaker(preface: readonly Line[]): Agency | undefined {
  for (const { text, start } of preface) {
    const office =
      /^([\u4e00-\u9fff]{2,30}?)(?:党组书记、)?(?:副?(?:局|县|区|市|镇|乡|厅|省|州)长|副?主任)[ \u00a0\u3000]{0,4}[\u4e00-\u9fff·](?:[ \u00a0\u3000]{0,3}[\u4e00-\u9fff·]){1,5}$/u.exec(
        text,
      )?.[1];
    if (office === undefined) continue;
    // 丰乐县县长: the territory is named before the office; 丰乐县副县长 likewise.
    if (isAgencyName(office)) return makeAgency(office, 'title-block', { start, end: start + office.length });
  }
  return undefined;
}

function agencyOfOpening(lines: readonly Line[]): Agency | undefined {
  for (const line of lines) {
    const match =
      /(?:现将|年度?(?:以来)?[，,])([\u4e00-\u9fff]{2,20}?(?:人民政府|办事处|委员会|镇|乡|街道|县|区|市|局|厅|委))(?=\d|二〇|年|的?法治|认真|坚持|深入|在|以|严格|全面|紧|始终|按照|根据|高度|切实|扎实|持续|关于)/u.exec(
        line.text,
      );
    const name = match?.[1];
    if (match === null || name === undefined || /^(?:我|全|本|各|在|市委|县委|区委)/u.test(name)) continue;
    const start = line.start + match.index + match[0].length - name.length;
    return makeAgency(name, 'opening', { start, end: start + name.length });
  }
  return undefined;
}

function agencyOfMetadata(lines: readonly Line[]): Agency | undefined {
  for (const line of lines) {
    const match = /(?:来源|发布机构|发布单位|发文机关|机构名称|公开机构|制发机关)\s*[:：]\s*([\u4e00-\u9fff]{3,30})/u.exec(line.text);
    const name = match?.[1];
    if (match === null || name === undefined || !isAgencyName(name)) continue;
    const start = line.start + match.index + match[0].length - name.length;
    return makeAgency(name, 'metadata', { start, end: start + name.length });
  }
  return undefined;
}

function makeAgency(name: string, from: Agency['from'], span: Span): Agency {
  const bare = name.replace(/[\s\u00a0\u3000]+/gu, '').replace(/[（(](?:盖章|章|公章|印章)[）)]$/u, '');
  return { name: bare, kind: agencyKindOf(bare), from, span };
}
