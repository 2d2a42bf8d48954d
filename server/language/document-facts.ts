import type { DocumentKind, ListedDocument } from '../knowledge/documents.js';
import type { ProjectDocument } from '../report/project.js';
import type { Locale, LocalizedText } from '../rules/rule.js';

/** The name as the document itself prints it, with its period: 法治政府建设实施纲要（2021—2025年）. */
export function printedName({ name, period }: Pick<ListedDocument, 'name' | 'period'>): string {
  return period === undefined ? name : `${name}（${period}）`;
}

/** A name as it stands inside 《》: title marks of its own become 〈〉. */
export function insideTitleMarks(name: string): string {
  return name.replaceAll('《', '〈').replaceAll('》', '〉');
}

/** Period, number and kind, and whether it is out of force: for a list. */
export function briefFacts(document: ListedDocument | ProjectDocument, locale: Locale): string {
  const words = WORDS[locale];
  const facts = [document.period, document.number].filter((fact) => fact !== undefined);
  if (!('kind' in document)) return [...facts, words.project].join(' · ');
  const status = document.repealed === undefined ? [] : [words.outOfForce];
  return [...status, ...facts, KINDS[document.kind][locale]].join(' · ');
}

/**
 * What is known for sure of a document, a line each: kind, number, issuer, date, whether it is in force, its other right names.
 * What is not known is left out.
 */
export function documentFacts(document: ListedDocument | ProjectDocument, locale: Locale): readonly string[] {
  const words = WORDS[locale];
  const facts: string[] = [];
  const add = (label: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') facts.push(label + value);
  };
  if (!('kind' in document)) {
    facts.push(words.fromProject);
    add(words.number, document.number);
    add(words.period, document.period);
    return facts;
  }
  const { kind, number, issuer, date, period, repealed, shortNames = [] } = document;
  add(words.kind, KINDS[kind][locale]);
  add(words.number, number);
  // 中共中央、国务院转发 says itself what they did.
  if (issuer !== undefined) facts.push(PASSED_ON.test(issuer) ? issuer : words.issuer + issuer);
  add(IN_FORCE_FROM.includes(kind) ? words.inForce : words.issued, date === undefined ? undefined : dateIn(date, locale));
  add(words.period, period);
  if (repealed !== undefined) facts.push(words.repealed(dateIn(repealed.since, locale), repealed.by));
  add(words.otherNames, shortNames.join(locale === 'en' ? ', ' : '、'));
  return facts;
}

const PASSED_ON = /(?:转发|批准)$/u;

/** Kinds whose date is the day from which they are in force. */
const IN_FORCE_FROM: readonly DocumentKind[] = ['law', 'administrative-regulation', 'party-regulation'];

const KINDS: Readonly<Record<DocumentKind, LocalizedText>> = {
  law: { 'zh-CN': '法律', en: 'law' },
  'administrative-regulation': { 'zh-CN': '行政法规', en: 'administrative regulation' },
  'party-regulation': { 'zh-CN': '党内法规', en: 'party regulation' },
  plan: { 'zh-CN': '规划、纲要', en: 'plan' },
  opinion: { 'zh-CN': '意见', en: 'opinion' },
  notice: { 'zh-CN': '通知', en: 'notice' },
  decision: { 'zh-CN': '决定', en: 'decision' },
  standard: { 'zh-CN': '指标体系', en: 'standard' },
  book: { 'zh-CN': '图书', en: 'book' },
};

function dateIn(date: string, locale: Locale): string {
  const [year, month, day] = date.split('-').map(Number);
  return locale === 'en' ? date : `${year}年${month}月${day}日`;
}

const WORDS = {
  'zh-CN': {
    project: '本项目的文件',
    outOfForce: '已废止',
    fromProject: '项目文件 .fazhi-report.json 列出的名称。',
    kind: '类别：',
    number: '文号：',
    issuer: '制定机关：',
    inForce: '施行日期：',
    issued: '成文日期：',
    period: '规划期：',
    repealed: (since: string, by: string) => `已废止：自${since}起由《${by}》代替。`,
    otherNames: '简称：',
  },
  en: {
    project: 'of this project',
    outOfForce: 'repealed',
    fromProject: 'Listed in .fazhi-report.json.',
    kind: 'Kind: ',
    number: 'Number: ',
    issuer: 'Issued by: ',
    inForce: 'In force since: ',
    issued: 'Dated: ',
    period: 'Period: ',
    repealed: (since: string, by: string) => `Repealed: replaced by 《${by}》 from ${since}.`,
    otherNames: 'Short names: ',
  },
} as const;
