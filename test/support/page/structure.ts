import type { RichNode, RichText } from '@roundtable/shared/document'
import type { Locator, Page } from 'playwright-core'

/** A text's structure for comparing: an element with its name and what tells it apart, or a run of words with its marks. */
export type Structure = readonly [string, ...(string | Structure)[]]

/** The structure of a stored text. */
export function structureOf(text: RichText): readonly Structure[] {
  return text.content.map(nodeStructure)
}

function nodeStructure(node: RichNode): Structure {
  if (node.type === 'text')
    return [['text', ...(node.marks ?? []).map(({ type, attrs }) => attrs?.href ?? type).sort()].join(' '), node.text]
  if (node.type === 'opaque') return ['opaque', node.text]
  const { level, start, colspan, rowspan } = node.attrs ?? {}
  const told = { heading: level, orderedList: start, tableCell: `${colspan}×${rowspan}`, tableHeader: `${colspan}×${rowspan}` }[
    node.type as string
  ]
  return [told === undefined ? node.type : `${node.type} ${told}`, ...(node.content ?? []).map(nodeStructure)]
}

/** The structure of a text as it stands on a screen, read from the page's own elements. */
export function structureOnScreen(text: Locator): Promise<readonly Structure[]> {
  return text.evaluate((root) => {
    const NAMES: Record<string, string> = {
      ...{ P: 'paragraph', UL: 'bulletList', LI: 'listItem', BLOCKQUOTE: 'blockquote', PRE: 'codeBlock', HR: 'horizontalRule' },
      ...{ TABLE: 'table', TR: 'tableRow', BR: 'hardBreak' }
    }
    const MARKS: Record<string, string> = { STRONG: 'bold', EM: 'italic', U: 'underline', S: 'strike', CODE: 'code' }
    const isNoContent = (element: Element) =>
      element.matches('.caret, .ProseMirror-trailingBreak, .ProseMirror-separator, .ProseMirror-gapcursor, colgroup')

    function nameOf(element: Element): string | null {
      if (/^H[1-6]$/.test(element.tagName)) return `heading ${(element as HTMLElement).dataset.level ?? element.tagName[1]}`
      if (element instanceof HTMLOListElement) return `orderedList ${element.start}`
      if (element instanceof HTMLTableCellElement)
        return `${element.tagName === 'TH' ? 'tableHeader' : 'tableCell'} ${element.colSpan}×${element.rowSpan}`
      return NAMES[element.tagName] ?? null
    }

    function read(node: Node, marks: readonly string[], into: unknown[]): void {
      if (node instanceof Text) {
        const words = node.data.replaceAll('\u2060', '')
        const name = ['text', ...[...marks].sort()].join(' ')
        const last = into.at(-1) as [string, string] | undefined
        if (words === '') return
        if (last && last[0] === name) last[1] += words
        else into.push([name, words])
      }
      if (!(node instanceof Element) || isNoContent(node)) return
      const name = nameOf(node)
      if (name === null) {
        const mark = node instanceof HTMLAnchorElement ? (node.getAttribute('href') ?? '') : MARKS[node.tagName]
        for (const child of node.childNodes) read(child, mark === undefined ? marks : [...marks, mark], into)
      } else {
        const element: unknown[] = [name]
        const inner = node.tagName === 'PRE' ? (node.querySelector('code') ?? node) : node
        for (const child of inner.childNodes) read(child, marks, element)
        into.push(element)
      }
    }

    const blocks: unknown[] = []
    for (const child of root.childNodes) read(child, [], blocks)
    return blocks as Structure[]
  })
}

/** The structure of HTML as the browser itself reads it. */
export async function structureOfHtml(page: Page, html: string): Promise<readonly Structure[]> {
  const frame = await page.context().newPage()
  await frame.setContent(`<main>${html}</main>`)
  const structure = await structureOnScreen(frame.locator('main'))
  await frame.close()
  return structure
}

/** What people look for in a long text: its headings, its lists and their items, and its tables cell by cell, as words without spaces. */
export interface Outline {
  readonly headings: readonly string[]
  /** Kind and first number of each list, in order: the numbers of numbered paragraphs. */
  readonly lists: readonly string[]
  readonly items: readonly string[]
  readonly tables: readonly (readonly (readonly string[])[])[]
  readonly words: string
}

export function outlineOf(structures: readonly Structure[]): Outline {
  const all = (name: RegExp, within: readonly (string | Structure)[] = structures): Structure[] =>
    within.flatMap((part) => (typeof part === 'string' ? [] : name.test(part[0]) ? [part] : all(name, part.slice(1))))
  const nested = (name: RegExp, within: readonly (string | Structure)[]): Structure[] =>
    all(name, within).flatMap((part) => [part, ...nested(name, part.slice(1))])
  return {
    headings: all(/^heading/).map((heading) => `${heading[0]} ${wordsIn(heading)}`),
    lists: nested(/^(ordered|bullet)List/, structures).map(([name]) => name),
    items: nested(/^listItem/, structures).map(wordsIn),
    tables: all(/^table$/).map((table) =>
      all(/^tableRow/, table.slice(1)).map((row) => all(/^table(Cell|Header)/, row.slice(1)).map(wordsIn))
    ),
    words: structures.map(wordsIn).join('')
  }
}

function wordsIn([name, ...parts]: Structure): string {
  const words = parts.map((part) => (typeof part === 'string' ? part : wordsIn(part))).join('')
  // A mark of a note is raised by its tag in one, and by its own sign in the other (DOC-80).
  return name.startsWith('text') ? words.replace(/\s/g, '').normalize('NFKC') : words
}
