import type { ReactNode } from 'react'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Said } from '../../../ui/said.js'
import type { SaidOfEngagement } from './stages.js'

/** Degree and quality of engagement as one side sees them, in words: nothing is added up (¶11). What is not said is left out. */
export function EngagementSaid({ said }: { readonly said: SaidOfEngagement | null }) {
  const { t } = useText()
  const { day } = useFormat()
  if (said === null) return <p className="muted">{t('engaged.notAnswered')}</p>
  const { degree, quality, evidence, note } = said
  return (
    <>
      <dl className="engaged">
        <Fact term={t('engaged.extent')}>{t(`engaged.extent.${degree.extent}`)}</Fact>
        {degree.intensity && <Fact term={t('engaged.intensity')}>{t(`engaged.intensity.${degree.intensity}`)}</Fact>}
        {degree.durationDays !== null && <Fact term={t('engaged.durationDays')}>{t('engaged.days', { days: degree.durationDays })}</Fact>}
        {degree.effortHours !== null && <Fact term={t('engaged.effortHours')}>{t('engaged.hours', { hours: degree.effortHours })}</Fact>}
        {degree.groups.length > 0 && <Lines term={t('engaged.groups')} lines={degree.groups} />}
        {(['needsFit', 'impact', 'influence'] as const).map((aspect) => {
          const howFar = quality[aspect]
          return (
            howFar && (
              <Fact key={aspect} term={t(`engaged.${aspect}`)}>
                {t(`engaged.howFar.${howFar}`)}
              </Fact>
            )
          )
        })}
        {evidence.length > 0 && <Lines term={t('engaged.evidence')} lines={evidence} />}
      </dl>
      {note !== '' && <Said>{note}</Said>}
      <p className="caption muted">
        <span className="names">{t('form.said', { name: said.answeredBy, at: day(new Date(said.answeredAt)) })}</span>
      </p>
    </>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lines({ term, lines }: { readonly term: string; readonly lines: readonly string[] }) {
  return (
    <Fact term={term}>
      <ul className="plain-list">
        {lines.map((line, index) => (
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </Fact>
  )
}
