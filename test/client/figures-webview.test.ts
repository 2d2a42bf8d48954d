import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE } from '../language/sample.js';
import { WHOLE_RUN } from '../support/whole-run.js';
import { Browser, type FiguresPage, type Look, type PageWindow, tableOf } from './figures-page.js';

/** Last year's report: fewer lectures and more meetings, no materials, something else. */
const LAST_YEAR = SAMPLE.replaceAll('2025', 'next')
  .replaceAll('2024', '2023')
  .replaceAll('next', '2024')
  .replace('12场', '8场')
  .replace('专题会议4次', '专题会议5次')
  .replace('发放资料3000份', '聘请法律顾问2名');

const LIGHT: Look = {
  kind: 'vscode-light',
  colours: { foreground: '#3b3b3b', 'editor-background': '#ffffff', descriptionForeground: '#717171', 'charts-blue': '#1a85ff' },
};
const DARK: Look = {
  kind: 'vscode-dark',
  colours: { foreground: '#cccccc', 'editor-background': '#1f1f1f', descriptionForeground: '#9d9d9d', 'charts-blue': '#3794ff' },
};
const CONTRAST: Look = {
  kind: 'vscode-high-contrast',
  colours: { foreground: '#ffffff', 'editor-background': '#000000', contrastBorder: '#6fc3df', 'charts-blue': '#3794ff' },
};

describe.skipIf(!WHOLE_RUN)('the page of the figures', { timeout: 30_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await Browser.launch();
  }, 120_000);
  afterAll(() => browser.close());

  const shown = async (lastYear?: string): Promise<FiguresPage> => {
    const page = await browser.open();
    await page.show(await tableOf(SAMPLE, lastYear));
    return page;
  };

  it('asks to be told, and keeps to its policy', async () => {
    const page = await shown(LAST_YEAR);
    expect(await page.sent()).toEqual([{ type: 'ready' }]);
    await page.page.locator('#largest summary').click();
    await page.page.locator('#unmatched summary').click();
    expect(await page.violations()).toEqual([]);
    // The policy holds: what it forbids is refused.
    await page.page.evaluate(() => {
      const { document } = globalThis as unknown as PageWindow;
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red"></p><img src="http://127.0.0.1:9/x.png">');
    });
    await expect.poll(() => page.violations()).toEqual(expect.arrayContaining(['style-src-attr', 'img-src']));
  });

  it('is a table that a screen reader reads', async () => {
    const page = await shown(LAST_YEAR);
    const tree = await page.page.locator('main').ariaSnapshot();
    for (const line of [
      'table "云桥镇2024年法治政府建设情况报告的数据，5 个"',
      'columnheader "统计内容"',
      'columnheader "2023年"',
      'rowheader "法治讲座 开展法治讲座12场，发放资料3000份"',
      'cell "+4"',
      'cell "+50%"',
      'searchbox "筛选"',
      'combobox "部分"',
      'status: 共 5 个数据',
      'button "复制表格"',
      'button "8场，在去年的报告第 7 行"',
    ]) {
      expect(tree).toContain(line);
    }
    expect(await page.page.locator('.bars').count()).toBe(6);
    // The bars say nothing that the numbers do not say.
    expect(tree).not.toMatch(/img|graphics/u);
    expect(await page.page.locator('.bars:not([aria-hidden="true"])').count()).toBe(0);
  });

  it('has no column for last year where nothing is known of it', async () => {
    const page = await shown();
    expect(await page.page.locator('thead th').allTextContents()).toEqual(['序', '统计内容', '数值', '单位', '部分']);
    await expect.poll(() => page.page.locator('.summary').textContent()).toBe('没有找到去年的报告，只列出今年的数据。');
    await page.page.getByRole('button', { name: '选择去年的报告…' }).click();
    expect((await page.sent()).at(-1)).toEqual({ type: 'choosePrevious' });
  });

  it('beside the text, where there is little room, has every number in sight', async () => {
    const page = await shown(LAST_YEAR);
    for (const width of [530, 460]) {
      await page.page.setViewportSize({ width, height: 800 });
      expect(await page.page.evaluate(() => (globalThis as unknown as PageWindow).document.body.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(await page.page.locator('thead').first().innerText()).not.toContain('部分');
    expect(await page.page.locator('tbody .context').first().innerText()).toMatch(/^主要举措和成效/u);
  });

  it('sorts by a column, the other way, and back, and says so', async () => {
    const page = await shown(LAST_YEAR);
    const head = page.page.getByRole('columnheader', { name: '数值' });
    const inText = ['专题会议', '听取工作汇报', '法治讲座', '资料', '会议'];
    expect(await page.names()).toEqual(inText);
    await head.getByRole('button').click();
    expect(await page.names()).toEqual(['听取工作汇报', '会议', '专题会议', '法治讲座', '资料']);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.getByRole('button').press('Enter');
    expect(await page.names()).toEqual(['资料', '法治讲座', '专题会议', '会议', '听取工作汇报']);
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.getByRole('button').click();
    expect(await page.names()).toEqual(inText);
    await page.page.getByRole('columnheader', { name: '增减', exact: true }).getByRole('button').click();
    // Those without a change come last.
    expect((await page.names()).at(0)).toBe('专题会议');
    expect((await page.names()).at(-1)).toBe('资料');
  });

  it('filters by words, section and change, and tells how many are left', async () => {
    const page = await shown(LAST_YEAR);
    const status = page.page.getByRole('status');
    await page.page.getByLabel('筛选').fill('会议');
    expect(await page.names()).toEqual(['专题会议', '听取工作汇报', '会议']);
    expect(await status.textContent()).toBe('显示 3 个，共 5 个数据');
    await page.page.getByLabel('部分').selectOption('第一责任人职责');
    expect(await page.names()).toEqual(['会议']);
    await page.page.getByLabel('筛选').fill('');
    await page.page.getByLabel('部分').selectOption({ label: '全部' });
    await page.page.getByLabel('与去年比').selectOption({ label: '减少的' });
    expect(await page.names()).toEqual(['专题会议']);
    await page.page.getByLabel('与去年比').selectOption({ label: '去年没有的' });
    expect(await page.names()).toEqual(['资料']);
  });

  it('leads to the text by keyboard alone', async () => {
    const page = await shown(LAST_YEAR);
    const { keyboard } = page.page;
    const focused = () => page.page.evaluate(() => (globalThis as unknown as PageWindow).document.activeElement.textContent);
    await page.page.locator('thead button').last().focus();
    await keyboard.press('Tab');
    expect(await focused()).toBe('专题会议');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    expect(await focused()).toBe('法治讲座');
    await page.sent();
    await keyboard.press('Enter');
    expect(await page.sent()).toEqual([{ type: 'goTo', row: 2 }]);
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    expect(await page.sent()).toMatchObject([{ type: 'goToPrevious', figure: { text: '8场', range: { start: { line: 6 } } } }]);
    await keyboard.press('ArrowLeft');
    await keyboard.press('End');
    expect(await focused()).toBe('会议');
    await keyboard.press('ArrowDown');
    expect(await focused()).toBe('会议');
    await keyboard.press('Home');
    expect(await focused()).toBe('专题会议');
    // Tab leaves the rows, and comes back to the same one.
    await keyboard.press('Shift+Tab');
    await keyboard.press('Tab');
    expect(await focused()).toBe('专题会议');
  });

  it('leads to the text by a click anywhere in a row, in any order', async () => {
    const page = await shown(LAST_YEAR);
    await page.page.getByRole('columnheader', { name: '数值' }).getByRole('button').click();
    await page.sent();
    await page.page.getByRole('cell', { name: '12', exact: true }).click();
    expect(await page.sent()).toEqual([{ type: 'goTo', row: 2 }]);
    await page.page.locator('#unmatched summary').click();
    await page.page.locator('#unmatched').getByRole('button', { name: '法律顾问' }).click();
    expect(await page.sent()).toMatchObject([{ type: 'goToPrevious', figure: { text: '2名' } }]);
  });

  it('copies the rows that are shown, in the order in which they are', async () => {
    const page = await shown(LAST_YEAR);
    await page.page.getByLabel('部分').selectOption('主要举措和成效');
    await page.page.getByRole('columnheader', { name: '数值' }).getByRole('button').click();
    await page.sent();
    await page.page.getByRole('button', { name: '复制表格' }).click();
    const [copy] = await page.sent();
    if (copy?.type !== 'copy') throw new Error(`not copied: ${JSON.stringify(copy)}`);
    expect(copy.rows).toBe(4);
    expect(copy.text.split('\r\n').map((line) => line.split('\t').slice(1, 4).join(' '))).toEqual([
      '统计内容 数值 单位',
      '听取工作汇报 2 次',
      '专题会议 4 次',
      '法治讲座 12 场',
      '资料 3000 份',
    ]);
  });

  it('marks the row in which the caret stands, and takes the mark away', async () => {
    const page = await shown();
    const marked = page.page.locator('tr[aria-current="true"] .go');
    await page.tell({ type: 'caret', row: 3 });
    expect(await marked.allTextContents()).toEqual(['资料']);
    await page.show(await tableOf(SAMPLE));
    expect(await marked.allTextContents()).toEqual(['资料']);
    await page.tell({ type: 'caret' });
    expect(await marked.count()).toBe(0);
  });

  it('takes nothing away from its user when a check brings a new table', async () => {
    const page = await shown(LAST_YEAR);
    const { keyboard } = page.page;
    await page.page.getByLabel('筛选').focus();
    await keyboard.type('会议');
    await keyboard.press('ArrowLeft');
    await page.show(await tableOf(SAMPLE.replace('4次', '14次'), LAST_YEAR));
    await keyboard.type('x');
    expect(await page.page.getByLabel('筛选').inputValue()).toBe('会x议');
    await page.page.getByLabel('筛选').fill('');
    await page.page.locator('#unmatched summary').click();
    await page.page.getByRole('button', { name: '法治讲座', exact: true }).focus();
    await page.show(await tableOf(SAMPLE, LAST_YEAR));
    await keyboard.press('ArrowDown');
    await page.sent();
    await keyboard.press('Enter');
    expect(await page.sent()).toEqual([{ type: 'goTo', row: 3 }]);
    expect(await page.page.locator('#unmatched').getAttribute('open')).toBe('');
  });

  it('is as it was when the window is loaded again', async () => {
    const page = await shown(LAST_YEAR);
    await page.page.getByRole('columnheader', { name: '数值' }).getByRole('button').click();
    await page.page.getByLabel('筛选').fill('会议');
    const state = await page.state();
    expect(state).toEqual({
      uri: 'file:///2024.txt',
      sort: { column: 'value', descending: false },
      words: '会议',
      change: 'all',
    });
    const again = await browser.open({ state: state ?? {} });
    await again.show(await tableOf(SAMPLE, LAST_YEAR));
    expect(await again.names()).toEqual(['听取工作汇报', '会议', '专题会议']);
    // A column that is gone sorts nothing.
    const without = await browser.open({ state: { sort: { column: 'percent', descending: true } } });
    await without.show(await tableOf(SAMPLE));
    expect((await without.names()).at(0)).toBe('专题会议');
  });

  it('says what is the matter where there is no table', async () => {
    const page = await browser.open();
    await page.show(null);
    expect(await page.page.locator('main').textContent()).toBe('这个文件没有作为法治政府建设报告检查，没有数据表。');
    await page.tell({ type: 'failed', text: '没有读出来' });
    expect(await page.page.locator('main').textContent()).toBe('没有读出来');
    await page.show(await tableOf(SAMPLE.replace(/\d+[次场份]/gu, '')));
    expect(await page.page.locator('main').textContent()).toContain('报告里还没有数据。');
  });

  it('shows texts as texts', async () => {
    const page = await browser.open();
    await page.show(await tableOf(SAMPLE.replace('开展法治讲座', '开展<img>讲座'), LAST_YEAR));
    expect(await page.page.locator('main img').count()).toBe(0);
    expect(await page.page.locator('tbody').first().textContent()).toContain('开展<img>讲座12场');
  });

  it('speaks English where its user does', async () => {
    const page = await browser.open();
    await page.show(await tableOf(SAMPLE, LAST_YEAR), 'en');
    expect(await page.page.locator('thead').first().textContent()).toContain('What it counts');
    expect(await page.page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('of two thousand figures is there, sorted and filtered at once', async () => {
    const page = await browser.open();
    const lines = Array.from({ length: 2000 }, (_, index) => `开展第${index}号活动${(index * 7919) % 2000}次。`);
    const table = await tableOf(SAMPLE.replace('（二）推进', `${lines.join('\n')}\n（二）推进`), LAST_YEAR);
    expect(table.rows.length).toBeGreaterThan(2000);
    await page.measure();
    await page.show(table);
    await page.page
      .locator('thead .number button')
      .first()
      .evaluate((button) => button.click());
    await page.page.locator('#words').fill('法治讲座');
    expect(await page.page.locator('.count').textContent()).toBe(`显示 2 个，共 ${table.rows.length} 个数据`);
    const [longest] = await page.longTasks();
    expect(longest).toBeLessThan(4000);
  });

  it.each([LIGHT, DARK, CONTRAST])('takes its colours from the theme: $kind', async (look) => {
    const page = await browser.open({ look });
    await page.show(await tableOf(SAMPLE, LAST_YEAR));
    const colourOf = (selector: string, property: string): Promise<string> =>
      page.page
        .locator(selector)
        .first()
        .evaluate((element, name) => (globalThis as unknown as PageWindow).getComputedStyle(element).getPropertyValue(name), property);
    expect(await colourOf('body', 'color')).toBe(rgb(look.colours.foreground));
    expect(await colourOf('body', 'background-color')).toBe(rgb(look.colours['editor-background']));
    const bar = look === CONTRAST ? look.colours.foreground : look.colours['charts-blue'];
    expect(await colourOf('.bar.now', 'fill')).toBe(rgb(bar));
    expect(await colourOf('.bar.before', 'fill')).toBe('none');
    if (process.env.FAZHI_PICTURES) await page.page.screenshot({ path: `${process.env.FAZHI_PICTURES}/figures-${look.kind}.png` });
  });
});

function rgb(hex = ''): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}
