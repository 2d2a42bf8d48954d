/**
 * What Word and its converters leave in a text: field codes, names of bookmarks, messages of fields that lost their
 * target. Each pattern is bounded, so that a text full of beginnings costs no more than its length.
 *
 * Source: field codes and messages of Microsoft Word in Chinese and English (域代码); `[bookmark: _GoBack]` stands in
 * one of the five samples.
 */
export const WORD_RESIDUE: readonly RegExp[] = Object.freeze([
  // Converters to plain text write bookmarks, notes and pictures in square brackets.
  /\[(?:bookmark|footnoteRef|endnoteRef|footnote|endnote|comment|image|图片)\s{0,3}:\s{0,3}[^[\]\r\n]{0,60}\]/giu,
  /(?:错误|出错)\s{0,2}[！!]\s{0,2}(?:未找到引用源|未定义书签|书签未定义|未找到目录项|未指定书签|超链接引用无效|未知的文档属性名称|链接无效|未找到图形项目表|样式未定义|文档中没有指定样式的文字)/gu,
  /Error\s{0,2}[!！]\s{0,2}(?:Bookmark not defined|Reference source not found|No bookmark name given|Hyperlink reference not valid|Unknown document property name|Not a valid link|No table of (?:contents|figures) entries found|No text of specified style in document)\.?/giu,
  /HYPERLINK\s{1,3}(?:\\l\s{1,3})?["“”][^"“”\r\n]{0,300}["“”](?:\s{1,3}\\[a-z](?:\s{1,3}["“][^"“”\r\n]{0,100}["”])?){0,3}/gu,
  /INCLUDEPICTURE\s{1,3}(?:\\d\s{1,3})?["“”][^"“”\r\n]{0,300}["“”](?:\s{1,3}\\\*\s{0,2}MERGEFORMAT(?:INET)?)?/gu,
  /(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|SEQ|REF|PAGEREF|STYLEREF|FILENAME|QUOTE)\s{1,3}(?:[\w.\u4e00-\u9fff]{1,40}\s{1,3}){0,2}(?:\\[a-z@#]\s{0,3}(?:["“][^"“”\r\n]{0,40}["”]\s{0,3})?){0,4}\\\*\s{0,2}(?:MERGEFORMAT|ARABIC|CHARFORMAT)/gu,
  /(?:PAGEREF|REF)\s{1,3}_(?:Toc|Ref|Hlk)\d{1,12}(?:\s{1,3}\\[a-z]){0,4}/gu,
  /TOC\s{1,3}\\[a-z](?:\s{0,3}["“]?[\d-]{1,5}["”]?)?(?:\s{1,3}\\[a-z]){0,5}/gu,
  /\\\*\s{0,2}(?:MERGEFORMAT(?:INET)?|CHARFORMAT)/gu,
  /_(?:GoBack|Toc\d{3,12}|Ref\d{3,12}|Hlk\d{3,12})/gu,
  /(?:FORMTEXT|FORMCHECKBOX|MACROBUTTON|EMBED\s{1,3}(?:Equation|Excel|Word|PowerPoint|Visio)[\w.]{0,30})(?![a-z])/gu,
  /(?:mso-|panose-1:|font-family:)[a-z-]{0,30}[:：;；][^\u4e00-\u9fff\r\n]{0,80}/gu,
]);

/**
 * What Word leaves holds at least one of these: the bracket of a bookmark, the exclamation mark of a message, the backslash
 * of a switch, or the name of a field or style that needs none of them.
 */
export const WORD_RESIDUE_TRIGGERS: readonly string[] = Object.freeze([
  '[',
  '!',
  '！',
  '\\',
  '_GoBack',
  '_Toc',
  '_Ref',
  '_Hlk',
  'HYPERLINK',
  'INCLUDEPICTURE',
  'FORMTEXT',
  'FORMCHECKBOX',
  'MACROBUTTON',
  'EMBED',
  'mso-',
  'panose-1:',
  'font-family:',
]);
