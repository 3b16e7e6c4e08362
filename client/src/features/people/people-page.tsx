import { useRef } from 'react'
import type { PeopleView, WorkspaceView } from '@roundtable/shared/protocol'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { useText } from '../../locales/use-text.js'
import { QueryState } from '../../ui/query-state.js'
import { WhyNot, WorkspacePage } from '../workspace/index.js'
import { bySide, sharedReason, type SideGroup } from './groups.js'
import { EndedSeats } from './ended-seats.js'
import { MemberCard } from './member-card.js'
import { MySeat } from './my-seat.js'
import { PeopleTabs } from './people-tabs.js'
import { usePeople } from './people.js'
import { Protocols } from './protocols.js'

export function PeoplePage() {
  const { t } = useText()
  return <WorkspacePage title={t('members.title')}>{(workspace) => <PeopleOf workspace={workspace} />}</WorkspacePage>
}

function PeopleOf({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const people = usePeople(workspace.id)
  return (
    <>
      <PeopleTabs workspaceId={workspace.id} />
      <QueryState query={people} waitingFor={t('members.loading')}>
        {(view) => <People workspace={workspace} people={view} />}
      </QueryState>
    </>
  )
}

interface PeopleProps {
  readonly workspace: WorkspaceView
  readonly people: PeopleView
}

function People({ workspace, people }: PeopleProps) {
  const { t } = useText()
  const list = useRef<HTMLHeadingElement>(null)
  const focusList = useFocusAfter(() => list.current)
  const reason = sharedReason(people.members)
  const mine = people.members.find((member) => member.isMine)
  return (
    <>
      {mine && <MySeat workspaceId={workspace.id} title={workspace.title} member={mine} />}
      <section className="stack" aria-labelledby="members-title">
        <h2 id="members-title" ref={list} tabIndex={-1}>
          {t('members.members')}
        </h2>
        {reason && <WhyNot cannot={t('members.cannotThese')} because={reason} />}
        {bySide(people.members).map((group) => (
          <Side key={group.side ?? 'none'} workspaceId={workspace.id} group={group} isReasonSaid={reason !== null} onEnded={focusList} />
        ))}
      </section>
      <Protocols workspaceId={workspace.id} people={people} />
      <EndedSeats ended={people.ended} />
    </>
  )
}

interface SideProps {
  readonly workspaceId: string
  readonly group: SideGroup
  /** The page has said it for all. */
  readonly isReasonSaid: boolean
  readonly onEnded: () => void
}

function Side({ workspaceId, group, isReasonSaid, onEnded }: SideProps) {
  const { t } = useText()
  const reason = isReasonSaid ? null : sharedReason(group.members)
  return (
    <section className="stack stack--tight">
      <h3 className="seats__side">{t(`sideTitle.${group.side ?? 'none'}`)}</h3>
      {reason && <WhyNot cannot={t('members.cannotThese')} because={reason} />}
      <ul className="members">
        {group.members.map((member) => (
          <MemberCard
            key={member.id}
            workspaceId={workspaceId}
            member={member}
            isReasonSaid={isReasonSaid || reason !== null}
            onEnded={onEnded}
          />
        ))}
      </ul>
    </section>
  )
}
