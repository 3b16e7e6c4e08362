import { mergeAttributes, type AnyExtension, type Node } from '@tiptap/core'
import TiptapStarterKit from '@tiptap/starter-kit'

const LEVELS = [1, 2, 3, 4, 5, 6] as const

/**
 * Tiptap's usual parts, with headings shown one level lower than they are stored: the page has its own h1, and a text's
 * first level stands below it. The stored level goes along, for copies within Roundtable and for how a heading looks.
 */
export const StarterKit = TiptapStarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension: AnyExtension) => (isHeading(extension) ? oneLower(extension) : extension))
  }
})

function isHeading(extension: AnyExtension): extension is Node {
  return extension.type === 'node' && extension.name === 'heading'
}

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
