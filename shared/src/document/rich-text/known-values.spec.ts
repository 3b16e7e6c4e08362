import * as Y from 'yjs'
import { countingIds } from '../../../../test/support/ids.js'
import { replica } from '../../../../test/support/replicas.js'
import { holdsOnlyKnown, keepWordsOnly, readRichText, richTextWords } from '../index.js'

type Child = Y.XmlElement | Y.XmlText

function element(name: string, ...children: Child[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

function run(insert: string | object, attributes?: Record<string, unknown>): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta([{ insert, ...(attributes ? { attributes } : {}) }])
  return text
}

function fragmentWith(...blocks: Child[]): Y.XmlFragment {
  const fragment = replica(1).getXmlFragment('goal')
  fragment.insert(0, blocks)
  return fragment
}

const paragraph = (...children: Child[]) => element('paragraph', ...children)
const words = (text: string) => paragraph(run(text))

function withAttributes(made: Y.XmlElement, attributes: Readonly<Record<string, unknown>>): Y.XmlElement {
  // As somebody who is no page of ours writes them.
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value as string)
  return made
}

const table = (...rows: Readonly<Record<string, unknown>>[][]) =>
  element(
    'table',
    ...rows.map((cells) =>
      element('tableRow', ...cells.map((attributes, index) => withAttributes(element('tableCell', words(`w${index}`)), attributes)))
    )
  )

const OUT_OF_RANGE: Readonly<Record<string, () => Child>> = {
  'a cell over 100 million columns': () => table([{ colspan: 1e8 }]),
  'a cell over no row': () => table([{ rowspan: 0 }]),
  'a cell that spans words': () => table([{ colspan: '3' }]),
  'an alignment there is not': () => table([{ align: 'top: 0' }]),
  'a table of too many places by what its cells span': () => table([{ colspan: 1000 }], ...Array.from({ length: 10 }, () => [{}])),
  'a table of too many places by rows that reach down': () => table(...Array.from({ length: 20 }, () => [{ colspan: 100, rowspan: 20 }])),
  'a heading of a level there is not': () => withAttributes(element('heading', run('w0')), { level: 40 }),
  'a heading whose level is markup': () => withAttributes(element('heading', run('w0')), { level: '1><script>' }),
  'a list that starts out of range': () => withAttributes(element('orderedList', element('listItem', words('w0'))), { start: 1e12 }),
  'a list numbered by what it names': () => withAttributes(element('orderedList', element('listItem', words('w0'))), { type: 'x' }),
  'a direction there is not': () => withAttributes(words('w0'), { dir: '"><img>' }),
  'a link that leads nowhere': () => paragraph(run('w0', { link: { href: 'javascript:alert(1)' } })),
  'a link that is no object': () => paragraph(run('w0', { link: true }))
}

describe('attributes that an editor would take as they are', () => {
  test.each(Object.keys(OUT_OF_RANGE))('[DOC-90] %s cannot be held, and can once it is set right', (name) => {
    const fragment = fragmentWith(words('before'), OUT_OF_RANGE[name]!(), words('after'))
    const kept = richTextWords(readRichText(fragment))
    expect(holdsOnlyKnown(fragment)).toBe(false)
    keepWordsOnly(fragment, countingIds('new'))
    expect(holdsOnlyKnown(fragment)).toBe(true)
    expect(richTextWords(readRichText(fragment))).toBe(kept)
    expect(readRichText(fragment).content[1]?.type).not.toBe('opaque')
  })

  test('[DOC-90] a table too large by its cells alone is kept as its words, wherever it stands', () => {
    const wide = () =>
      table(
        Array.from({ length: 200 }, () => ({})),
        ...Array.from({ length: 100 }, () => [{}])
      )
    const fragment = fragmentWith(
      wide(),
      element('blockquote', wide()),
      element('blockquote', table(...Array.from({ length: 11_000 }, () => [])))
    )
    expect(holdsOnlyKnown(fragment)).toBe(false)
    keepWordsOnly(fragment, countingIds('new'))
    expect(holdsOnlyKnown(fragment)).toBe(true)
    expect(richTextWords(readRichText(fragment))).toContain('w0\tw1\tw2')
  })

  test('[DOC-90] what the editor writes is known: spans, levels, starts, the usual numbers, attributes left out', () => {
    const list = withAttributes(element('orderedList', element('listItem', words('x'))), { start: 3, type: '1', dir: null })
    const rows = Array.from({ length: 400 }, () => Array.from({ length: 24 }, () => ({ colspan: 1, rowspan: 1 })))
    const spanning = table([{ colspan: 3, rowspan: 2, align: 'center' }], [{ colspan: 1 }], [{}, {}])
    expect(holdsOnlyKnown(fragmentWith(list, table(...rows), spanning, withAttributes(element('heading'), { level: 6, id: 'a' })))).toBe(
      true
    )
    const link = { href: 'https://a.org', target: '_blank', rel: null, class: null }
    expect(holdsOnlyKnown(fragmentWith(paragraph(run('x', { link }))))).toBe(true)
  })
})
