import type { ModalityChange, WorkspaceView } from '@roundtable/shared/protocol'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { AnswerForm } from './answer-form.js'
import { Change } from './change.js'
import { Withdraw } from './withdraw.js'

interface OpenChangeProps {
  readonly workspace: WorkspaceView
  readonly change: ModalityChange
}

/** The change that is proposed now: who has to agree, who has, and one's own answer. */
export function OpenChange({ workspace, change }: OpenChangeProps) {
  const { t } = useText()
  const { moment } = useFormat()
  return (
    <section className="section stack" aria-labelledby="open-title">
      <h2 id="open-title">{t('modalityPage.open')}</h2>
      <Change change={change} />
      <p>{t('modalityPage.until', { at: moment(new Date(change.expiresAt)) })}</p>
      {change.nobodyFor.map((side) => (
        <p key={side}>{t('modalityPage.nobodyFor', { side: t(`side.${side}`) })}</p>
      ))}
      <Answer workspace={workspace} change={change} />
      {change.mayWithdraw && <Withdraw workspaceId={workspace.id} changeId={change.id} />}
    </section>
  )
}

function Answer({ workspace, change }: OpenChangeProps) {
  const { t } = useText()
  const may = useMay(workspace)('approve', 'PROF')
  const mine = change.voices.find((voice) => voice.isMine)
  if (change.mayAnswer)
    return (
      <>
        {mine?.stance === 'agree' && <p>{t('modalityPage.answeredAlready')}</p>}
        <AnswerForm key={mine?.at} workspaceId={workspace.id} changeId={change.id} given={mine} />
      </>
    )
  return <WhyNot cannot={t('modalityPage.cannotAnswer')} because={may.because} />
}
