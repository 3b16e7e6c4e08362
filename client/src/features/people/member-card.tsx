import { useState } from 'react'
import { MANDATED_ROLES } from '@roundtable/shared/framework'
import type { MemberView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import { PersonMark } from '../../ui/person-mark.js'
import { WhyNot } from '../workspace/index.js'
import { EndSeatDialog } from './end-seat-dialog.js'
import { FunderDialog } from './funder-dialog.js'
import { MandateDialog } from './mandate-dialog.js'
import { MemberWords } from './member-words.js'

interface MemberCardProps {
  readonly workspaceId: string
  readonly member: MemberView
  /** The group has said it already. */
  readonly isReasonSaid: boolean
  /** The seat is gone: the focus goes where the list is. */
  readonly onEnded: () => void
}

type Act = 'mandate' | 'funder' | 'end'

/** One seat of somebody else: who they are here, and what the reader may do about it. */
export function MemberCard({ workspaceId, member, isReasonSaid, onEnded }: MemberCardProps) {
  const { t } = useText()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  return (
    <li className="member">
      <PersonMark name={member.name} color={null} />
      <div className="member__words">
        <h4 className="member__name">
          <bdi>{member.name}</bdi>
          {member.isMine && <span className="muted"> {t('seat.you')}</span>}
        </h4>
        <MemberWords member={member} />
        {!member.isMine && !member.manage.allowed && !isReasonSaid && (
          <WhyNot cannot={t('members.cannot')} because={member.manage.because} />
        )}
      </div>
      {!member.isMine && member.manage.allowed && (
        <Menu label={t('members.manage', { name: member.name })} icon="more" look="quiet">
          {MANDATED_ROLES.includes(member.role) && <MenuItem onAction={() => setAct('mandate')}>{t('members.manageMandate')}</MenuItem>}
          {(member.role === 'OBS' || member.role === 'OTH') && (
            <MenuItem onAction={() => setAct('funder')}>{t(member.isFunder ? 'members.manageNoFunder' : 'members.manageFunder')}</MenuItem>
          )}
          <MenuItem onAction={() => setAct('end')}>{t('members.manageEnd')}</MenuItem>
        </Menu>
      )}
      {act === 'mandate' && <MandateDialog workspaceId={workspaceId} member={member} onClose={close} />}
      {act === 'funder' && <FunderDialog workspaceId={workspaceId} member={member} onClose={close} />}
      {act === 'end' && <EndSeatDialog workspaceId={workspaceId} member={member} onClose={close} onEnded={onEnded} />}
    </li>
  )
}
