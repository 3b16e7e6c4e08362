import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Waiting } from '@roundtable/shared/protocol'
import { request } from '../../lib/request.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { MY_WORK_KEY } from './my-work.js'
import { titleOf } from './words.js'

interface AcceptTaskProps {
  readonly task: NonNullable<Waiting['task']>
  readonly workspaceId: string
  readonly asked: NonNullable<NonNullable<Waiting['task']>['asked']>
  /** The line goes with the act: the focus goes to the list's heading. */
  readonly onAccepted: () => void
}

/** Accepting what one was asked for, where one reads of it. Of what others said meanwhile the roadmap tells. */
export function AcceptTask({ task, workspaceId, asked, onAccepted }: AcceptTaskProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const title = titleOf(task, t)
  const accept = useMutation({
    mutationFn: () => request('answerTask', { id: asked.assignmentId, body: { version: task.version, answer: 'accepted', reason: '' } }),
    onSuccess: async (view) => {
      client.setQueryData(['workspace', workspaceId, 'tasks', task.documentId], view)
      announce(t('myWork.accepted', { title }))
      // Until the list is read again the line would still offer what is done.
      await client.invalidateQueries({ queryKey: MY_WORK_KEY })
      onAccepted()
    },
    onError: () => client.invalidateQueries({ queryKey: MY_WORK_KEY })
  })
  return (
    <>
      <FormProblem error={accept.error} />
      <Button look="primary" isPending={accept.isPending} aria-label={t('myWork.acceptNamed', { title })} onPress={() => accept.mutate()}>
        {t('myWork.accept')}
      </Button>
    </>
  )
}
