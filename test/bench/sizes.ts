/** 10 KB, 1 MB: a number of octets in words, in powers of ten. */
export function sizeText(octets: number): string {
  return octets < 950_000 ? `${Math.round(octets / 1000)} KB` : `${Math.round(octets / 1e6)} MB`;
}

/** A figure with the three significant digits that a measurement is worth. */
export function shortFigure(figure: number): string {
  return figure.toLocaleString('en-US', { maximumSignificantDigits: 3 });
}
