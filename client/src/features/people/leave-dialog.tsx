import { useState } from 'react'
import type { MemberView } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { TextField } from '../../ui/text-field.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { useKeptForm } from '../../ui/use-kept-form.js'
import { useLeave } from './people.js'

interface LeaveDialogProps {
  readonly workspaceId: string
  readonly title: string
  readonly member: MemberView
  readonly onClose: () => void
}

/** What leaving means is said before it is done; no reason is asked for, one may be given. */
export function LeaveDialog({ workspaceId, title, member, onClose }: LeaveDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const [keepsReading, setKeepsReading] = useState(true)
  const leave = useLeave(workspaceId, () => {
    announce(t('members.left', { title }))
    void navigate('/initiatives', { flushSync: true })
  })
  const heading = t('members.leaveTitle', { title })
  const [reason, setReason, close] = useKeptForm({ title: heading, isPending: leave.isPending, onClose }, '')
  return (
    <FormDialog
      title={heading}
      submit={t('members.leaveSubmit')}
      look="danger"
      role="alertdialog"
      error={leave.error}
      isPending={leave.isPending}
      onSubmit={() => leave.mutate({ seatId: member.id, reason, keepsReading })}
      onClose={close}
    >
      <ul className="plain-list">
        <li>{t('members.leaveSeat')}</li>
        <li>{t('members.leaveWords', { name: member.name })}</li>
        {member.role === 'COM' && <li>{t('members.leaveDelegate')}</li>}
        <li>{t('members.leaveBack')}</li>
      </ul>
      <label className="check">
        <input type="checkbox" checked={keepsReading} onChange={(event) => setKeepsReading(event.target.checked)} />
        {t('members.leaveKeepReading')}
      </label>
      <TextField label={t('members.leaveReason')} rows={2} value={reason} onChange={setReason} maxLength={2000} />
    </FormDialog>
  )
}
