import { abilityFrom, becauseOf, type Action } from '@roundtable/shared/ability'
import type { Artefact } from '@roundtable/shared/framework'
import type { Because, WorkspaceView } from '@roundtable/shared/protocol'
import { useMemo } from 'react'
import { useSession } from '../identity/index.js'

export interface May {
  readonly allowed: boolean
  /** Null when the session's rules do not say. */
  readonly because: Because | null
}

/** What the session's own rules say about an act on some of an artefact here, and why. What is sent is decided again by the server. */
export function useMay(workspace: WorkspaceView): (action: Action, artefact: Artefact) => May {
  const { data: session } = useSession()
  return useMemo(() => {
    const ability = abilityFrom(session?.rules[workspace.id] ?? [])
    const { role } = workspace.mySeat
    return (action, artefact) => ({
      allowed: ability.can(action, artefact),
      because: becauseOf(ability, { action, artefact, role, workspace })
    })
  }, [session, workspace])
}
