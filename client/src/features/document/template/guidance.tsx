import type { ReactNode } from 'react'
import { useText } from '../../../locales/use-text.js'
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
        <p className="caption muted">{t('template.paragraphs', { list: stands.map((number) => `¶${number}`).join(', ') })}</p>
      )}
    </div>
  )
}

/** The hint of one text: the template's own words, else the shipped ones. */
export function useHint(question: string, shipped: string): ReactNode {
  const said = useGuidance()(question)
  return said ? <span lang={said.language}>{said.asks}</span> : shipped
}
