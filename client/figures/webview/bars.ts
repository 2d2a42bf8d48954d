import { draw } from './dom.js';

/** Size of a pair of bars, in pixels of the page. */
const WIDTH = 72;
const HEIGHT = 18;
const BAR = 7;
/** What is more than nothing can be seen. */
const SHORTEST = 1;

/** This year's figure above last year's as two bars. The numbers beside them are what is read aloud. */
export function barPair(now: number, before: number): SVGSVGElement {
  const largest = Math.max(Math.abs(now), Math.abs(before));
  const widthOf = (value: number): number => (value === 0 ? 0 : Math.max(SHORTEST, (Math.abs(value) / largest) * (WIDTH - 2)));
  const bar = (name: string, y: number, value: number): SVGRectElement =>
    draw('rect', { attributes: { class: name, x: '1', y: String(y), width: widthOf(value).toFixed(1), height: String(BAR) } });
  return draw('svg', {
    attributes: { class: 'bars', 'aria-hidden': 'true', width: String(WIDTH), height: String(HEIGHT), viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    children: [bar('bar now', 1, now), bar('bar before', HEIGHT - BAR - 1, before)],
  });
}
