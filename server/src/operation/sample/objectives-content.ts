import { addObjective, part, root, writeRichText, type RichText } from '@roundtable/shared/document'
import type * as Y from 'yjs'

type NewId = () => string

/** Paragraphs of plain words as rich text. */
export function paragraphs(newId: NewId, ...lines: string[]): RichText {
  return { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', attrs: { id: newId() }, content: [{ type: 'text', text }] })) }
}

export function fillObjectives(doc: Y.Doc, newId: NewId): void {
  const write = (name: 'goal' | 'missing' | 'success', ...lines: string[]): void =>
    writeRichText(root(doc, 'objectives', name), paragraphs(newId, ...lines))
  write(
    'goal',
    'Every family along the lower Arin can see, in figures they trust, whether their water is safe, and those figures count when the ministry decides where to build.',
    'We want one map that both the communities and the statistical office stand behind.'
  )
  write(
    'missing',
    'Some forty settlements between the two bridges have no sampling point within ten kilometres. Fishing families who move with the seasons are in no register at all.',
    'Women fetch most of the water and were asked least in the last household survey.'
  )
  write(
    'success',
    'Thirty community sampling points report every month for a year.',
    'The next water statistics yearbook has a chapter that uses them.'
  )

  const add = (code: 'O1' | 'O2', issue: string, data: string): void => {
    const id = addObjective(doc, { newId }, { classification: { code } })
    const into = (name: 'issue' | 'data', text: string): void => {
      const fragment = part(doc, 'objectives', id, name)
      if (fragment) writeRichText(fragment, paragraphs(newId, text))
    }
    into('issue', issue)
    into('data', data)
  }
  add(
    'O1',
    'Families downstream fall ill after the spring floods, and no official figure shows it. We want to know which wells, and when.',
    'Turbidity and E. coli at thirty points, monthly; cases of diarrhoea reported by health posts, as monthly totals.'
  )
  add(
    'O2',
    'New pumps go where the road is good. We want to see who walks how far.',
    'Minutes to the nearest working pump, by settlement and season.'
  )
}
