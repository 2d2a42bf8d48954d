export type LanguageConfiguration = {
  brackets: [string, string][];
  colorizedBracketPairs: [string, string][];
  autoClosingPairs: { open: string; close: string }[];
  autoCloseBefore: string;
  surroundingPairs: [string, string][];
  wordPattern: { pattern: string; flags: string };
  onEnterRules: {
    beforeText: string;
    afterText?: string;
    previousLineText?: string;
    action: { indent: 'none' | 'indent' | 'outdent' | 'indentOutdent'; appendText?: string; removeText?: number };
  }[];
};

/**
 * The line that Enter makes, by the editor's documented rules: the first rule that fits; else the brackets, which
 * indent after an open one; else the indentation of the line above. An indentation is spaces and tabs only: the
 * full-width space is a character like any other, so a rule has to bring it along.
 */
export function pressEnter(configuration: LanguageConfiguration, before: string, after = '', previous = ''): string {
  const indentation = /^[ \t]*/.exec(before)?.[0] ?? '';
  const fits = (pattern: string | undefined, text: string) => pattern === undefined || new RegExp(pattern).test(text);
  for (const rule of configuration.onEnterRules) {
    if (fits(rule.beforeText, before) && fits(rule.afterText, after) && fits(rule.previousLineText, previous)) {
      const { indent, appendText = '', removeText = 0 } = rule.action;
      if (indent !== 'none') {
        throw new Error(`not modelled: ${indent}`);
      }
      return indentation.slice(0, Math.max(0, indentation.length - removeText)) + appendText + after;
    }
  }
  const opened = configuration.brackets.some(([open]) => before.trimEnd().endsWith(open));
  return indentation + (opened ? '\t' : '') + after;
}
