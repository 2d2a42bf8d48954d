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
  /** Said behind the text, less prominent. */
  readonly detail?: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy?: boolean;
  readonly action?: StatusAction;
}

/** What the client itself knows of a check. */
export interface CheckCircumstances {
  /** Time of day at which it was heard of, as its user writes it. */
  readonly at?: string;
  /** Whether edits wait for the next save. */
  readonly onSave?: boolean;
}

/**
 * What the language status shows of a report: how the check came out, then one line for each mandated section.
 *
 * @param status what the server told last of this document, if anything.
 * @param isWaiting whether it has been edited since.
 */
export function viewOfReport(
  state: CheckerState,
  status: StatusParams | undefined,
  isWaiting: boolean,
  say: Say,
  circumstances: CheckCircumstances = {},
): readonly StatusLine[] {
  const line = { id: 'checked', name: say('status.name') };
  if (state === 'failed') {
    return [{ ...line, text: say('status.stopped'), severity: 'error', action: 'restart' }];
  }
  if (status === undefined) return [{ ...line, text: say('status.checking'), severity: 'information', busy: true }];
  const isLeftForSave = isWaiting && circumstances.onSave === true;
  const busy = (isWaiting && !isLeftForSave) || state !== 'running';
  const detail = isLeftForSave ? say('status.onSave') : tookOf(status, circumstances, say);
  const checked: StatusLine = { ...line, text: status.label, detail, severity: severityOf(status), busy, action: 'problems' };
  return [checked, ...sectionLines(status)];
}

/** What the language status shows of plain text that is not checked. */
export function viewOfUnchecked(reason: UncheckedReason, say: Say): readonly StatusLine[] {
  const line = { name: say('unchecked.name'), severity: 'information' } as const;
  return [
    { ...line, id: 'unchecked', text: say('unchecked.label'), action: 'check' },
    { ...line, id: 'reason', text: say(`unchecked.${reason}`) },
  ];
}

/** When the check was, and how long it took; empty where that is not known. */
function tookOf({ milliseconds }: StatusParams, { at }: CheckCircumstances, say: Say): string {
  return milliseconds === undefined || at === undefined ? '' : say('status.took', at, Math.max(1, Math.round(milliseconds)));
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
