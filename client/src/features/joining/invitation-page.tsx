import { useState } from 'react'
import { RoundtableError } from '@roundtable/shared/error'
import type { Accepted } from '@roundtable/shared/protocol'
import { useNavigate, useParams } from 'react-router'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Link } from '../../ui/link.js'
import { Page } from '../../ui/page.js'
import { PendingPage } from '../../ui/pending-page.js'
import { Waiting } from '../../ui/waiting.js'
import { KeepPhrase, useSession } from '../identity/index.js'
import { InvitationWords } from './invitation-words.js'
import { JoinForm } from './join-form.js'
import { useEnter, useInvitation } from './joining.js'

/** An invitation opened: first what it leads to, then the little that is asked, then what has to be kept. */
export function InvitationPage() {
  const { t } = useText()
  const { secret = '' } = useParams()
  const navigate = useNavigate()
  const session = useSession()
  const person = session.data?.person ?? null
  const [accepted, setAccepted] = useState<Accepted | null>(null)
  const [hasPassword, setHasPassword] = useState(false)
  const invitation = useInvitation(secret, person?.id ?? null, session.data !== undefined && accepted === null)
  const enter = useEnter()

  function goIn(answer: Accepted) {
    void enter(answer).then(() => navigate(`/initiatives/${answer.workspaceId}`, { replace: true }))
  }

  function take(answer: Accepted, choseAPassword: boolean) {
    setAccepted(answer)
    setHasPassword(choseAPassword)
    if (answer.newPhrase === null) goIn(answer)
  }

  if (accepted?.newPhrase != null) {
    const { newPhrase } = accepted
    return (
      <KeepPhrase
        done={t('keep.in')}
        lead={t(hasPassword ? 'keep.leadPassword' : 'keep.lead')}
        handle={accepted.handle}
        phrase={newPhrase}
        onKept={() => goIn(accepted)}
      />
    )
  }
  if (accepted) return <Waiting>{t('initiative.loading')}</Waiting>
  const over = invitation.error instanceof RoundtableError && ['not_found', 'bad_input'].includes(invitation.error.kind)
  if (over) return <Over />
  if (session.data === undefined) return <PendingPage query={session} title={t('join.title')} waitingFor={t('join.loading')} />
  if (!invitation.data) return <PendingPage query={invitation} title={t('join.title')} waitingFor={t('join.loading')} />
  return (
    <Page title={t('join.invitedTitle')} width="narrow">
      <InvitationWords invitation={invitation.data} />
      {invitation.data.isMember ? (
        <AlreadyMember />
      ) : (
        <JoinForm secret={secret} invitation={invitation.data} person={person} onAccepted={take} />
      )}
    </Page>
  )
}

function AlreadyMember() {
  const { t } = useText()
  return (
    <>
      <Banner tone="info" role="status">
        <p>{t('error.already_member')}</p>
      </Banner>
      <div className="row">
        <Link to="/initiatives" look="primary">
          {t('notFound.home')}
        </Link>
      </div>
    </>
  )
}

/** Used up, withdrawn, expired or never made: said alike, with what to do. */
function Over() {
  const { t } = useText()
  return (
    <Page title={t('join.overTitle')} width="narrow">
      <p>{t('error.invitation_over')}</p>
      <p className="muted">{t('join.overHint')}</p>
      <div className="row">
        <Link to="/join" look="primary">
          {t('join.otherCode')}
        </Link>
      </div>
    </Page>
  )
}
