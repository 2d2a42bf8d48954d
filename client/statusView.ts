import type { StatusParams } from '../server/protocol/messages.js';
import type { CheckerState } from './checker.js';
import type { Say } from './messages.js';
import type { UncheckedReason } from './recognition.js';

/** What a click on a line of the status does. */
export type StatusAction = 'problems' | 'restart' | 'check';

/** One line of the language status. It is shown on one line, so it has to be short. */
export interface StatusLine {
  readonly id: string;
  /** What the line is about, for the editor's lists. */
  readonly name: string;
  readonly text: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy?: boolean;
  readonly action?: StatusAction;
}

/**
 * What the language status shows of a report: how the check came out, then one line for each mandated section.
 *
 * @param status what the server told last of this document, if anything.
 * @param isWaiting whether a newer check of it is under way.
 */
export function viewOfReport(state: CheckerState, status: StatusParams | undefined, isWaiting: boolean, say: Say): readonly StatusLine[] {
  const line = { id: 'checked', name: say('status.name') };
  if (state === 'failed') {
    return [{ ...line, text: say('status.stopped'), severity: 'error', action: 'restart' }];
  }
  if (status === undefined) return [{ ...line, text: say('status.checking'), severity: 'information', busy: true }];
  const busy = isWaiting || state !== 'running';
  return [{ ...line, text: status.label, severity: severityOf(status), busy, action: 'problems' }, ...sectionLines(status)];
}

/** What the language status shows of plain text that is not checked. */
export function viewOfUnchecked(reason: UncheckedReason, say: Say): readonly StatusLine[] {
  const line = { name: say('unchecked.name'), severity: 'information' } as const;
  return [
    { ...line, id: 'unchecked', text: say('unchecked.label'), action: 'check' },
    { ...line, id: 'reason', text: say(`unchecked.${reason}`) },
  ];
}

function sectionLines({ detail, sections }: StatusParams): readonly StatusLine[] {
  return detail
    .split('\n')
    .filter((text) => text !== '')
    .map((text, index) => {
      const section = sections[index];
      return {
        id: `section${index}`,
        name: section?.name ?? text,
        text,
        severity: section?.state === 'missing' ? 'error' : 'information',
      };
    });
}

function severityOf({ counts }: StatusParams): StatusLine['severity'] {
  if (counts.error > 0) return 'error';
  return counts.warning > 0 ? 'warning' : 'information';
}
