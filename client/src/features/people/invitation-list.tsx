import { useState } from 'react'
import { RoundtableError } from '@roundtable/shared/error'
import type { InvitationView } from '@roundtable/shared/protocol'
import { sentenceOfError } from '../../lib/error-sentence.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { QueryState } from '../../ui/query-state.js'
import { useInvitations } from './invitations.js'
import { RevokeDialog } from './revoke-dialog.js'

interface InvitationListProps {
  readonly workspaceId: string
  readonly onRevoked: () => void
}

/** The invitations the reader may know of. Who may know of none is told so, not alarmed. */
export function InvitationList({ workspaceId, onRevoked }: InvitationListProps) {
  const { t } = useText()
  const invitations = useInvitations(workspaceId)
  const [revoking, setRevoking] = useState<InvitationView | null>(null)
  const { error } = invitations
  if (error instanceof RoundtableError && error.kind === 'not_allowed') return <p className="muted">{sentenceOfError(error, t)}</p>
  return (
    <QueryState query={invitations} waitingFor={t('invitations.loading')}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <p className="muted">{t('invitations.empty')}</p>
          ) : (
            <ul className="invitations">
              {items.map((invitation) => (
                <InvitationItem key={invitation.id} invitation={invitation} onRevoke={() => setRevoking(invitation)} />
              ))}
            </ul>
          )}
          {revoking && (
            <RevokeDialog workspaceId={workspaceId} invitation={revoking} onClose={() => setRevoking(null)} onRevoked={onRevoked} />
          )}
        </>
      )}
    </QueryState>
  )
}

interface InvitationItemProps {
  readonly invitation: InvitationView
  readonly onRevoke: () => void
}

function InvitationItem({ invitation, onRevoke }: InvitationItemProps) {
  const { t } = useText()
  const { moment } = useFormat()
  const { role, organisation, invitedBy, uses, usesLeft, expiresAt, status, mayRevoke } = invitation
  const name = organisation === null ? t(`role.${role}`) : t('invitations.roleAndOrganisation', { role: t(`role.${role}`), organisation })
  return (
    <li className="invitation">
      <div className="member__words">
        <h3 className="member__name">
          <bdi>{name}</bdi>
        </h3>
        <p className="row caption">
          <span className="tag tag--state">{t(`invitations.status.${status}`)}</span>
          <span className="muted">{t('invitations.usesLeft', { left: usesLeft, uses })}</span>
          <span className="muted">{t('invitations.until', { at: moment(new Date(expiresAt)) })}</span>
          <span className="muted">{t('invitations.by', { name: invitedBy })}</span>
        </p>
      </div>
      {mayRevoke && status === 'open' && (
        <Button look="danger" aria-label={t('invitations.revokeNamed', { name })} onPress={onRevoke}>
          {t('invitations.revoke')}
        </Button>
      )}
    </li>
  )
}
