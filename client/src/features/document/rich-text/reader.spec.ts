import { MARKS, NODES, readRichText, writeRichText, type RichText } from '@roundtable/shared/document'
import { getSchema } from '@tiptap/core'
import { DOMParser, DOMSerializer } from '@tiptap/pm/model'
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { richTextExtensions } from './extensions.js'

const fragment = () => new Y.Doc().getXmlFragment('goal')
const schema = () => {
  const doc = new Y.Doc()
  return getSchema(
    richTextExtensions({ fragment: doc.getXmlFragment('goal'), awareness: new Awareness(doc), onTabReleased: () => undefined })
  )
}

const words = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const cell = (type: string, text: string, attrs: object = {}) => ({ type, attrs, content: [paragraph(words(text))] })

/** One of everything, with marks and attributes in no particular order. */
const EVERYTHING = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2, id: 'h' }, content: [words('We '), words('ask', { type: 'italic' }, { type: 'bold' })] },
    paragraph(
      words('see', { type: 'underline' }, { type: 'link', attrs: { href: 'https://example.org' } }),
      { type: 'hardBreak' },
      words('x', { type: 'code' }),
      words('y', { type: 'strike' })
    ),
    {
      type: 'orderedList',
      attrs: { start: 3, type: 'a' },
      content: [
        { type: 'listItem', content: [paragraph(), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] }] }
      ]
    },
    { type: 'blockquote', attrs: { dir: 'rtl' }, content: [paragraph(words('as '), words('¶41', { type: 'frameworkParagraph' }))] },
    { type: 'codeBlock', content: [words('a\nb')] },
    { type: 'horizontalRule' },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Who', { colspan: 2 })] },
        { type: 'tableRow', content: [cell('tableCell', 'CSO'), cell('tableCell', 'NSO', { align: 'right' })] }
      ]
    }
  ]
}

describe('the editor and the reader', () => {
  test('[DOC-8] the editor offers exactly the nodes and marks that the reader knows', () => {
    const { nodes, marks } = schema()
    expect(Object.keys(nodes).sort()).toEqual([...Object.keys(NODES), 'doc', 'text'].sort())
    expect(Object.keys(marks).sort()).toEqual([...MARKS].sort())
  })

  test('[DOC-91] the editor has the attributes that the reader knows, and the id of a block', () => {
    const { nodes, marks } = schema()
    for (const [name, { attributes }] of Object.entries(NODES)) {
      const known = [...Object.keys(attributes), 'id']
      expect(Object.keys(nodes[name]?.spec.attrs ?? {}).filter((attribute) => !known.includes(attribute))).toEqual([])
    }
    for (const name of MARKS) expect(Object.keys(marks[name]?.spec.attrs ?? {})).toEqual(name === 'link' ? ['href'] : [])
  })

  test('[DOC-91] how a link is opened and looks, and the class of code, are ours whatever is stored', () => {
    const editor = schema()
    const attrs = { href: 'https://a.org', class: 'scrim', target: '_self', rel: 'opener', title: 'x', style: 'inset: 0' }
    const stored = {
      type: 'doc',
      content: [
        paragraph(words('x', { type: 'link', attrs })),
        { type: 'codeBlock', attrs: { language: 'x scrim', class: 'scrim' }, content: [words('y')] }
      ]
    }
    const page = document.createElement('div')
    page.append(DOMSerializer.fromSchema(editor).serializeFragment(editor.nodeFromJSON(stored).content))
    const attributes = [...page.querySelector('a')!.attributes].map(({ name, value }) => [name, value])
    expect(attributes.filter(([, value]) => value !== '').sort()).toEqual([
      ['href', 'https://a.org'],
      ['rel', 'noopener noreferrer nofollow'],
      ['target', '_blank']
    ])
    expect(page.querySelectorAll('[class]:not([class=""]), [style]')).toHaveLength(0)
  })

  test('[UI-95] a heading is shown one level lower than it is stored, and its copy is read with its own level', () => {
    const editor = schema()
    const heading = editor.node('heading', { level: 1, id: 'h' }, [editor.text('Water')])
    const shown = DOMSerializer.fromSchema(editor).serializeNode(heading) as HTMLElement
    expect([shown.tagName, shown.dataset.level]).toEqual(['H2', '1'])
    const page = document.createElement('div')
    page.append(shown, Object.assign(document.createElement('h1'), { textContent: 'pasted from elsewhere' }))
    const levels: unknown[] = []
    DOMParser.fromSchema(editor)
      .parse(page)
      .forEach((block) => levels.push(block.attrs.level))
    expect(levels).toEqual([1, 1])
  })

  test('[DOC-8] what the editor stores is read without a loss, and what is written the editor takes as its own', () => {
    const editor = schema()
    const stored = fragment()
    prosemirrorJSONToYXmlFragment(editor, EVERYTHING, stored)
    const read = readRichText(stored)
    const written = fragment()
    writeRichText(written, read)
    for (const made of [read, yXmlFragmentToProsemirrorJSON(written) as RichText]) {
      const node = editor.nodeFromJSON(made)
      node.check()
      expect(node.toJSON()).toEqual(editor.nodeFromJSON(EVERYTHING).toJSON())
    }
  })
})
