import type { Span } from '../text/span.js';
import { scanFigures } from './figure-scan.js';

/** A quantity in a text. Years, dates, document numbers, heading numbers and parts of quoted names are none. */
export interface Figure {
  /** The number with 余/多, without its measure word; UTF-16 offsets into the text that was read. */
  readonly span: Span;
  /** As written: 300余, 2.5 万余, 两万余; 无 or 未发生 for a zero in words. */
  readonly text: string;
  readonly value: number;
  /** 余, 多, 近, 约, 超过 … */
  readonly approximate: boolean;
  /** Measure word (人次, 件, %), empty where none follows. */
  readonly unit: string;
  /** Where the measure word ends; the end of `span` where none follows. */
  readonly unitEnd: number;
  /** What is counted, as far as the clause tells; may be empty. Read when first asked for. */
  readonly of: string;
}

/** Every figure of a text, in order. */
export function readFigures(text: string): Figure[] {
  return scanFigures(text, Number.POSITIVE_INFINITY);
}

/** Whether a text holds a figure; looks no further than the first. */
export function holdsFigure(text: string): boolean {
  return scanFigures(text, 1).length > 0;
}
