import { useState } from 'react'
import type { MemberView } from '@roundtable/shared/protocol'
import { MANDATED_ROLES } from '@roundtable/shared/framework'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { PersonMark } from '../../ui/person-mark.js'
import { WhyNot } from '../workspace/index.js'
import { LeaveDialog } from './leave-dialog.js'
import { MandateDialog } from './mandate-dialog.js'
import { MemberWords } from './member-words.js'
import { RenameDialog } from './rename-dialog.js'

interface MySeatProps {
  readonly workspaceId: string
  readonly title: string
  readonly member: MemberView
}

/** The reader's own seat: what they are called here, and the way out, as short as the way in. */
export function MySeat({ workspaceId, title, member }: MySeatProps) {
  const { t } = useText()
  const [act, setAct] = useState<'rename' | 'mandate' | 'leave' | null>(null)
  const close = () => setAct(null)
  const isMandated = MANDATED_ROLES.includes(member.role)
  return (
    <section className="card stack" aria-labelledby="my-seat-title">
      <h2 id="my-seat-title" className="card__title">
        {t('members.mySeat')}
      </h2>
      <div className="member member--mine">
        <PersonMark name={member.name} color={null} />
        <div className="member__words">
          <p className="member__name">
            <bdi>{member.name}</bdi>
          </p>
          <MemberWords member={member} />
        </div>
      </div>
      <div className="row">
        <Button onPress={() => setAct('rename')}>{t('members.rename')}</Button>
        {isMandated && member.manage.allowed && <Button onPress={() => setAct('mandate')}>{t('members.myMandate')}</Button>}
        <Button look="danger" onPress={() => setAct('leave')}>
          {t('members.leave')}
        </Button>
      </div>
      {isMandated && !member.manage.allowed && <WhyNot cannot={t('members.cannotMandate')} because={member.manage.because} />}
      {act === 'rename' && <RenameDialog workspaceId={workspaceId} member={member} onClose={close} />}
      {act === 'mandate' && <MandateDialog workspaceId={workspaceId} member={member} onClose={close} />}
      {act === 'leave' && <LeaveDialog workspaceId={workspaceId} title={title} member={member} onClose={close} />}
    </section>
  )
}
