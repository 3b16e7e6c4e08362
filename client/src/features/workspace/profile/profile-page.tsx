import { useQuery } from '@tanstack/react-query'
import type { ProfileView, WorkspaceView } from '@roundtable/shared/protocol'
import { useRef, useState, type RefObject } from 'react'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { QueryState } from '../../../ui/query-state.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { WorkspacePage } from '../workspace-page.js'
import { ProfileForm } from './profile-form.js'
import { ProfileFacts } from './profile-facts.js'
import { profileQuery } from './profile.js'
import { Registry } from './registry.js'
import { SelfDefinition } from './self-definition.js'

/** What an initiative says of itself: read by everybody in it, written by whoever may. */
export function ProfilePage() {
  const { t } = useText()
  return <WorkspacePage title={t('profile.title')}>{(workspace) => <ProfileOf workspace={workspace} />}</WorkspacePage>
}

function ProfileOf({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const query = useQuery(profileQuery(workspace.id))
  const [isEdited, setEdited] = useState(false)
  const acts = useRef<HTMLDivElement>(null)
  const focusOnEdit = useFocusAfter(() => acts.current?.querySelector('button'))

  function close() {
    setEdited(false)
    focusOnEdit()
  }

  return (
    <QueryState query={query} waitingFor={t('profile.loading')}>
      {(profile) =>
        isEdited ? (
          <ProfileForm workspaceId={workspace.id} profile={profile} isProgramme={workspace.kind !== 'initiative'} onClose={close} />
        ) : (
          <ProfileRead workspace={workspace} profile={profile} acts={acts} onEdit={() => setEdited(true)} />
        )
      }
    </QueryState>
  )
}

interface ProfileReadProps {
  readonly workspace: WorkspaceView
  readonly profile: ProfileView
  readonly acts: RefObject<HTMLDivElement | null>
  readonly onEdit: () => void
}

function ProfileRead({ workspace, profile, acts, onEdit }: ProfileReadProps) {
  const { t } = useText()
  const may = useMay(workspace)('edit', 'PROF')
  return (
    <>
      <ProfileFacts profile={profile} />
      {may.allowed ? (
        <div ref={acts} className="row">
          <Button look="primary" onPress={onEdit}>
            {t('profile.edit')}
          </Button>
        </div>
      ) : (
        <WhyNot cannot={t('profile.cannotEdit')} because={may.because} />
      )}
      {workspace.kind === 'initiative' && <SelfDefinition {...{ workspace, profile, onEdit }} />}
      <Registry workspace={workspace} profile={profile} />
    </>
  )
}
