/** What an element gets when it is made; texts become text, never markup. */
export interface Parts {
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/** Makes an element of the page. */
export function make<Name extends keyof HTMLElementTagNameMap>(name: Name, parts: Parts = {}): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  furnish(element, parts);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of a drawing. */
export function draw<Name extends keyof SVGElementTagNameMap>(name: Name, parts: Parts = {}): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  furnish(element, parts);
  return element;
}

function furnish(element: Element, { text, attributes = {}, children = [] }: Parts): void {
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
}
