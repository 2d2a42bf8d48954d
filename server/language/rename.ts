import type { Position, Range } from 'vscode-languageserver-types';
import { agencyKindOf } from '../report/agency.js';
import type { Report } from '../report/report.js';
import { divisionsIn } from '../rules/place-names.js';
import type { Locale, LocalizedText, SourceEdit } from '../rules/rule.js';
import { localized } from '../rules/localized.js';
import { contains, type Span } from '../text/span.js';
import { agencyOccurrences } from './agencyOccurrences.js';
import { countedThingAt } from './countedOccurrences.js';
import { toRange } from './ranges.js';

/** What would be renamed at a place, or why nothing can be. */
export type PreparedRename =
  | { readonly range: Range; readonly placeholder: string; readonly refused?: undefined }
  | { readonly refused: string };

/** The edits of a renaming, or why there are none; non-overlapping, in order. */
export type Renaming = { readonly edits: readonly SourceEdit[]; readonly refused?: undefined } | { readonly refused: string };

/** What the caret is on. */
interface Target {
  readonly kind: 'agency' | 'thing';
  readonly name: string;
  /** Where the name stands at the caret. */
  readonly at: Span;
  /** Every place that is renamed. */
  readonly spans: readonly Span[];
}

/** What can be renamed: the agency's own name (in all its forms), or what a figure counts (everywhere that it is counted). */
export function prepareRename(report: Report, position: Position, locale: Locale): PreparedRename {
  const target = targetAt(report, report.source.offsetAt(position));
  if ('refused' in target) return { refused: target.refused[locale] };
  return { range: toRange(report.source, target.at), placeholder: target.name };
}

/** Renames what the caret is on: of the agency's name its own part alone, so that 宁河镇党委 becomes 清河镇党委. */
export function rename(report: Report, position: Position, newName: string, locale: Locale): Renaming {
  const target = targetAt(report, report.source.offsetAt(position));
  if ('refused' in target) return { refused: target.refused[locale] };
  const objection = target.kind === 'agency' ? objectionToAgency(target.name, newName) : objectionToName(newName);
  if (objection !== undefined) return { refused: objection[locale] };
  return { edits: target.spans.map((span) => ({ span, newText: newName })) };
}

function targetAt(report: Report, offset: number): Target | { readonly refused: LocalizedText } {
  const at = { start: offset, end: offset };
  const agency = agencyOccurrences(report);
  const here = agency?.all.find(({ span }) => contains(span, at));
  if (agency !== undefined && here !== undefined) {
    if (offset < here.own.start) return { refused: elsewhereInName(agency.body.own) };
    return { kind: 'agency', name: agency.body.own, at: here.own, spans: agency.all.map(({ own }) => own) };
  }
  const thing = countedThingAt(report, offset);
  if (thing === undefined) return { refused: NOTHING };
  const nouns = new Map<number, Span>();
  for (const { noun } of thing.all) if (noun !== undefined && report.source.slice(noun) === thing.noun) nouns.set(noun.start, noun);
  const spans = [...nouns.values()].sort((a, b) => a.start - b.start);
  const own = thing.all.find(({ figure, noun }) => contains(figure, at) || (noun !== undefined && contains(noun, at)))?.noun;
  if (own === undefined || !nouns.has(own.start)) return { refused: NO_NOUN };
  return { kind: 'thing', name: thing.noun, at: own, spans };
}

/** Names are written in Chinese characters throughout. */
const NAME = /^[\u3400-\u9fff\u3007]{2,30}$/u;

function objectionToName(name: string): LocalizedText | undefined {
  if (name.trim() === '') return localized('新名称不能为空', 'The new name must not be empty');
  if (NAME.test(name)) return undefined;
  return localized(
    '新名称只能是两个以上的汉字，不能有空格、数字和标点',
    'The new name must be two or more Chinese characters, without blanks, digits and punctuation',
  );
}

function objectionToAgency(old: string, name: string): LocalizedText | undefined {
  const objection = objectionToName(name);
  if (objection !== undefined) return objection;
  const above = divisionsIn(name)[0];
  if (above !== undefined && above.start === 0 && above.end < name.length - 1 && divisionsIn(old)[0]?.start !== 0) {
    const own = name.slice(above.end);
    return localized(`只写本机关的名称“${own}”，不写上级“${above.name}”`, `Write the name of the agency alone, without ${above.name}`);
  }
  if (familyOf(name) === familyOf(old)) return undefined;
  return localized(
    `“${name}”与“${old}”不是同一类机关，“人民政府”“办事处”等称呼要逐处改；同类的名称要写全，例如“清河${classWordOf(old)}”`,
    `“${name}” is no agency of the same kind as “${old}”: its organs have other names. Write the whole name, with its class word`,
  );
}

/** Kinds whose organs have the same names. */
function familyOf(name: string): string {
  const kind = agencyKindOf(name);
  if (kind === 'township') return 'town';
  return kind === 'district' || kind === 'city' ? 'county' : kind;
}

function classWordOf(name: string): string {
  return /(?:街道|.)$/u.exec(name)?.[0] ?? '';
}

function elsewhereInName(own: string): LocalizedText {
  return localized(`要改机关名称，请把光标放在“${own}”上`, `To rename the agency, put the caret on “${own}”`);
}

const NOTHING = localized(
  '这里不能重命名：请把光标放在本机关的名称、数据或者数据所指的事项上',
  'Nothing to rename here: put the caret on the name of the agency, on a figure or on what it counts',
);
const NO_NOUN = localized(
  '这个数据所指的事项没有连着写在旁边，不能重命名',
  'What this figure counts does not stand beside it word by word',
);
