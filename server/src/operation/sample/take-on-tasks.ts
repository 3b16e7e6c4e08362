import type { SamplePerson } from '@roundtable/shared/protocol'
import type { TaskService } from '../../roadmap/index.js'
import type { SampleTaskStep, SampleWorkspace } from './sample-workspace.js'

export interface TaskDoors {
  readonly tasks: Pick<TaskService, 'view' | 'ask' | 'answer' | 'setStatus' | 'sayDone' | 'tasksIn'>
}

/** Asks, answers and says how far tasks are: through the same doors as everybody. */
export async function takeOnTasks(doors: TaskDoors, sample: SampleWorkspace, personOf: ReadonlyMap<SamplePerson, string>): Promise<void> {
  if (!sample.tasks) return
  const places = await doors.tasks.tasksIn(sample.id)
  for (const [title, steps] of Object.entries(sample.tasks)) {
    const place = places.find((one) => one.title === title)
    if (!place) throw new Error(`the sample's roadmap has no task "${title}"`)
    for (const [index, step] of steps.entries()) await take(doors.tasks, place, personOf.get(step.by) ?? '', step, index)
  }
}

/** Each step raises the version by one: what a start that was killed half-way has said already is passed over. */
async function take(
  tasks: TaskDoors['tasks'],
  { documentId, taskId }: { readonly documentId: string; readonly taskId: string },
  personId: string,
  step: SampleTaskStep,
  version: number
): Promise<void> {
  const facts = (await tasks.view(personId, documentId)).tasks.find((task) => task.taskId === taskId)
  if ((facts?.version ?? 0) !== version) return
  const about = { taskId, version }
  if ('ask' in step) await tasks.ask(personId, documentId, { ...about, side: step.ask }, null)
  else if ('work' in step) await tasks.setStatus(personId, documentId, { ...about, status: step.work, reason: step.reason ?? '' })
  else if ('isDone' in step) await tasks.sayDone(personId, documentId, { ...about, isDone: step.isDone, note: step.note })
  else
    await tasks.answer(personId, facts?.assignments.at(-1)?.assignmentId ?? '', { version, answer: step.answer, reason: step.reason ?? '' })
}
