/** One line of the table. */
export interface Row {
  /** Stays the same from run to run. */
  readonly id: string;
  readonly part: '库' | '命令行' | '编辑器' | '内存';
  readonly what: string;
  readonly unit: '毫秒' | '秒' | 'MB';
  readonly ours: number;
  /** What `ours` is held against, and its figure. */
  readonly against?: string;
  readonly floor?: number;
  /** `ours` by `floor`: less is better. */
  readonly ratio?: number;
  /** What the ratio, or where there is no floor `ours`, may be at most. */
  readonly goal?: number;
  readonly met?: boolean;
  readonly note?: string;
}

/** What a row is made of. */
export interface Measured {
  readonly id: string;
  readonly part: Row['part'];
  readonly what: string;
  readonly unit: Row['unit'];
  readonly ours: number;
  readonly against?: string;
  readonly floor?: number | undefined;
  readonly goal?: number;
  readonly note?: string;
}

/** Three significant digits are what such a figure is worth. */
function rounded(figure: number): number {
  return Number.isFinite(figure) ? Number(figure.toPrecision(3)) : figure;
}

/** A row with its ratio and whether the goal is met. */
export function rowOf({ id, part, what, unit, ours, against, floor, goal, note }: Measured): Row {
  const ratio = floor === undefined ? undefined : ours / floor;
  const judged = ratio ?? ours;
  return {
    id,
    part,
    what,
    unit,
    ours: rounded(ours),
    ...(against === undefined ? {} : { against }),
    ...(floor === undefined ? {} : { floor: rounded(floor) }),
    ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
    ...(goal === undefined ? {} : { goal, met: judged <= goal }),
    ...(note === undefined ? {} : { note }),
  };
}
