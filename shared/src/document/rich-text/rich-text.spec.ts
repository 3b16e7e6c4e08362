import * as Y from 'yjs'
import { countingIds } from '../../../../test/support/ids.js'
import { replica } from '../../../../test/support/replicas.js'
import {
  appendParagraph,
  duplicateBlockIds,
  hasOpaque,
  isSafeHref,
  readRichText,
  rekeyBlocks,
  richTextWords,
  writeRichText,
  type RichText
} from '../index.js'

const fragmentOf = (doc = replica(1)) => doc.getXmlFragment('goal')

function element(name: string, attributes: Record<string, string | number>, children: (Y.XmlElement | Y.XmlText)[] = []): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, string | number>>(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.insert(0, children)
  return made as unknown as Y.XmlElement
}

function run(...delta: { insert: string | object; attributes?: Record<string, unknown> }[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(delta)
  return text
}

const read = (...blocks: (Y.XmlElement | Y.XmlText)[]): RichText => {
  const fragment = fragmentOf()
  fragment.insert(0, blocks)
  return readRichText(fragment)
}

describe('what rich text reads as', () => {
  test('[DOC-8] marks are ordered, hashed names are undone, and unknown marks and attributes are left out', () => {
    const marked = run({ insert: 'x', attributes: { link: { href: 'https://a.org', target: '_blank' }, 'bold--AbCd123=': {}, glow: {} } })
    expect(read(element('heading', { level: 2, style: 'x' }, [marked])).content).toEqual([
      {
        type: 'heading',
        attrs: { level: 2 },
        content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.org' } }] }]
      }
    ])
  })

  test('[DOC-6] of two links on the same words the same one is read, whichever was set first', () => {
    const links = [
      ['link', { href: 'https://b.org' }],
      ['link--AbCd1234', { href: 'https://a.org' }]
    ] as const
    const hrefs = [links, links.toReversed()].map((order) =>
      JSON.stringify(read(element('paragraph', {}, [run({ insert: 'x', attributes: Object.fromEntries<unknown>(order) })])))
    )
    expect(hrefs[0]).toContain('https://a.org')
    expect(hrefs[1]).toBe(hrefs[0])
  })

  test('[DOC-8] an attribute that is missing or senseless is read as its default', () => {
    const levels = [{}, { level: 1 }, { level: 9 }, { level: 'h1' }].map((attributes) =>
      element('heading', attributes as { level: number })
    )
    expect(new Set(read(...levels).content.map((node) => JSON.stringify(node))).size).toBe(1)
  })

  test('[DOC-8] an unknown node keeps its words as opaque text, and says so', () => {
    const text = read(element('marquee', { behavior: 'slide' }, [element('paragraph', {}, [run({ insert: 'We do not agree' })])]))
    expect(text.content).toEqual([{ type: 'opaque', name: 'marquee', text: 'We do not agree' }])
    expect([hasOpaque(text), richTextWords(text)]).toEqual([true, 'We do not agree'])
  })

  test('[DOC-8] a known node where it may not stand, stray words and embedded things are opaque too', () => {
    const text = read(element('tableRow', {}), run({ insert: 'loose' }), element('paragraph', {}, [run({ insert: { image: 'x' } })]))
    expect(text.content).toEqual([
      { type: 'opaque', name: 'tableRow', text: '' },
      { type: 'opaque', name: '#text', text: 'loose' },
      { type: 'paragraph', content: [{ type: 'opaque', name: '#value', text: '' }] }
    ])
  })

  test('[DOC-8] code has no marks, and half a surrogate pair is read as the replacement character', () => {
    const text = read(element('codeBlock', {}, [run({ insert: 'a\ud83d', attributes: { bold: {} } })]))
    expect(text.content).toEqual([{ type: 'codeBlock', content: [{ type: 'text', text: 'a\ufffd' }] }])
  })

  test.each([
    ['a mention', '¶41', ['¶41', true]],
    ['two mentions side by side', '¶4¶45', ['¶4¶45', true]],
    ['a paragraph the Framework does not have', '¶46', ['¶46', false]],
    ['a mention that lost a letter', '¶', ['¶', false]],
    ['other words', 'see ¶41', ['see ¶41', false]]
  ])('[DOC-63] %s under the mark of mentions: the mark is read only where the words name a paragraph', (_, insert, expected) => {
    const marked = run({ insert: 'as ' }, { insert, attributes: { frameworkParagraph: {} } }, { insert: ' says' })
    const [paragraph] = read(element('paragraph', {}, [marked])).content
    const nodes = paragraph?.type === 'paragraph' ? (paragraph.content ?? []) : []
    const mention = nodes.find((node) => node.type === 'text' && node.marks !== undefined)
    expect([richTextWords({ type: 'doc', content: nodes }).replaceAll('\n', ''), mention !== undefined]).toEqual([
      `as ${expected[0]} says`,
      expected[1]
    ])
    expect(nodes).toHaveLength(expected[1] === true ? 3 : 1)
  })

  test('[DOC-64] a block keeps the direction that was set, and only a direction', () => {
    const dirs = ['rtl', 'ltr', 'auto', 7].map((dir) => element('paragraph', { dir }))
    const attrs = read(...dirs, element('table', { dir: 'rtl' })).content.map((node) => ('attrs' in node ? node.attrs : undefined))
    expect(attrs).toEqual([{ dir: 'rtl' }, { dir: 'ltr' }, undefined, undefined, { dir: 'rtl' }])
  })

  test.each([
    ['https://example.org/a?b=c#d', true],
    ['HTTP://EXAMPLE.ORG', true],
    ['mailto:nso@example.org', true],
    ['javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    [' https://example.org', false],
    ['https://exa mple.org', false],
    ['https://a\u0000b', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['http:example.org', false],
    [`https://a.org/${'x'.repeat(2100)}`, false],
    [7, false]
  ])('[DOC-9] whether %j is a link that may be followed: %s', (href, isSafe) => {
    expect(isSafeHref(href)).toBe(isSafe)
    const [paragraph] = read(element('paragraph', {}, [run({ insert: 'x', attributes: { link: { href } } })])).content
    expect(JSON.stringify(paragraph).includes('"link"')).toBe(isSafe)
  })

  test('[DOC-6] what is written reads back as it was', () => {
    const text: RichText = {
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: { start: 3, type: 'a', id: 'x' },
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [] }] }]
        },
        {
          type: 'paragraph',
          attrs: { id: 'y' },
          content: [{ type: 'text', text: 'a', marks: [{ type: 'italic' }] }, { type: 'hardBreak' }, { type: 'text', text: 'b' }]
        },
        { type: 'horizontalRule' }
      ]
    }
    const fragment = fragmentOf()
    appendParagraph(fragment, 'gone', countingIds('b'))
    writeRichText(fragment, text)
    expect(readRichText(fragment)).toEqual(text)
    expect(richTextWords(text)).toBe('\na\nb\n')
    expect(() => writeRichText(fragment, { type: 'doc', content: [{ type: 'opaque', name: 'x', text: '' }] })).toThrow('content')
    expect(readRichText(fragment)).toEqual(text)
  })
})

describe('ids of blocks', () => {
  const blocks = (...ids: (string | number | null)[]) => {
    const fragment = fragmentOf()
    fragment.insert(
      0,
      ids.map((id) => element('paragraph', id === null ? {} : { id }))
    )
    return fragment
  }
  const idsOf = (fragment: Y.XmlFragment) =>
    readRichText(fragment).content.map((node) => ('attrs' in node ? (node.attrs?.id ?? null) : null))

  test('[DOC-10] a copied id is read with a number, past ids that are really stored, and the same by everybody', () => {
    expect(idsOf(blocks('a', 'a', 'b', 'a~2', 'a', 'a~2', null, 7))).toEqual(['a', 'a~3', 'b', 'a~2', 'a~4', 'a~2~2', null, null])
  })

  test('[DOC-10] the blocks to key anew are the second and later ones, and finding them changes nothing', () => {
    const fragment = blocks('a', 'b', 'a', 'a', null)
    const before = Y.encodeStateAsUpdate(fragment.doc!)
    expect(duplicateBlockIds(fragment).map(({ index, id }) => [index, id])).toEqual([
      [2, 'a'],
      [3, 'a']
    ])
    expect(Y.encodeStateAsUpdate(fragment.doc!)).toEqual(before)
  })

  test('[DOC-10] keying anew gives every block an id of its own in one transaction, and then has nothing to do', () => {
    const fragment = blocks('a', 'b', 'a', null)
    let transactions = 0
    fragment.doc!.on('update', () => transactions++)
    expect([rekeyBlocks(fragment, countingIds('n')), rekeyBlocks(fragment, countingIds('m'))]).toEqual([2, 0])
    expect([idsOf(fragment), transactions]).toEqual([['a', 'b', 'n0', 'n1'], 1])
  })
})
