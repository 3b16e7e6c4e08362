import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { InvitationMade, PeopleView, WorkspaceView } from '@roundtable/shared/protocol'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { QueryState } from '../../ui/query-state.js'
import { BecauseLine, WorkspacePage } from '../workspace/index.js'
import { refusedRoles, roleOfOtherSide } from './groups.js'
import { InvitationForm } from './invitation-form.js'
import { InvitationList } from './invitation-list.js'
import { MadeInvitation } from './made-invitation.js'
import { PeopleTabs } from './people-tabs.js'
import { usePeople } from './people.js'

export function InvitationsPage() {
  const { t } = useText()
  return <WorkspacePage title={t('invitations.title')}>{(workspace) => <InvitationsOf workspace={workspace} />}</WorkspacePage>
}

function InvitationsOf({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const people = usePeople(workspace.id)
  return (
    <>
      <PeopleTabs workspaceId={workspace.id} />
      <QueryState query={people} waitingFor={t('members.loading')}>
        {(view) => <Invitations workspace={workspace} people={view} />}
      </QueryState>
    </>
  )
}

interface InvitationsProps {
  readonly workspace: WorkspaceView
  readonly people: PeopleView
}

function Invitations({ workspace, people }: InvitationsProps) {
  const { t } = useText()
  const [search] = useSearchParams()
  const list = useRef<HTMLHeadingElement>(null)
  const focusList = useFocusAfter(() => list.current)
  const make = useRef<HTMLHeadingElement>(null)
  const focusMake = useFocusAfter(() => make.current)
  const [made, setMade] = useState<InvitationMade | null>(null)
  const roles = people.invitable.filter(({ allowed }) => allowed).map(({ role }) => role)
  const asked = search.get('for') === 'other-side' ? roleOfOtherSide(roles, workspace, people.members) : null
  function another() {
    setMade(null)
    focusMake()
  }

  // A paper for whoever is invited says nothing of the others who are.
  const unprinted = made === null ? '' : 'no-print'
  return (
    <>
      <p className={`prose ${unprinted}`}>{t('invitations.lead')}</p>
      <section className="stack" aria-labelledby="invite-title">
        <h2 id="invite-title" ref={make} tabIndex={-1} className={unprinted}>
          {t('invitations.make')}
        </h2>
        {made !== null && <MadeInvitation made={made} onAnother={another} />}
        {made === null && roles.length > 0 && <InvitationForm workspaceId={workspace.id} roles={roles} asked={asked} onMade={setMade} />}
        {made === null && <CannotInvite invitable={people.invitable} isNobody={roles.length === 0} />}
      </section>
      <section className={`stack ${unprinted}`} aria-labelledby="made-title">
        <h2 id="made-title" ref={list} tabIndex={-1}>
          {t('invitations.listTitle')}
        </h2>
        <InvitationList workspaceId={workspace.id} onRevoked={focusList} />
      </section>
    </>
  )
}

interface CannotInviteProps {
  readonly invitable: PeopleView['invitable']
  readonly isNobody: boolean
}

/** The roles one cannot invite are shown all the same, each with its reason. */
function CannotInvite({ invitable, isNobody }: CannotInviteProps) {
  const { t } = useText()
  const { list } = useFormat()
  const refused = refusedRoles(invitable)
  if (refused.length === 0) return null
  return (
    <details className="more" open={isNobody}>
      <summary>{t(isNobody ? 'invitations.cannotAny' : 'invitations.cannotSome')}</summary>
      <ul className="stack stack--tight plain">
        {refused.map(({ roles, because }) => (
          <li key={because.sentence} className="caption">
            <strong>{list(roles.map((role) => t(`role.${role}`)))}:</strong> <BecauseLine because={because} />
          </li>
        ))}
      </ul>
    </details>
  )
}
