import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import type { AnswerTask, AskForTask, DocumentView, SayTaskDone, SetTaskStatus, TaskFacts, TasksView } from '@roundtable/shared/protocol'
import { request } from '../../lib/request.js'
import { partKey } from '../workspace/index.js'

type Roadmap = Pick<DocumentView, 'id' | 'workspaceId'>

const factsKey = ({ id, workspaceId }: Roadmap) => [...partKey(workspaceId, 'tasks'), id]

function factsQuery(roadmap: Roadmap) {
  return queryOptions({ queryKey: factsKey(roadmap), queryFn: () => request('getTasks', { id: roadmap.id }) })
}

/** What was said of the roadmap's tasks; whoever has left reads the text alone, and is told of nothing else. */
export function useTaskFacts(roadmap: Roadmap) {
  const query = useQuery(factsQuery(roadmap))
  const isHidden = query.error instanceof RoundtableError && query.error.kind === 'not_found'
  return { ...query, isHidden }
}

/** What stands for a task of which nobody has said anything. */
export function factsOf(view: TasksView | undefined, taskId: string): TaskFacts {
  const nothing = { allowed: false, because: { rule: 'R-25', paragraph: '¶39', sentence: 'ability.because.R-25.first' } }
  return (
    view?.tasks.find((task) => task.taskId === taskId) ?? {
      ...{ taskId, version: 0, status: 'idea', reason: '', assignments: [], sides: [] },
      ...{ maySetStatus: nothing, maySayDone: nothing }
    }
  )
}

function useAct<Input>(roadmap: Roadmap, act: (input: Input) => Promise<TasksView>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => client.setQueryData(factsKey(roadmap), view),
    // Refused: what others said meanwhile is to be seen before it is tried again.
    onError: () => client.invalidateQueries({ queryKey: factsKey(roadmap) })
  })
}

export const useAskForTask = (roadmap: Roadmap) =>
  useAct(roadmap, ({ key, ...body }: AskForTask & { readonly key: string }) => request('askForTask', { id: roadmap.id, key, body }))

/** Asking oneself and accepting, in one: both stand in the history. Where one may not accept, it stays asked. */
export const useTakeOnTask = (roadmap: Roadmap) =>
  useAct(roadmap, async ({ key, ...body }: AskForTask & { readonly key: string }) => {
    const asked = await request('askForTask', { id: roadmap.id, key, body })
    const { version, assignments } = factsOf(asked, body.taskId)
    const mine = assignments.find(({ id, answer, mayAnswer }) => id === body.seatId && answer === 'proposed' && mayAnswer.allowed)
    return mine ? request('answerTask', { id: mine.assignmentId, body: { version, answer: 'accepted', reason: '' } }) : asked
  })

export const useAnswerTask = (roadmap: Roadmap) =>
  useAct(roadmap, ({ assignmentId, ...body }: AnswerTask & { readonly assignmentId: string }) =>
    request('answerTask', { id: assignmentId, body })
  )

export const useWithdrawAssignment = (roadmap: Roadmap) =>
  useAct(roadmap, async (assignmentId: string) => {
    await request('withdrawAssignment', { id: assignmentId })
    return request('getTasks', { id: roadmap.id })
  })

export const useSetTaskStatus = (roadmap: Roadmap) =>
  useAct(roadmap, (body: SetTaskStatus) => request('setTaskStatus', { id: roadmap.id, body }))

export const useSayTaskDone = (roadmap: Roadmap) => useAct(roadmap, (body: SayTaskDone) => request('sayTaskDone', { id: roadmap.id, body }))
