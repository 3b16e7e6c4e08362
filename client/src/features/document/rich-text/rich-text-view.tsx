import { Fragment, type ReactNode } from 'react'
import type { ElementNode, RichMark, RichNode, RichText } from '@roundtable/shared/document'
import { useText } from '../../../locales/use-text.js'

/** A rich text to read. It takes no editor, and since nothing is bound to the document, nothing can be written by it. */
export function RichTextView({ text, labelId }: { readonly text: RichText; readonly labelId: string }) {
  const { t } = useText()
  const isEmpty = text.content.every((block) => block.type === 'paragraph' && block.content?.length === 0)
  if (isEmpty) return <p className="muted">{t('document.nothingWritten')}</p>
  return (
    <div className="rich__text rich__text--view" role="group" aria-labelledby={labelId}>
      {renderAll(text.content)}
    </div>
  )
}

function renderAll(nodes: readonly RichNode[] | undefined): ReactNode {
  return nodes?.map((node, index) => <Fragment key={index}>{renderNode(node)}</Fragment>)
}

function renderNode(node: RichNode): ReactNode {
  if (node.type === 'text') return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => renderMark(mark, inner), node.text)
  if (node.type === 'opaque') return <p className="opaque">{node.text}</p>
  return renderElement(node, renderAll(node.content))
}

function renderElement({ type, attrs = {} }: ElementNode, inner: ReactNode): ReactNode {
  switch (type) {
    case 'paragraph':
      return <p>{inner}</p>
    case 'heading': {
      const Heading = HEADINGS[Number(attrs.level)] ?? 'h6'
      return <Heading data-level={attrs.level}>{inner}</Heading>
    }
    case 'bulletList':
      return <ul>{inner}</ul>
    case 'orderedList':
      return <ol start={Number(attrs.start ?? 1)}>{inner}</ol>
    case 'listItem':
      return <li>{inner}</li>
    case 'blockquote':
      return <blockquote>{inner}</blockquote>
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
          <table>
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

/** The page has its own h1: a text's headings are shown one level lower than they are stored, as in the editor. */
const HEADINGS: Readonly<Record<number, 'h2' | 'h3' | 'h4' | 'h5' | 'h6'>> = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5', 5: 'h6', 6: 'h6' }

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
    case 'link':
      return (
        <a href={attrs?.href} target="_blank" rel="noopener noreferrer nofollow">
          {inner}
        </a>
      )
  }
}
