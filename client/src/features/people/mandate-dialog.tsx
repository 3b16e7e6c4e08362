import { useState } from 'react'
import type { MemberView } from '@roundtable/shared/protocol'
import { lastDayBefore } from '../../lib/days.js'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { useKeptForm } from '../../ui/use-kept-form.js'
import { MandateFields, mandateOf, type MandateDraft } from './mandate-fields.js'
import { useChangeSeat } from './people.js'

interface MandateDialogProps {
  readonly workspaceId: string
  readonly member: MemberView
  readonly onClose: () => void
}

/** Who gave a seat its mandate and until when; an empty first field takes the mandate off the record. */
export function MandateDialog({ workspaceId, member, onClose }: MandateDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const change = useChangeSeat(workspaceId)
  const [wasSent, setSent] = useState(false)
  const title = t('mandate.title', { name: member.name })
  const given: MandateDraft = {
    givenBy: member.mandateGivenBy ?? '',
    note: member.mandateNote,
    expiresOn: member.mandateExpiresAt === null ? '' : lastDayBefore(member.mandateExpiresAt)
  }
  const [draft, setDraft, close] = useKeptForm({ title, isPending: change.isPending, onClose }, given, member.id)
  const mandate = mandateOf(draft)
  const isGiverMissing = mandate === null && (draft.note.trim() !== '' || draft.expiresOn !== '' || member.mandateGivenBy === null)

  function send() {
    setSent(true)
    if (isGiverMissing) return
    change.mutate(
      { seatId: member.id, mandate },
      {
        onSuccess: () => {
          announce(t(mandate === null ? 'mandate.removed' : 'mandate.saved', { name: member.name }))
          close()
        }
      }
    )
  }

  return (
    <FormDialog
      title={title}
      submit={t('mandate.submit')}
      error={change.error}
      isPending={change.isPending}
      onSubmit={send}
      onClose={close}
    >
      <p className="muted">{t('mandate.lead')}</p>
      {member.mandateGivenBy !== null && <p className="muted">{t('mandate.removeHint')}</p>}
      <MandateFields
        draft={draft}
        onChange={setDraft}
        giverError={wasSent && isGiverMissing ? t('mandate.giverMissing') : fieldProblem(change.error, 'mandate.givenBy')}
        noteError={fieldProblem(change.error, 'mandate.note')}
        dateError={fieldProblem(change.error, 'mandate.expiresOn')}
      />
    </FormDialog>
  )
}
