import { Fragment, type ReactNode } from 'react'
import {
  mentionedParagraphs,
  type ElementNode,
  type RichMark,
  type RichNode,
  type RichText,
  type TextNode
} from '@roundtable/shared/document'
import { useText } from '../../../locales/use-text.js'
import { ParagraphChip } from '../paragraph/paragraph-chip.js'
import { asStored, levelsUnder, type ShownLevel } from './heading-levels.js'

interface RichTextViewProps {
  readonly text: RichText
  readonly labelId: string
  /** The level of the heading the text stands under: its own follow it without a gap, whatever they skip themselves. */
  readonly under?: number
}

/** A rich text to read. It takes no editor, and since nothing is bound to the document, nothing can be written by it. */
export function RichTextView({ text, labelId, under }: RichTextViewProps) {
  const { t } = useText()
  const isEmpty = text.content.every((block) => block.type === 'paragraph' && block.content?.length === 0)
  if (isEmpty) return <p className="muted">{t('opened.nothingWritten')}</p>
  return (
    <div className="rich__text rich__text--view" role="group" aria-labelledby={labelId}>
      {renderAll(text.content, under === undefined ? asStored : levelsUnder(under))}
    </div>
  )
}

function renderAll(nodes: readonly RichNode[] | undefined, shownLevel: ShownLevel): ReactNode {
  return nodes?.map((node, index) => <Fragment key={index}>{renderNode(node, shownLevel)}</Fragment>)
}

function renderNode(node: RichNode, shownLevel: ShownLevel): ReactNode {
  if (node.type === 'text') return renderWords(node)
  if (node.type === 'opaque') return <p className="opaque">{node.text}</p>
  return renderElement(node, shownLevel)
}

function renderWords({ text, marks = [] }: TextNode): ReactNode {
  const mentioned = marks.some(({ type }) => type === 'frameworkParagraph') ? mentionedParagraphs(text) : []
  const words = mentioned.length > 0 ? mentioned.map((number, index) => <ParagraphChip key={index} number={number} />) : text
  return marks.reduceRight<ReactNode>((inner, mark) => renderMark(mark, inner), words)
}

function renderElement({ type, attrs = {}, content }: ElementNode, shownLevel: ShownLevel): ReactNode {
  // A heading before what stands in it, for levels are asked for in the order they are read.
  const Heading = type === 'heading' ? (`h${shownLevel(Number(attrs.level))}` as const) : 'h2'
  const inner = renderAll(content, shownLevel)
  // Where none was set, the block takes the direction of its words (rich-text.css).
  const dir = typeof attrs.dir === 'string' ? attrs.dir : undefined
  switch (type) {
    case 'paragraph':
      return <p dir={dir}>{inner}</p>
    case 'heading':
      return (
        <Heading data-level={attrs.level} dir={dir}>
          {inner}
        </Heading>
      )
    case 'bulletList':
      return <ul dir={dir}>{inner}</ul>
    case 'orderedList':
      return (
        <ol start={Number(attrs.start ?? 1)} dir={dir}>
          {inner}
        </ol>
      )
    case 'listItem':
      return <li>{inner}</li>
    case 'blockquote':
      return <blockquote dir={dir}>{inner}</blockquote>
    case 'codeBlock':
      return (
        <pre>
          <code>{inner}</code>
        </pre>
      )
    case 'hardBreak':
      return <br />
    case 'horizontalRule':
      return <hr />
    case 'table':
      return (
        <div className="tableWrapper" tabIndex={0}>
          <table dir={dir}>
            <tbody>{inner}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr>{inner}</tr>
    case 'tableHeader':
      return (
        <th colSpan={Number(attrs.colspan)} rowSpan={Number(attrs.rowspan)}>
          {inner}
        </th>
      )
    case 'tableCell':
      return (
        <td colSpan={Number(attrs.colspan)} rowSpan={Number(attrs.rowspan)}>
          {inner}
        </td>
      )
  }
}

function renderMark({ type, attrs }: RichMark, inner: ReactNode): ReactNode {
  switch (type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'underline':
      return <u>{inner}</u>
    case 'strike':
      return <s>{inner}</s>
    case 'code':
      return <code>{inner}</code>
    case 'frameworkParagraph':
      return inner
    case 'link':
      return (
        <a href={attrs?.href} target="_blank" rel="noopener noreferrer nofollow">
          {inner}
        </a>
      )
  }
}
