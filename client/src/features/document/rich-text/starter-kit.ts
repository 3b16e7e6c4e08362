import { mergeAttributes, type AnyExtension, type Mark, type Node } from '@tiptap/core'
import TiptapStarterKit from '@tiptap/starter-kit'

const LEVELS = [1, 2, 3, 4, 5, 6] as const

/**
 * Tiptap's usual parts, with headings shown one level lower than they are stored: the page has its own h1, and a text's
 * first level stands below it. The stored level goes along, for copies within Roundtable and for how a heading looks.
 * Attributes that a reader does not know are none here: they would be drawn as whoever wrote them likes.
 */
export const StarterKit = TiptapStarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension: AnyExtension) => {
      if (isNode(extension, 'heading')) return oneLower(extension)
      // A language would stand among the classes of the code.
      if (isNode(extension, 'codeBlock')) return extension.extend({ addAttributes: () => ({}) })
      return isLink(extension) ? leadingSomewhere(extension) : extension
    })
  }
})

const isNode = (extension: AnyExtension, name: string): extension is Node => extension.type === 'node' && extension.name === name

const isLink = (extension: AnyExtension): extension is Mark => extension.type === 'mark' && extension.name === 'link'

/** Where it leads is all that a link has from the document; how it is opened and looks is said in its options. */
const leadingSomewhere = (link: Mark): Mark => link.extend({ addAttributes: () => ({ href: { default: null } }) })

function oneLower(heading: Node): Node {
  return heading.extend({
    parseHTML: () =>
      LEVELS.map((level) => ({ tag: `h${level}`, getAttrs: (element: HTMLElement) => ({ level: storedLevel(element) ?? level }) })),
    renderHTML: ({ node, HTMLAttributes }) => {
      const level = Number(node.attrs.level)
      return [`h${Math.min(level + 1, 6)}`, mergeAttributes(HTMLAttributes, { 'data-level': level }), 0]
    }
  })
}

function storedLevel({ dataset }: HTMLElement): number | undefined {
  return LEVELS.find((level) => String(level) === dataset.level)
}
