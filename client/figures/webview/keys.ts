/** How many rows Page Up and Page Down go. */
const PAGE = 10;

/**
 * Moves the focus among the buttons of a table's rows: up and down from row to row, left and right within one.
 *
 * @param body its rows hold the buttons; hidden ones are passed over.
 */
export function moveAlong(event: KeyboardEvent, body: HTMLElement): void {
  const { target, key } = event;
  if (!(target instanceof HTMLButtonElement) || event.ctrlKey || event.altKey || event.metaKey) return;
  const next = key === 'ArrowLeft' || key === 'ArrowRight' ? beside(target, key === 'ArrowRight' ? 1 : -1) : inColumn(target, key, body);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

function beside(button: HTMLButtonElement, step: number): HTMLButtonElement | undefined {
  const buttons = [...(button.closest('tr')?.querySelectorAll('button') ?? [])];
  return buttons[buttons.indexOf(button) + step];
}

function inColumn(button: HTMLButtonElement, key: string, body: HTMLElement): HTMLButtonElement | undefined {
  const own = button.closest('tr');
  if (own === null) return undefined;
  const rows = [...body.querySelectorAll<HTMLTableRowElement>('tr:not([hidden])')];
  const at = rows.indexOf(own);
  const place = targetRow(key, at, rows.length);
  if (place === undefined) return undefined;
  const row = rows[Math.max(0, Math.min(rows.length - 1, place))];
  return row?.querySelector<HTMLButtonElement>(`button.${button.className}`) ?? row?.querySelector('button') ?? undefined;
}

function targetRow(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + PAGE;
    case 'PageUp':
      return at - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
