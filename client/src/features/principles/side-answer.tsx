import { richTextWords, type Answer } from '@roundtable/shared/document'
import type { Side } from '@roundtable/shared/framework'
import { useId, type ReactNode } from 'react'
import { useText } from '../../locales/use-text.js'
import { Said } from '../../ui/said.js'
import { RichTextView } from '../document/index.js'

/** What one side has filed about one principle: how far it says it is, what it does, what shows it, its next step, and whether it wants help. */
export function SideAnswer({ side, answer }: { readonly side: Side; readonly answer: Answer | null }) {
  const { t, sentence } = useText()
  const id = useId()
  const name = t(`sideTitle.${side}`)
  const words = (field: string): string | null => {
    const value = answer?.fields[field]
    return typeof value === 'string' ? value : null
  }
  const evidence = answer?.fields.evidence
  const lines = Array.isArray(evidence) ? evidence.filter((line) => typeof line === 'string') : []
  return (
    <section className="voice" data-side={side} aria-labelledby={id}>
      <h3 id={id} className="seats__side">
        {name}
      </h3>
      <p className="voice__answer">{sentence(`principles.howFar.${words('howFar')}`, 'filing.notSaid')}</p>
      {answer?.fields.helpWanted === true && (
        <p>
          <span className="tag">{t('filing.helpWanted')}</span>
        </p>
      )}
      {words('notRelevantBecause') && <Part term={t('principles.notRelevantBecause')} words={words('notRelevantBecause')} />}
      {answer?.fields.lawMissing === true && <Part term={t('filing.lawMissing')} words={words('lawRisk')} />}
      {answer && richTextWords(answer.text).trim() !== '' && (
        <Part term={t('principles.text')}>
          <RichTextView text={answer.text} labelId={id} />
        </Part>
      )}
      {lines.length > 0 && (
        <Part term={t('principles.evidence')}>
          <ul className="evidence">
            {lines.map((line, index) => (
              <li key={index} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {words('nextStep') && <Part term={t('principles.nextStep')} words={words('nextStep')} />}
    </section>
  )
}

function Part({ term, words = null, children }: { readonly term: string; readonly words?: string | null; readonly children?: ReactNode }) {
  return (
    <div className="stack stack--tight">
      <p className="caption muted">{term}</p>
      {words === null ? children : <Said>{words}</Said>}
    </div>
  )
}
