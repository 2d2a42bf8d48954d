/** Marks that become full width as soon as they are typed. */
export const MARKS_WHILE_TYPING: readonly string[] = Object.freeze([',', ';', ':', '?', '!', '(', ')']);

/** What is formatted as it is typed: line ends and marks, in the words of the protocol. */
export const FORMATTING_TRIGGERS = Object.freeze({ firstTriggerCharacter: '\n', moreTriggerCharacter: [...MARKS_WHILE_TYPING] });
