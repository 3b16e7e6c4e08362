import type { ProfileView } from '@roundtable/shared/protocol'
import type { ReactNode } from 'react'
import { useText } from '../../../locales/use-text.js'
import { Said } from '../../../ui/said.js'

/** The profile to read. What has not been said is shown as such: an empty line is an invitation. */
export function ProfileFacts({ profile }: { readonly profile: ProfileView }) {
  const { t } = useText()
  const { summary, objectives, otherObjective, dataClass, populations, populationLabel, identification, stage, interests } = profile
  return (
    <dl className="facts">
      <Fact term={t('profile.summary')}>{summary !== '' && <Said>{summary}</Said>}</Fact>
      <Fact term={t('profile.objectives')}>
        {objectives.length > 0 && (
          <ul className="plain-list">
            {objectives.map((code) => (
              <li key={code}>{code === 'OX' && otherObjective !== '' ? <bdi>{otherObjective}</bdi> : t(`objective.${code}`)}</li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact term={t('profile.dataClass')}>{dataClass && t(`dataClass.${dataClass}`)}</Fact>
      <Fact term={t('profile.populations')}>
        {populations.length > 0 && (
          <ul className="plain-list">
            {populations.map((population) => (
              <li key={population}>{t(`population.${population}`)}</li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact term={t('profile.populationLabel')}>{populationLabel !== '' && <Said>{populationLabel}</Said>}</Fact>
      <Fact term={t('profile.identification')}>
        {profile.selfDefinition === null ? (
          <span className="muted">{t('profile.notShown')}</span>
        ) : (
          identification !== '' && <Said>{identification}</Said>
        )}
      </Fact>
      <Fact term={t('profile.stage')}>{stage && t(`stage.${stage}`)}</Fact>
      <Fact term={t('profile.interests')}>
        {interests.length > 0 && (
          <ul className="plain-list">
            {interests.map(({ name, kind, note }, index) => (
              <li key={index}>
                <bdi>{name}</bdi> <span className="tag">{t(`interestKind.${kind}`)}</span>
                {note !== '' && <Said>{note}</Said>}
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children || <span className="muted">{t('profile.empty')}</span>}</dd>
    </div>
  )
}
