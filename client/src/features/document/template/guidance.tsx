import { Fragment, type ReactNode } from 'react'
import { useText } from '../../../locales/use-text.js'
import { ParagraphChip } from '../paragraph/paragraph-chip.js'
import { useGuidance } from './guidance-context.js'

interface GuidanceProps {
  readonly question: string
  /** The shipped words, and what they rest on. */
  readonly asks: string
  readonly principles?: readonly string[]
  readonly paragraphs?: readonly number[]
}

/** What a question is for, in plain words, and below it the principles and the paragraphs it rests on. */
export function Guidance({ question, asks, principles = [], paragraphs = [] }: GuidanceProps) {
  const { t, sentence } = useText()
  const said = useGuidance()(question)
  const served = (said?.principles ?? principles).map((code) => sentence(`principle.${code}`, 'field.unknownOption', { code }))
  const stands = said?.paragraphs ?? paragraphs
  return (
    <div className="stack stack--tight">
      <p className="prose" lang={said?.language} dir="auto">
        {said?.asks ?? asks}
      </p>
      {served.length > 0 && <p className="caption muted">{t('clause.principles', { list: served.join(' · ') })}</p>}
      {stands.length > 0 && (
        <p className="caption muted">
          {t('template.standsOn')} <Paragraphs numbers={stands} />
        </p>
      )}
    </div>
  )
}

/** The hint of one text: the template's own words, else the shipped ones; and the paragraphs of the Framework it rests on. */
export function useHint(question: string, shipped: string, paragraphs: readonly number[] = []): ReactNode {
  const said = useGuidance()(question)
  const stands = said?.paragraphs ?? paragraphs
  const words = said ? <span lang={said.language}>{said.asks}</span> : shipped
  if (stands.length === 0) return words
  return (
    <>
      {words} <Paragraphs numbers={stands} />
    </>
  )
}

function Paragraphs({ numbers }: { readonly numbers: readonly number[] }) {
  return numbers.map((number, index) => (
    <Fragment key={number}>
      {index > 0 && ' '}
      <ParagraphChip number={number} />
    </Fragment>
  ))
}
