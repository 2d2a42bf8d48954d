import type { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import type { DateReading } from '../text/dates.js';
import type { Enumeration } from './enumerations.js';
import type { Figure } from './figures.js';
import type { Project } from './project.js';
import type { TitledName } from './titled-names.js';
import type { YearMention } from './years.js';

/**
 * The four things that the regulation wants reported.
 *
 * `measures` 主要举措和成效, `shortcomings` 不足和原因, `duties` 第一责任人职责, `plan` 下一年度主要安排.
 */
export type SectionKind = 'measures' | 'shortcomings' | 'duties' | 'plan';

/** What body an agency is, from the class word of its name (镇, 乡, 街道, 县, 区, 市, 省, 局 …). */
export type AgencyKind =
  | 'town'
  | 'township'
  | 'subdistrict'
  | 'county'
  | 'district'
  | 'city'
  | 'province'
  | 'department'
  | 'zone'
  | 'other';

/** How a heading is numbered, from the highest level that official style knows to the lowest. */
export type MarkerStyle =
  /** 第一部分, 第一章 */
  | 'part'
  /** 一、 */
  | 'chinese'
  /** （一）, ㈠ */
  | 'chinese-parenthesis'
  /** 1. */
  | 'arabic'
  /** （1）, ⑴, 1) */
  | 'arabic-parenthesis'
  /** ① */
  | 'circled'
  /** 第一， */
  | 'ordinal';

/** The number in front of a heading. */
export interface HeadingMarker {
  readonly style: MarkerStyle;
  /** The number as a value, from 1. */
  readonly value: number;
  /** From the first character of the marker to the last, without the blanks that follow. */
  readonly span: Span;
  /** The numeral alone (一, 12, ㈠). */
  readonly numeral: Span;
}

/** A heading with its place in the tree. */
export interface Heading {
  /** 1 for the highest level that the file uses, counted over the marker styles it uses. */
  readonly level: number;
  /** Absent where the heading carries no number. */
  readonly marker: HeadingMarker | undefined;
  /** Marker and text, without indentation, without the text that follows on the same line. */
  readonly span: Span;
  /** The heading's words without marker, end mark and outer blanks. */
  readonly text: string;
  /** Where `text` stands. */
  readonly textSpan: Span;
  /** Physical line, from 0. */
  readonly line: number;
  /** False where the section's text follows the heading on the same line (（一）…。正文). */
  readonly ownLine: boolean;
  /** The line is a whole sentence of running text that happens to be numbered (1.召开专题会议4次。). */
  readonly isSentence: boolean;
  /** Mandated kinds that the words of the heading name; empty for most headings below level 1. */
  readonly kinds: readonly SectionKind[];
  /** From the end of the heading to the next heading of the same or a higher level, or to the end of the body. */
  readonly content: Span;
  readonly parent: Heading | undefined;
  readonly children: readonly Heading[];
  /** Running text directly below the heading, that of its sub-headings left out; a run-in heading's own paragraph is the first. */
  readonly paragraphs: readonly Paragraph[];
}

/** A level-1 heading with all below it. */
export interface Section {
  readonly heading: Heading;
  /** Kinds that the section satisfies; a themed section is `['measures']`, any other unnamed one is empty. */
  readonly kinds: readonly SectionKind[];
  /** Whether it counts as measures only because of the themed layout. */
  readonly themed: boolean;
  /** From the first character of the heading to the end of the section's text. */
  readonly span: Span;
  /** Last line (from 0) that holds text of the section. */
  readonly endLine: number;
  /** 字 of the text below the heading: no blanks, no punctuation, sub-headings included. */
  readonly characters: number;
}

/** What a logical paragraph is in the report. */
export type ParagraphRole = 'title' | 'addressee' | 'opening' | 'heading' | 'body' | 'sign-off' | 'furniture' | 'attachment';

/**
 * What a logical paragraph is by itself, wherever it stands: all that follows from its role and its text alone.
 * It outlives edits of the rest of the text, and so does what was read from it.
 */
export interface ParagraphContent {
  readonly role: ParagraphRole;
  /** The pieces joined, without line ends, indentation and trailing blanks. */
  readonly text: string;
  /** Quantities, computed when first asked for; spans are offsets into `text`. */
  readonly figures: readonly Figure[];
  /** Names in 《》, computed when first asked for; spans are offsets into `text`. */
  readonly titledNames: readonly TitledName[];
  /** Four-digit and Chinese years, computed when first asked for; spans are offsets into `text`. */
  readonly years: readonly YearMention[];
  /**
   * What a function reads from role and text: read once, remembered as long as they stay.
   *
   * @param read a function of the module, not one made anew for each call: it is the key.
   */
  fact<T>(read: (content: ParagraphContent) => T): T;
}

/**
 * A logical paragraph: physical lines joined again where a page break or a hard wrap cut a sentence.
 * `text` is what rules read; `toSource` leads every place back to the untouched text.
 */
export interface Paragraph extends ParagraphContent {
  /** The same without its place; one object as long as role and text stay the same. */
  readonly content: ParagraphContent;
  /** One span a physical line, in order. */
  readonly pieces: readonly Span[];
  /** The nearest heading above, or the paragraph's own for headings and run-in headings. */
  readonly heading: Heading | undefined;
  readonly section: Section | undefined;
  /** Leads a half-open span of `text` back to the untouched text; it may then cross line ends. */
  toSource(span: Span): Span;
}

/** Everything the first floor knows of a report. Made by `parseReport`, which never throws. */
export interface Report {
  readonly source: SourceText;
  /** What the user's project says of the report; `NO_PROJECT` where there is none. */
  readonly project: Project;
  /** Whether a title names it as a report on law-based government. */
  readonly isReport: boolean;
  readonly title: Title | undefined;
  /** Further titles before the first section: copies left by a web page. */
  readonly repeatedTitles: readonly Title[];
  readonly year: ReportYear | undefined;
  readonly agency: Agency | undefined;
  readonly addressee: Span | undefined;
  /** 现将…报告如下, as often as it stands before the first section. */
  readonly openingFormulas: readonly OpeningFormula[];
  /** The roots of the heading tree, in order. */
  readonly headings: readonly Heading[];
  /** Every heading, in order. */
  readonly allHeadings: readonly Heading[];
  readonly sections: readonly Section[];
  /** Whether level-1 headings name topics instead of one measures heading. */
  readonly themed: boolean;
  readonly paragraphs: readonly Paragraph[];
  /** Lists in running text (一是…二是…), computed when first asked for. */
  readonly enumerations: readonly Enumeration[];
  readonly signOff: SignOff | undefined;
  /** A date line between title and text, as in reports to a people's congress. */
  readonly titleBlockDate: SignOffDate | undefined;
  readonly furniture: readonly FurnitureBlock[];
  /** Span of the report proper: no furniture, no trailing blanks. */
  readonly body: Span;
}

/** The title, over one to several lines. */
export interface Title {
  /** Its lines joined, blanks at the joints removed. */
  readonly text: string;
  /** One span a line, without outer blanks. */
  readonly lines: readonly Span[];
  /** From the first character to the last. */
  readonly span: Span;
}

/** The report year Y and where it was read. */
export interface ReportYear {
  readonly value: number;
  readonly from: 'title' | 'opening' | 'headings';
  readonly span: Span;
}

/** The reporting body. */
export interface Agency {
  /** As written, without inner blanks: 宁河镇, 赵庄镇人民政府; or as the user's project has it. */
  readonly name: string;
  readonly kind: AgencyKind;
  /** Where the text names it; `project` where only the user's project does. */
  readonly from: 'title' | 'title-block' | 'sign-off' | 'opening' | 'metadata' | 'project';
  /** Where the text names it; the title, or the beginning of the text, where it does not. */
  readonly span: Span;
}

/** 现将…报告如下: the sentence that opens the report proper. */
export interface OpeningFormula {
  /** From 现将 (or the start of the clause) to 如下. */
  readonly span: Span;
}

/** Agency and date below the text. */
export interface SignOff {
  readonly agency: Span | undefined;
  readonly date: SignOffDate | undefined;
  readonly span: Span;
}

/** A line that is, or should be, the date. */
export interface SignOffDate {
  readonly span: Span;
  readonly reading: DateReading;
}

/** A piece of page furniture above or below the report: 来源: …, 打印 关闭. */
export interface FurnitureBlock {
  readonly span: Span;
  readonly place: 'above' | 'below';
}
