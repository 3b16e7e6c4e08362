import type { InfiniteData, QueryKey } from '@tanstack/react-query'
import { REST, type Operation, type OperationName } from '@roundtable/shared/protocol'

/** Which answers are kept, by the first and third word of their query's key. Codes of invitations, and sessions, never are. */
const KEPT: Readonly<Record<string, OperationName>> = {
  session: 'whoAmI',
  workspaces: 'listWorkspaces',
  workspace: 'getWorkspace',
  'workspace/people': 'listPeople',
  'workspace/profile': 'getProfile',
  'workspace/definition': 'getDefinition',
  'workspace/modality': 'getModality',
  'workspace/stages': 'getStages',
  'workspace/open-answers': 'getOpenAnswers',
  'workspace/principles': 'getPrinciples',
  'workspace/tasks': 'getTasks',
  document: 'getDocument',
  'document/template': 'getTemplate',
  'document/facts': 'getAgreementFacts'
}

export function isKept(queryKey: QueryKey): boolean {
  return operationOf(queryKey) !== null
}

/** What another build has kept, and this one does not understand, is as good as absent. */
export function isReadable(queryKey: QueryKey, answer: unknown): boolean {
  const schema = operationOf(queryKey)?.answer
  const { pages } = (answer ?? {}) as Partial<InfiniteData<unknown>>
  return schema !== undefined && (pages ?? [answer]).every((one) => schema.safeParse(one).success)
}

export function isOfWorkspace(queryKey: QueryKey, answer: unknown, workspaceId: string): boolean {
  if (queryKey[1] === workspaceId) return true
  return typeof answer === 'object' && answer !== null && 'workspaceId' in answer && answer.workspaceId === workspaceId
}

function operationOf([name, , part, more]: QueryKey): Operation | null {
  // What a newer template would change is asked of the server each time.
  const kind = more === 'changes' ? '' : [name, part].filter(Boolean).join('/')
  const operation = KEPT[kind]
  return operation === undefined ? null : REST[operation]
}
