import type { ProtocolView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Said } from '../../ui/said.js'

/** Who of the community confirmed or denied it, and why; others are sent none of this. */
export function ProtocolAnswers({ answers }: Pick<ProtocolView, 'answers'>) {
  const { t } = useText()
  if (answers.length === 0) return null
  return (
    <ul className="voices">
      {answers.map((answer, index) => (
        <li key={index} className="voice" data-side="civic">
          <p className="voice__answer">
            <span className="names">
              {t(`protocol.said.${answer.stance}`, { name: answer.isMine ? t('protocol.you', { name: answer.name }) : answer.name })}
            </span>
          </p>
          {answer.reason !== '' && <Said>{answer.reason}</Said>}
        </li>
      ))}
    </ul>
  )
}
