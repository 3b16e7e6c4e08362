import type { ModalityChange, WorkspaceView } from '@roundtable/shared/protocol'
import type { RefObject } from 'react'
import { useFocusWhenGone } from '../../../lib/use-focus-when-gone.js'
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
  readonly heading: RefObject<HTMLHeadingElement | null>
  /** It is decided or taken back, or one's answer to it is given, and what had the focus is gone with that. */
  readonly onGone: () => void
}

/** The change that is proposed now: who has to agree, who has, and one's own answer. */
export function OpenChange({ workspace, change, heading, onGone }: OpenChangeProps) {
  const { t } = useText()
  const whole = useFocusWhenGone<HTMLElement>(onGone)
  const { moment } = useFormat()
  return (
    <section ref={whole} className="section stack" aria-labelledby="open-title">
      <h2 id="open-title" ref={heading} tabIndex={-1}>
        {t('modalityPage.open')}
      </h2>
      <Change change={change} />
      <p>{t('modalityPage.until', { at: moment(new Date(change.expiresAt)) })}</p>
      {change.nobodyFor.map((side) => (
        <p key={side}>{t('modalityPage.nobodyFor', { side: t(`side.${side}`) })}</p>
      ))}
      <Answer {...{ workspace, change, onGone }} />
      {change.mayWithdraw && <Withdraw workspaceId={workspace.id} changeId={change.id} onWithdrawn={onGone} />}
    </section>
  )
}

function Answer({ workspace, change, onGone }: Omit<OpenChangeProps, 'heading'>) {
  const { t } = useText()
  const may = useMay(workspace)('approve', 'PROF')
  const mine = change.voices.find((voice) => voice.isMine)
  if (change.mayAnswer)
    return (
      <>
        {mine?.stance === 'agree' && <p>{t('modalityPage.answeredAlready')}</p>}
        <AnswerForm key={mine?.at} workspaceId={workspace.id} changeId={change.id} given={mine} onGone={onGone} />
      </>
    )
  return <WhyNot cannot={t('modalityPage.cannotAnswer')} because={may.because} />
}
