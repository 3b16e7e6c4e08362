import type { ModalityHistory } from '@roundtable/shared/protocol'
import type { ReactNode } from 'react'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { modalityName } from '../modality-words.js'
import { Change } from './change.js'
import { Why } from '../why.js'

/** How the modality came to be what it is, newest first: by the questions, or by changes that were proposed. */
export function History({ history }: { readonly history: ModalityHistory }) {
  const { t } = useText()
  const entries = [
    ...history.past.map((change) => ({ at: change.endedAt ?? change.proposedAt, item: <Change change={change} /> })),
    ...history.classified.map((classified) => ({ at: classified.at, item: <Classified classified={classified} /> }))
  ].sort((one, other) => other.at.localeCompare(one.at))
  return (
    <section className="section stack" aria-labelledby="history-title">
      <h2 id="history-title">{t('modalityPage.history')}</h2>
      {entries.length === 0 && <p className="muted">{t('modalityPage.historyNone')}</p>}
      <ol className="history">
        {entries.map(({ at, item }) => (
          <HistoryItem key={at} at={at}>
            {item}
          </HistoryItem>
        ))}
      </ol>
    </section>
  )
}

function HistoryItem({ at, children }: { readonly at: string; readonly children: ReactNode }) {
  const { moment } = useFormat()
  return (
    <li className="history__item">
      <time className="caption muted" dateTime={at}>
        {moment(new Date(at))}
      </time>
      {children}
    </li>
  )
}

function Classified({ classified }: { readonly classified: ModalityHistory['classified'][number] }) {
  const { t, sentence } = useText()
  const outcome = sentence(`modalityPage.outcome.${classified.outcome}`, 'modalityPage.outcome.none')
  return (
    <p>
      {t('modalityPage.classified', { to: modalityName(classified.to, t), outcome })}{' '}
      {classified.paragraph !== '' && <Why question="why.question" paragraph={classified.paragraph} />}
    </p>
  )
}
