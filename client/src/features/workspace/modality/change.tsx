import { SIDES } from '@roundtable/shared/framework'
import type { ModalityChange } from '@roundtable/shared/protocol'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Said } from '../../../ui/said.js'
import { modalityName } from '../modality-words.js'

/** A proposed change with its reason, and what everybody who has to agree says to it; the civic side first. */
export function Change({ change }: { readonly change: ModalityChange }) {
  const { t } = useText()
  const { moment } = useFormat()
  return (
    <div className="stack stack--tight">
      <p className="row">
        <strong>{t('modalityPage.from', { from: modalityName(change.from, t), to: modalityName(change.to, t) })}</strong>
        <span className="tag tag--state">{t(`modalityPage.status.${change.status}`)}</span>
      </p>
      <p className="caption muted">
        <span className="names">{t('modalityPage.proposedBy', { name: change.proposedBy, at: moment(new Date(change.proposedAt)) })}</span>
      </p>
      <Said>{change.reason}</Said>
      <ChangeVoices change={change} />
    </div>
  )
}

function ChangeVoices({ change }: { readonly change: ModalityChange }) {
  const { t } = useText()
  const voices = [...change.voices].sort((one, other) => SIDES.indexOf(one.side) - SIDES.indexOf(other.side))
  if (voices.length === 0) return null
  return (
    <ul className="voices">
      {voices.map((voice) => (
        <li key={voice.key} className="voice" data-side={voice.side}>
          <p className="caption muted">{t(`sideTitle.${voice.side}`)}</p>
          <p className="voice__answer">
            {t('modalityPage.voice', {
              name: voice.isMine ? t('definition.you', { name: voice.name }) : voice.name,
              stance: t(`modalityPage.stance.${voice.stance ?? 'none'}`)
            })}
          </p>
          {voice.reason !== '' && <Said>{voice.reason}</Said>}
        </li>
      ))}
    </ul>
  )
}
