import { useRef, useState } from 'react'
import type { ProtocolView } from '@roundtable/shared/protocol'
import { shownDay } from '../../lib/days.js'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { Said } from '../../ui/said.js'
import { DenyDialog } from './deny-dialog.js'
import { useAnswerProtocol } from './people.js'
import { ProtocolAnswers } from './protocol-answers.js'

interface ProtocolCardProps {
  readonly workspaceId: string
  readonly protocol: ProtocolView
}

/** One choice of the community: whom, how, how many have confirmed it, and the reader's own answer where it counts. */
export function ProtocolCard({ workspaceId, protocol }: ProtocolCardProps) {
  const { t } = useText()
  const { day } = useFormat()
  const announce = useAnnounce()
  const answer = useAnswerProtocol(workspaceId)
  const [isDenying, setDenying] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const focusHeading = useFocusAfter(() => heading.current)
  const { candidate, replaces, status } = protocol

  function confirm() {
    answer.mutate(
      { protocolId: protocol.id, stance: 'agree', reason: '' },
      {
        onSuccess: () => {
          announce(t('protocol.confirmedNow', { name: candidate.name }))
          focusHeading()
        }
      }
    )
  }

  return (
    <li className="card stack stack--tight">
      <div className="row row--apart">
        <h3 ref={heading} tabIndex={-1} className="protocol__title">
          <bdi>
            {replaces === null
              ? t('protocol.chose', { name: candidate.name })
              : t('protocol.choseInstead', { name: candidate.name, before: replaces.name })}
          </bdi>
        </h3>
        <span className="tag tag--state">{t(`protocol.status.${status}`)}</span>
      </div>
      <p className="caption muted">
        {t('protocol.how', { how: t(`protocol.kind.${protocol.how}`), on: day(shownDay(protocol.decidedOn)) })}
      </p>
      {protocol.note !== '' && <Said>{protocol.note}</Said>}
      <p>
        {protocol.needed === 0
          ? t('protocol.nobodyElse')
          : t('protocol.progress', { confirmed: protocol.confirmed, needed: protocol.needed })}
      </p>
      <ProtocolAnswers answers={protocol.answers} />
      <FormProblem error={answer.error} />
      {protocol.mayAnswer && (
        <div className="row no-print">
          <Button look="primary" isPending={answer.isPending} onPress={confirm}>
            {t('protocol.confirm')}
          </Button>
          <Button onPress={() => setDenying(true)}>{t('protocol.deny')}</Button>
        </div>
      )}
      {isDenying && <DenyDialog workspaceId={workspaceId} protocol={protocol} onClose={() => setDenying(false)} onDenied={focusHeading} />}
    </li>
  )
}
